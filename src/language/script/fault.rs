//! What is wrong in a file of a scheme or of exceptions.

use std::ops::Range;

/// One fault of a file, with its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The bytes of the file that are meant; empty at its end for what is missing.
    pub at: Range<usize>,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The offending text, or what is missing.
    pub text: String,
    /// What is wrong with it.
    pub kind: FaultKind,
}

/// The kinds of faults.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FaultKind {
    /// The line is neither a comment, nor `key: value` with a known key, nor `letters = letters`.
    UnknownLine,
    /// The scheme lacks its `name:` or `script:`.
    Missing,
    /// The script is not one to convert to: `Latn` or `Arab`.
    BadScript,
    /// The rule or the value of a key cannot be read.
    BadRule,
    /// The same letters in the same surroundings, or the same key, stand on an earlier line.
    Twice {
        /// The earlier line, from 1.
        first: usize,
    },
    /// A letter of the Kazakh alphabet, or one that a rule names, has no line of its own.
    Gap,
    /// What is made holds what is converted: converting twice would go on changing it.
    Loop,
    /// A letter of what is made belongs to another script.
    ForeignLetter,
}

impl Fault {
    /// A fault of a part of `file`, which must be a slice of it.
    pub(crate) fn of(file: &str, part: &str, kind: FaultKind) -> Self {
        let start = (part.as_ptr() as usize).saturating_sub(file.as_ptr() as usize);
        Self::at(file, start..start + part.len(), part, kind)
    }

    /// What is missing is told at the end of the file.
    pub(crate) fn missing(file: &str, what: &str, kind: FaultKind) -> Self {
        let end = file.trim_end().len();
        Self::at(file, end..end, what, kind)
    }

    fn at(file: &str, at: Range<usize>, text: &str, kind: FaultKind) -> Self {
        let before = file.get(..at.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { at, line, column, text: text.to_owned(), kind }
    }
}
