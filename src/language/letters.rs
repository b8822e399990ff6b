//! What is a letter, and which look alike.

use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// Latin letters and the Cyrillic ones of the same shape.
pub const TWINS: [(char, char); 23] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('i', 'і'),
    ('ë', 'ё'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('Ë', 'Ё'),
];

/// Whether a character is alphabetic (Unicode), told at once for the letters that the newsroom's texts are written in:
/// the tables of Unicode are slow for all that is not Latin.
pub fn is_letter(c: char) -> bool {
    match c {
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is a letter or a number (Unicode), told as fast.
pub fn is_alphanumeric(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// The runs of letters of a text with the marks on them, in order.
pub fn runs(words: &str) -> Vec<Range<usize>> {
    let belongs = |c: char| is_letter(c) || is_combining_mark(c);
    let mut at = 0;
    let runs = std::iter::from_fn(|| {
        let start = at + words.get(at..)?.find(belongs)?;
        let length = words.get(start..)?.find(|c| !belongs(c)).unwrap_or(words.len() - start);
        at = start + length;
        Some(start..at)
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
