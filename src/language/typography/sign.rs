//! Spaces, and the signs that stand for what is no text.

/// Stands for every byte that nothing may change and nobody reads as prose: code, addresses, escaped marks.
pub const FIXED: char = '\u{1a}';
/// Stands for the end of a line that readers see.
pub const LINE: char = '\u{2028}';

/// The space at which no line ends.
pub const HARD: &str = "\u{a0}";

/// What is a space between words.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\n')
}
