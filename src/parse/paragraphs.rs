//! What a translation was made from: one short hash for the title, the summary and each paragraph of the original.

use crate::diagnostic::Span;
use crate::markdown::blocks;
use crate::parse::document::Document;
use crate::parse::paragraph_hash::ParagraphHash;
use std::ops::Range;

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
