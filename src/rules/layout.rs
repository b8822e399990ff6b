//! A sign of punctuation typed in the wrong keyboard layout at a word's end: `государственностиЮ`.

use crate::diagnostic::{Code, Diagnostic};
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;

/// How many small letters make a word, so that no abbreviation is taken for one.
const WORD: usize = 4;

/// Words in small letters that end with a letter or sign whose key has a full stop, a comma or a colon in another layout.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    if !page.language().is_cyrillic() {
        return Vec::new();
    }
    page.in_texts(|prose| prose.letters().filter_map(|word| ending(prose, word)).collect())
}

fn ending(prose: &Prose<'_>, range: Range<usize>) -> Option<Diagnostic> {
    let word = prose.at(range.clone());
    let (letters, last) = match prose.after(range.end) {
        Some('№') => (word, '№'),
        _ => (word.get(..word.len() - word.chars().next_back()?.len_utf8())?, word.chars().next_back()?),
    };
    let small = letters.strip_prefix(char::is_uppercase).unwrap_or(letters);
    let start = range.start + letters.len();
    let end = start + last.len_utf8();
    // A name of one word in quotation marks may end as it likes.
    let named = small.len() < letters.len() && prose.before(range.start).is_some_and(|c| "«„“\"".contains(c));
    let ends = prose.after(end).is_none_or(|c| c.is_whitespace() || "»”)".contains(c));
    if named || !ends || small.chars().count() < WORD || !small.chars().all(|c| c.is_lowercase() && !c.is_ascii()) {
        return None;
    }
    let rest = prose.at(end..prose.words.len()).trim_start_matches(['»', '”', ')', ' ', '\u{a0}']);
    let new_sentence = rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase());
    // On the Russian layout `ю` is the key of the full stop, `б` that of the comma, `ж` with Shift that of the colon;
    // on the Kazakh one `№` is where the Russian has its full stop.
    let sign = match last {
        'Ю' | '№' => new_sentence.then_some("."),
        'Б' => (!rest.is_empty()).then_some(","),
        'Ж' => Some(":"),
        _ => return None,
    };
    let finding = prose.finding(Code::WrongLayoutEnding, range.start..end).with("proposal", sign.unwrap_or("none"));
    Some(match sign.zip(prose.exact(start..end)) {
        Some((sign, span)) => finding.mended_by(span, sign),
        None => finding,
    })
}
