//! Where a text runs to the left among texts that run to the right, and the other way round, and no markup can say so.

use crate::language::tag::{Direction, Language};
use std::borrow::Cow;

/// The text between isolates (UAX 9: U+2067 or U+2066, and U+2069) where its first letter would let it run against its
/// language: a Kazakh headline in Arabic letters that begins with `XXXIV`. As it is where the two agree.
pub fn isolated(language: Language, text: &str) -> Cow<'_, str> {
    let direction = language.direction();
    let (start, end) = (if direction == Direction::Rtl { '\u{2067}' } else { '\u{2066}' }, '\u{2069}');
    match first_strong(text) {
        Some(first) if first != direction => Cow::Owned(format!("{start}{text}{end}")),
        _ => Cow::Borrowed(text),
    }
}

/// The direction of the first letter.
fn first_strong(text: &str) -> Option<Direction> {
    let runs_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}');
    let letter = text.chars().find(|c| c.is_alphabetic())?;
    Some(if runs_left(letter) { Direction::Rtl } else { Direction::Ltr })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_that_would_run_against_its_language_is_isolated() {
        let isolated = |tag: &str, text: &str| isolated(Language::parse(tag).unwrap(), text).into_owned();
        assert_eq!(isolated("kk-Arab", "XXXIV سەسسيا"), "\u{2067}XXXIV سەسسيا\u{2069}");
        assert_eq!(isolated("ug", "«تىل»"), "«تىل»");
        assert_eq!(isolated("ru", "قازاق — газета"), "\u{2066}قازاق — газета\u{2069}");
        assert_eq!(isolated("ru", "Встреча"), "Встреча");
        assert_eq!(isolated("kk-Arab", "2024"), "2024");
    }
}
