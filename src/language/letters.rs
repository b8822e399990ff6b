//! What is a letter, and which look alike.

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
