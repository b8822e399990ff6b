//! A text of a file.

use std::sync::Arc;

/// A YAML text and where it stands, so that findings carry places of the file.
pub struct Text<'a> {
    /// The file, as findings name it.
    pub file: Arc<str>,
    /// The text.
    pub text: &'a str,
    /// How many bytes of the file stand before it.
    pub offset: usize,
    /// The most bytes that it may have.
    pub limit: usize,
    /// Keys at the left margin whose plain values may hold `: ` and ` #`.
    pub lenient: &'a [&'a str],
}

impl<'a> Text<'a> {
    /// A whole file of the site, of at most 4 MiB.
    pub fn new(file: &Arc<str>, text: &'a str) -> Self {
        Self { file: file.clone(), text, offset: 0, limit: 4 << 20, lenient: &[] }
    }

    /// Front matter, of at most 64 KiB, that begins `offset` bytes into its file.
    pub fn front_matter(file: &Arc<str>, text: &'a str, offset: usize, lenient: &'a [&'a str]) -> Self {
        Self { file: file.clone(), text, offset, limit: 64 << 10, lenient }
    }

    /// The text without a byte order mark before it and a line of hyphens behind it.
    pub(crate) fn without_marks(&self) -> Self {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let offset = self.offset + self.text.len() - text.len();
        let body = text.trim_end().strip_suffix("---").filter(|body| body.ends_with('\n') && !body.trim().is_empty());
        Self { file: self.file.clone(), text: body.unwrap_or(text), offset, ..*self }
    }
}
