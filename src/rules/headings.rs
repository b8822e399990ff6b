//! Headings that skip a level.

use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::BlockKind;
use crate::rules::page::Page;

/// Finds headings that stand deeper than one below what encloses them, and the first that is written as the page's title.
pub fn check(page: &Page<'_>) -> Vec<Diagnostic> {
    let headings = page.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading(level) => Some((level, block.span)),
        _ => None,
    });
    let (mut before, mut titled, mut found) = (1, 0, Vec::new());
    for (level, span) in headings {
        let why = match (level, before) {
            (1, _) if titled == 0 => Some("title"),
            (level, before) if level > before + 1 => Some(if before == 1 && titled == 0 { "first" } else { "jump" }),
            _ => None,
        };
        titled += usize::from(level == 1);
        let marks = |level: u8| "#".repeat(usize::from(level));
        let finding = |why| page.finding(Code::HeadingJump, span).with("why", why).with("found", marks(level));
        found.extend(why.map(|why| finding(why).with("wanted", marks((before + 1).max(2)))));
        before = level;
    }
    found
}
