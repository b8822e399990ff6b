//! The title printed again where the text begins.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::markdown::{Block, BlockKind};
use crate::rules::page::Page;

/// The marks with which a sentence ends, and what may close behind them.
const MARKS: [char; 4] = ['.', '!', '?', '…'];
const CLOSING: [char; 6] = ['»', '”', '“', '"', '\'', ')'];
/// A title of fewer words may well be the beginning of a text, too.
const FEWEST_WORDS: usize = 4;
/// A full stop after fewer letters may be that of an abbreviation.
const FEWEST_LETTERS: usize = 4;

/// A first paragraph or heading that says what the title says, or the first sentence of a longer paragraph that does.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let title = bare(&page.document.title.value);
    let first = page.blocks.iter().find(|block| !block.runs.is_empty()).filter(|_| !title.is_empty());
    first.and_then(|block| in_block(page, block, &title)).into_iter().collect()
}

fn in_block(page: &Page<'_>, block: &Block, title: &str) -> Option<Diagnostic> {
    let text = block.text();
    match block.kind {
        BlockKind::Paragraph | BlockKind::Heading(_) if bare(&text) == title => Some(repeated(page, block)),
        BlockKind::Paragraph => {
            let end = first_sentence(&page.document.title.value, title, &text)?;
            Some(page.finding(Code::RepeatedTitle, block.place(0..end)))
        }
        _ => None,
    }
}

/// Where the first sentence of a paragraph ends, if it is a title, which is told as it was typed and bare.
fn first_sentence(typed: &str, title: &str, text: &str) -> Option<usize> {
    let last = title.rsplit(' ').next().unwrap_or_default();
    let may_go_on = typed.ends_with('.') && last.chars().count() < FEWEST_LETTERS;
    if title.split(' ').count() < FEWEST_WORDS || may_go_on {
        return None;
    }
    let marks = text.match_indices(MARKS).map(|(at, _)| at).take_while(|at| *at <= 2 * title.len());
    let mut ends = marks.filter_map(|at| text.split_at_checked(at)).filter(|(sentence, _)| bare(sentence) == title);
    let (_, rest) = ends.next()?;
    let rest = rest.trim_start_matches(MARKS).trim_start_matches(CLOSING).trim_start_matches(MARKS);
    let next = rest.trim_start();
    let begins = next.len() < rest.len() && next.starts_with(|c: char| !c.is_lowercase());
    begins.then_some(text.len() - rest.len())
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
