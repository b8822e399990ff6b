//! The hash by which a paragraph is known again.

use crate::language::slug::normal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The first 32 bits of the BLAKE3 hash of a paragraph, written as eight hexadecimal digits: enough to tell the few
/// paragraphs of one release apart. Typography does not count: neither white space nor the shape of quotation marks and
/// dashes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct ParagraphHash(u32);

impl ParagraphHash {
    /// The hash of a paragraph's Markdown.
    pub fn of(text: &str) -> Self {
        let hash = blake3::hash(plain(text).as_bytes());
        Self(u32::from_be_bytes(hash.as_bytes().first_chunk().copied().unwrap_or_default()))
    }

    /// Reads eight hexadecimal digits; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(text, 16).ok().filter(|_| digits).map(Self)
    }
}

impl fmt::Display for ParagraphHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// The text with single spaces, straight quotation marks and hyphens.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in normal(text.to_owned()).chars() {
        match c {
            '«' | '»' | '„' | '“' | '”' => plain.push('"'),
            '‘' | '’' => plain.push('\''),
            '–' | '—' | '−' | '‑' => plain.push('-'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if !c.is_whitespace() => plain.push(c),
            _ if plain.ends_with(' ') || plain.is_empty() => {}
            _ => plain.push(' '),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}
