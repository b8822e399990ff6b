//! A cursor over YAML text: it passes white space, comments and scalars.

use std::ops::Range;

/// A place in a text from which scalars are passed one after another.
pub(crate) struct Cursor<'a> {
    pub text: &'a str,
    /// The byte before which everything has been passed.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(crate) fn take(&mut self, byte: u8) -> bool {
        let found = self.next() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Passes letters as long as they are `of` a kind.
    pub(crate) fn skip(&mut self, of: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(of).len();
    }

    pub(crate) fn skip_line(&mut self) {
        self.skip(|c| !is_break(c));
    }

    /// Passes the start of a document: directives and a line of hyphens.
    pub(crate) fn document_start(&mut self) {
        self.blanks();
        while self.next() == Some(b'%') {
            self.skip_line();
            self.blanks();
        }
        let at_margin = self.text.get(..self.at).is_some_and(|before| before.chars().next_back().is_none_or(is_break));
        if at_margin && self.rest().strip_prefix("---").is_some_and(begins_white) {
            self.at += 3;
        }
    }

    fn blanks(&mut self) {
        self.skip(is_white);
        while self.next() == Some(b'#') {
            self.skip_line();
            self.skip(is_white);
        }
    }

    /// Passes a number, flag or null.
    pub(crate) fn word(&mut self) -> Range<usize> {
        let start = self.at;
        self.skip(|c| !is_white(c) && !is_flow_sign(c) && c != ':');
        start..self.at
    }

    /// Passes a null, when one is written.
    pub(crate) fn null(&mut self) -> Range<usize> {
        let word = self.word();
        if !matches!(self.text.get(word.clone()), Some("~" | "null" | "Null" | "NULL")) {
            self.at = word.start;
        }
        word.start..self.at
    }

    /// Passes a scalar that is known to mean `text`; `None` when the text is another.
    pub(crate) fn scalar(&mut self, text: &str) -> Option<Range<usize>> {
        let start = self.at;
        match self.next() {
            Some(b'"') => self.quoted(double_quoted(self.rest())?),
            Some(b'\'') => self.quoted(single_quoted(self.rest())?),
            Some(b'|' | b'>') => return self.block(text),
            _ => self.letters(text)?,
        }
        Some(start..self.at)
    }

    /// Passes a quoted scalar that has `inner` bytes between its quotes.
    fn quoted(&mut self, inner: usize) {
        self.at += inner + 2;
    }

    /// A block scalar stands where its text does; an empty one where its sign does.
    fn block(&mut self, text: &str) -> Option<Range<usize>> {
        let sign = self.at;
        self.skip_line();
        let header = self.at;
        self.skip(is_white);
        let start = self.at;
        self.letters(text)?;
        if self.at > start {
            return Some(start..self.at);
        }
        self.at = header;
        Some(sign..header)
    }

    /// Passes the letters of a scalar without escapes, however its lines are folded.
    fn letters(&mut self, text: &str) -> Option<()> {
        if self.rest().starts_with(text) {
            self.at += text.trim_end_matches(is_white).len();
            return Some(());
        }
        for letter in text.chars().filter(|&c| !is_white(c)) {
            self.skip(is_white);
            self.at += self.rest().starts_with(letter).then(|| letter.len_utf8())?;
        }
        Some(())
    }
}

/// How many bytes stand between the quotes with which a text begins.
fn double_quoted(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().skip(1).position(|byte| {
        let closes = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        closes
    })
}

/// The same for single quotes, of which two are one letter.
fn single_quoted(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\'' && bytes.next_if(|&(_, next)| next == b'\'').is_none() {
            return Some(at - 1);
        }
    }
    None
}

/// Whether a text is empty or begins with white space.
pub(crate) fn begins_white(text: &str) -> bool {
    text.chars().next().is_none_or(is_white)
}

/// A line break, of which YAML 1.1 has three more than people use.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(crate) fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{feff}') || is_break(c)
}

/// A letter of an anchor.
pub(crate) fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// A letter of a tag.
pub(crate) fn is_of_tag(c: char) -> bool {
    !is_white(c) && !is_flow_sign(c)
}

fn is_flow_sign(c: char) -> bool {
    matches!(c, ',' | '[' | ']' | '{' | '}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The source of the scalar that means `value`, read from the beginning of `text`.
    fn source<'a>(text: &'a str, value: &str) -> Option<&'a str> {
        let mut cursor = Cursor { text, at: 0 };
        let range = cursor.scalar(value)?;
        text.get(range)
    }

    #[test]
    fn a_scalar_ends_where_its_text_does() {
        assert_eq!(source("a b: c", "a b"), Some("a b"));
        assert_eq!(source("a\n  b # c", "a b"), Some("a\n  b"));
        assert_eq!(source("'it''s' : c", "it's"), Some("'it''s'"));
        assert_eq!(source("''", ""), Some("''"));
        assert_eq!(source("\"a \\\" b\\\\\", c", "a \" b\\"), Some("\"a \\\" b\\\\\""));
        assert_eq!(source("|- # remark\n  # a\n\n  b\nc: d", "# a\n\nb"), Some("# a\n\n  b"));
        assert_eq!(source(">\n\nc: d", ""), Some(">"));
    }

    #[test]
    fn a_scalar_of_another_text_is_none() {
        assert_eq!(source("a b", "a c"), None);
        assert_eq!(source("'a", "a"), None);
        assert_eq!(source("\"a\\\"", "a"), None);
    }
}
