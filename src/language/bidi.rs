//! Where a text runs to the left among texts that run to the right, and the other way round, and no markup can say so.

use crate::language::letters::is_letter;
use crate::language::tag::{Direction, Language};
use std::borrow::Cow;

/// The text between isolates (UAX 9: U+2067 or U+2066, and U+2069) where its first letter would let it run against its
/// language: a Kazakh headline in Arabic letters that begins with `XXXIV`. As it is where the two agree, and where all its
/// letters run the other way, as in a name of another language.
pub fn isolated(language: Language, text: &str) -> Cow<'_, str> {
    let direction = language.direction();
    let (start, end) = (if direction == Direction::Rtl { '\u{2067}' } else { '\u{2066}' }, '\u{2069}');
    let mut letters = text.chars().filter(|c| is_letter(*c)).map(runs);
    match letters.next() {
        Some(first) if first != direction && letters.any(|other| other == direction) => {
            Cow::Owned(format!("{start}{text}{end}"))
        }
        _ => Cow::Borrowed(text),
    }
}

/// The text as it stands within a sentence, or beside another text: between isolates where the sentence runs to the left
/// and the text has letters that run to the right, which would draw the signs and numbers around it to themselves.
pub fn inserted(direction: Direction, text: &str) -> Cow<'_, str> {
    let mut letters = text.chars().filter(|c| is_letter(*c));
    if direction == Direction::Ltr || letters.all(runs_left) {
        return Cow::Borrowed(text);
    }
    let start = if text.contains(runs_left) { '\u{2067}' } else { '\u{2066}' };
    Cow::Owned(format!("{start}{text}\u{2069}"))
}

/// The fewest digits of a telephone number with and without the plus sign before it.
const FEWEST: [usize; 2] = [7, 10];

/// The text, which runs to the left, with its telephone numbers between isolates: their groups would else stand in the
/// order of words.
pub fn with_numbers_in_order(text: &str) -> Cow<'_, str> {
    let (mut made, mut copied) = (String::new(), 0);
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(begins)).map(|found| at + found) {
        let rest = text.get(start..).unwrap_or_default();
        let run = rest.get(..rest.find(|c| !belongs(c)).unwrap_or(rest.len())).unwrap_or_default();
        let number = run.trim_end_matches(|c: char| !c.is_ascii_digit());
        at = start + run.len();
        let fewest = FEWEST[usize::from(!number.starts_with('+'))];
        if number.bytes().filter(u8::is_ascii_digit).count() >= fewest && number.contains(is_gap) {
            made.push_str(text.get(copied..start).unwrap_or_default());
            made.extend(["\u{2066}", number, "\u{2069}"]);
            copied = start + number.len();
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    made.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(made)
}

fn begins(c: char) -> bool {
    c == '+' || c.is_ascii_digit()
}

fn belongs(c: char) -> bool {
    begins(c) || is_gap(c) || "()".contains(c)
}

/// What stands between the groups of a telephone number.
fn is_gap(c: char) -> bool {
    " \u{a0}-\u{2011}".contains(c)
}

/// The direction of the first letter.
fn runs(letter: char) -> Direction {
    if runs_left(letter) { Direction::Rtl } else { Direction::Ltr }
}

/// Whether it is of a script that runs to the left.
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_that_would_run_against_its_language_is_isolated() {
        let isolated = |tag: &str, text: &str| isolated(Language::parse(tag).unwrap(), text).into_owned();
        assert_eq!(isolated("kk-Arab", "XXXIV سەسسيا"), "\u{2067}XXXIV سەسسيا\u{2069}");
        assert_eq!(isolated("ug", "«تىل»"), "«تىل»");
        assert_eq!(isolated("ug", "A. Smith (KZ)"), "A. Smith (KZ)");
        assert_eq!(isolated("ru", "قازاق — газета"), "\u{2066}قازاق — газета\u{2069}");
        assert_eq!(isolated("ru", "Встреча"), "Встреча");
        assert_eq!(isolated("kk-Arab", "2024"), "2024");
    }

    #[test]
    fn a_text_in_a_sentence_that_runs_to_the_left_keeps_to_itself_if_it_has_other_letters() {
        let inserted = |tag: &str, text: &str| inserted(Language::parse(tag).unwrap().direction(), text).into_owned();
        assert_eq!(inserted("ug", "A. Smith (KZ)"), "\u{2066}A. Smith (KZ)\u{2069}");
        assert_eq!(inserted("ug", "تىل TV"), "\u{2067}تىل TV\u{2069}");
        assert_eq!(inserted("ug", "XXXIV تىل"), "\u{2067}XXXIV تىل\u{2069}");
        for (tag, text) in [("ug", "«تىل» 2024"), ("ug", "2024"), ("ru", "قازاق — газета"), ("kk-Latn", "Äset")]
        {
            assert_eq!(inserted(tag, text), text);
        }
    }

    #[test]
    fn telephone_numbers_keep_their_order_and_other_numbers_are_left_alone() {
        let told = "تەلەفون: +7 7172 00-00-00، 8 (7172) 12-34-56.";
        let expected = "تەلەفون: \u{2066}+7 7172 00-00-00\u{2069}، \u{2066}8 (7172) 12-34-56\u{2069}.";
        assert_eq!(with_numbers_in_order(told), expected);
        for text in ["2024 جىلى 18 قازان", "55 000", "2026–2030", "+7", "", "12345678901"] {
            assert!(matches!(with_numbers_in_order(text), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(with_numbers_in_order("1 + 1 = 2"), "1 + 1 = 2");
    }
}
