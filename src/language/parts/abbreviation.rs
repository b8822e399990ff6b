//! Abbreviations of a list in a text.

use crate::language::letters::is_letter;
use crate::language::script::is_suffix;
use std::collections::BTreeMap;
use std::ops::Range;

/// The case endings that Russian adds after a hyphen.
const RUSSIAN_ENDINGS: [&str; 18] =
    ["а", "я", "у", "ю", "ом", "ем", "е", "и", "ы", "ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях", "ей"];

/// Whether it is one word, as a text can have it: letters and digits, a letter among them.
pub fn is_abbreviation(text: &str) -> bool {
    text.chars().all(is_of_word) && text.contains(is_letter)
}

/// The places in a text where an abbreviation of the list stands as a whole word, with its key and value. A case ending
/// may follow after a hyphen; it belongs to neither.
pub fn abbreviations<'l>(text: &str, list: &'l BTreeMap<String, String>) -> Vec<(Range<usize>, &'l str, &'l str)> {
    // Most lines have none.
    if !list.keys().any(|abbreviation| text.contains(abbreviation.as_str())) {
        return Vec::new();
    }
    let first_letters = list.keys().filter_map(|abbreviation| abbreviation.chars().next());
    let starts = first_letters.fold(0, |starts, first| starts | bit(first));
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + word(text, at).len().max(first.len_utf8());
        // Most words are none by their first letter alone.
        let known =
            if starts & bit(first) == 0 { None } else { text.get(at..end).and_then(|word| list.get_key_value(word)) };
        if let Some((short, long)) = known.filter(|_| is_whole(text, at..end)) {
            found.push((at..end, short.as_str(), long.as_str()));
        }
        at = end;
    }
    found
}

/// One of 64 bits for a letter.
fn bit(letter: char) -> u64 {
    1 << (u32::from(letter) % 64)
}

fn is_of_word(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit()
}

/// The letters and digits from `at` on.
fn word(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    rest.get(..rest.find(|c| !is_of_word(c)).unwrap_or(rest.len())).unwrap_or_default()
}

fn is_whole(text: &str, found: Range<usize>) -> bool {
    let is_hyphen = |c: char| matches!(c, '-' | '\u{2011}');
    let begins = !text.get(..found.start).is_some_and(|before| before.ends_with(is_hyphen));
    let after = text.get(found.end..).unwrap_or_default();
    let Some(rest) = after.strip_prefix(is_hyphen) else { return begins };
    let ending = word(rest, 0);
    begins && !ending.is_empty() && (RUSSIAN_ENDINGS.contains(&ending) || is_suffix(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let list = ["АНК", "ҚХА", "КГУ", "G20", "млн"].map(|short| (short.to_owned(), short.to_lowercase()));
        let list = list.into();
        let found = abbreviations(text, &list);
        found.iter().rev().fold(text.to_owned(), |mut shown, (range, _, long)| {
            shown.replace_range(range.clone(), &format!("[{long}]"));
            shown
        })
    }

    #[test]
    fn whole_words_are_found_with_an_ending_or_without() {
        assert_eq!(shown("АНК, «КГУ» и ҚХА-ның, ҚХА-дағы (АНК)."), "[анк], «[кгу]» и [қха]-ның, [қха]-дағы ([анк]).");
        assert_eq!(shown("5 млн за G20 в КГУ-е"), "5 [млн] за [g20] в [кгу]-е");
    }

    #[test]
    fn parts_of_words_and_of_compounds_are_not() {
        for text in ["АНКара", "БАНК", "АНК2", "анк", "экс-АНК", "КГУ-центр", "КГУ-", "G205", "ҚХА-ДА", ""]
        {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn an_abbreviation_is_one_word() {
        assert!(is_abbreviation("G20") && is_abbreviation("ҚХА"));
        assert!(!["", "С. К.", "20", "А-Б"].iter().any(|text| is_abbreviation(text)));
    }
}
