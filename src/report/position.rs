//! Lines and columns, as editors count them.

use std::ops::Range;

/// A place in a text, counted from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Position {
    /// The line; lines end with LF or CRLF.
    pub line: usize,
    /// The character in the line; a byte order mark is none.
    pub column: usize,
}

/// The position of the character at a byte `offset`, or of the end of a shorter text.
pub fn position(text: &str, offset: u32) -> Position {
    let offset = text.floor_char_boundary(offset as usize);
    let before = text.get(..offset).unwrap_or_default();
    let line = 1 + before.bytes().filter(|&byte| byte == b'\n').count();
    let start = line_at(text, offset).start;
    Position { line, column: 1 + text.get(start..offset).map_or(0, |before| before.chars().count()) }
}

/// The bytes of the line around `offset`, without its end and a byte order mark.
pub(crate) fn line_at(text: &str, offset: usize) -> Range<usize> {
    const MARK: &str = "\u{feff}";
    let offset = text.floor_char_boundary(offset);
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let start = match before.rfind('\n') {
        Some(end) => end + 1,
        None if text.starts_with(MARK) => MARK.len(),
        None => 0,
    };
    let end = offset + after.find('\n').unwrap_or(after.len());
    let end = if text.get(..end).is_some_and(|text| text.ends_with('\r')) { end - 1 } else { end };
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str, offset: u32) -> (usize, usize) {
        let Position { line, column } = position(text, offset);
        (line, column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("ж: қой", 4), (1, 4));
        assert_eq!(at("ж: қой", 5), (1, 4));
        assert_eq!(at("a\nқой\n", 4), (2, 2));
        assert_eq!(at("a\n", 2), (2, 1));
        assert_eq!(at("a", 99), (1, 2));
    }

    #[test]
    fn line_ends_and_marks_do_not_count() {
        assert_eq!(at("a\r\nb", 3), (2, 1));
        assert_eq!(at("\u{feff}ab", 4), (1, 2));
        assert_eq!(at("\u{feff}ab", 0), (1, 1));
        assert_eq!(line_at("a\r\nb\r\n", 3), 3..4);
        assert_eq!(line_at("\u{feff}ab\n", 0), 3..5);
        assert_eq!(line_at("a\n", 2), 2..2);
    }

    #[test]
    fn a_line_of_a_megabyte_has_columns() {
        assert_eq!(at(&"ж".repeat(1 << 19), 1 << 19), (1, (1 << 18) + 1));
    }

    proptest! {
        #[test]
        fn every_offset_has_a_position(text in "[aж\r\n\u{feff}]{0,20}", offset in 0..50_u32) {
            let Position { line, column } = position(&text, offset);
            prop_assert!(line >= 1 && column >= 1);
            prop_assert!(text.get(line_at(&text, offset as usize)).is_some());
        }
    }
}
