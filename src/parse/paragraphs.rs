//! What a translation was made from: one short hash for the title, the summary and each paragraph of the original.

use crate::diagnostic::Span;
use crate::language::slug::normal;
use crate::markdown::blocks;
use crate::parse::document::Document;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

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

/// A part of a text that is translated by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its hash.
    pub hash: ParagraphHash,
    /// Where it stands in the file.
    pub span: Span,
    /// How it begins, for people.
    pub opening: String,
}

/// The title, the summary and the top-level blocks of the body, in the order of the file.
pub fn paragraphs(document: &Document, text: &str) -> Vec<Paragraph> {
    let start = (document.body.start as usize).min(text.len());
    let (head, body) = text.split_at_checked(start).unwrap_or((text, ""));
    let of = |text: &str, span| Paragraph { hash: ParagraphHash::of(text), span, opening: opening(text) };
    let mut all = vec![of(&document.title.value, document.title.span)];
    all.extend(document.summary.as_ref().map(|summary| of(summary, summary_line(head))));
    all.extend(blocks(body).into_iter().map(|range| {
        let Range { start: from, end } = trimmed(body, range);
        of(body.get(from..end).unwrap_or_default(), Span::new(start + from, start + end))
    }));
    all
}

/// The hashes of a text that is not in a file yet.
pub fn hashes(title: &str, summary: Option<&str>, body: &str) -> Vec<ParagraphHash> {
    let blocks = blocks(body).into_iter().filter_map(|range| body.get(range));
    std::iter::once(title).chain(summary).chain(blocks).map(ParagraphHash::of).collect()
}

/// The line of the front matter on which the summary begins.
fn summary_line(head: &str) -> Span {
    let start = head.find("\nsummary:").map_or(0, |at| at + 1);
    let length = head.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    Span::new(start, start + length)
}

fn trimmed(body: &str, range: Range<usize>) -> Range<usize> {
    let text = body.get(range.clone()).unwrap_or_default();
    range.start..range.start + text.trim_end().len()
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

/// The first words, without the signs of Markdown before them.
fn opening(text: &str) -> String {
    const LONGEST: usize = 50;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_start_matches(['#', '>', '*', '-', '|', '_', ' ']);
    let mut opening: String = words.chars().take(LONGEST).collect();
    if opening.len() < words.len() {
        opening.truncate(opening.rfind(' ').unwrap_or(opening.len()));
        opening.push('…');
    }
    opening
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typography_is_no_change() {
        let same = ["«Бірлік» — 30\u{a0}жыл", "\"Бірлік\"  -\n30 жыл ", "„Бірлік“ – 30 жыл\u{ad}"];
        assert_eq!(same.map(ParagraphHash::of), [ParagraphHash::of(same[0]); 3]);
        assert_ne!(ParagraphHash::of("19 бірлестік"), ParagraphHash::of("20 бірлестік"));
    }

    #[test]
    fn a_hash_is_eight_digits() {
        assert_eq!(ParagraphHash::of("").to_string(), "af1349b9");
        assert_eq!(ParagraphHash::parse("00000001").map(|hash| hash.to_string()).as_deref(), Some("00000001"));
        for other in ["", "1234567", "123456789", "+1234567", "1234567g"] {
            assert_eq!(ParagraphHash::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_paragraph_is_known_by_how_it_begins() {
        assert_eq!(opening("## Дом дружбы\nв цифрах"), "Дом дружбы в цифрах");
        assert_eq!(opening(&"бірлік ".repeat(20)), format!("{}…", "бірлік ".repeat(7).trim_end()));
        assert_eq!(opening(&"a".repeat(60)), format!("{}…", "a".repeat(50)));
    }

    proptest! {
        #[test]
        fn a_hash_is_read_as_it_is_written(text in "\\PC*") {
            let hash = ParagraphHash::of(&text);
            prop_assert_eq!(ParagraphHash::parse(&hash.to_string()), Some(hash));
        }
    }
}
