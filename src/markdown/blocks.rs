//! The parts that a translator works through.

use crate::markdown::events::options;
use pulldown_cmark::{Event, Parser};
use std::ops::Range;

/// The top-level blocks of a body, as ranges of its bytes in order: paragraphs, headings, lists, tables, quotations,
/// footnotes.
pub fn blocks(body: &str) -> Vec<Range<usize>> {
    let (mut blocks, mut depth) = (Vec::new(), 0usize);
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        if depth == 0 && !matches!(event, Event::End(_)) {
            blocks.push(range);
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_what_stands_between_empty_lines() {
        let body = "One\ntwo\n\n## Three\n\n- four\n- five\n\n> six\n>\n> seven\n\n***\n\n| a |\n|---|\n| b |\n\n[^1]: eight\n";
        let texts: Vec<&str> = blocks(body).into_iter().map(|range| body[range].trim_end()).collect();
        let quote = "> six\n>\n> seven";
        assert_eq!(
            texts,
            ["One\ntwo", "## Three", "- four\n- five", quote, "***", "| a |\n|---|\n| b |", "[^1]: eight"]
        );
        assert!(blocks("").is_empty());
    }
}
