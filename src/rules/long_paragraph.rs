//! Paragraphs that nobody reads to the end.

use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::BlockKind;
use crate::rules::page::Page;

/// The most characters of a paragraph.
const MOST: usize = 1000;
/// How many characters of its beginning show which paragraph is meant.
const SHOWN: usize = 40;

/// Paragraphs of more than 1,000 characters.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let paragraphs = page.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote));
    let found = paragraphs.filter_map(|block| {
        let text = block.text();
        let count = text.chars().count();
        let (shown, _) = text.char_indices().nth(SHOWN).filter(|_| count > MOST)?;
        Some(page.finding(Code::LongParagraph, block.place(0..shown)).with("count", count))
    });
    found.collect()
}
