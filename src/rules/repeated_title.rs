//! The title printed again where the text begins.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::markdown::{Block, BlockKind};
use crate::rules::page::Page;

/// A first paragraph or heading that says what the title says.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let title = bare(&page.document.title.value);
    let first = page.blocks.iter().find(|block| !block.runs.is_empty());
    let same = |block: &&Block| {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_)) && bare(&block.text()) == title
    };
    first.filter(same).filter(|_| !title.is_empty()).map(|block| repeated(page, block)).into_iter().collect()
}

/// The words alone, in small letters: neither signs nor emphasis make another title.
fn bare(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn repeated(page: &Page<'_>, block: &Block) -> Diagnostic {
    let finding = page.finding(Code::RepeatedTitle, block.span);
    if !block.pictures.is_empty() || !block.links.is_empty() {
        return finding;
    }
    let lines = page.lines(block.span);
    let under = page.text.get(lines.end as usize..).unwrap_or_default().lines().next().unwrap_or_default();
    let is_rule = !under.is_empty() && under.trim_end().chars().all(|c| matches!(c, '=' | '-'));
    let is_underlined = matches!(block.kind, BlockKind::Heading(_)) && is_rule;
    let lines = if is_underlined {
        Span { end: page.lines(Span { start: lines.end, end: lines.end }).end, ..lines }
    } else {
        lines
    };
    let begins = page.written(Span { end: block.span.start, ..lines });
    // What stands before it on its line is a sign of Markdown; a quotation or a list stays as it is.
    if begins.chars().all(|c| matches!(c, '#' | ' ' | '*' | '_')) { finding.mended_by(lines, "") } else { finding }
}
