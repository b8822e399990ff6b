//! Hyphens where a dash belongs: between words, before direct speech, in ranges.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::language::typography::{Style, dash};
use crate::markdown::{Block, BlockKind};
use crate::rules::page::Page;
use crate::rules::prose::{Prose, visible};
use std::ops::Range;

/// Hyphens for dashes.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let speech = page.blocks.iter().filter_map(|block| speech(page, block));
    let mut found = page.in_texts(|prose| between_words(prose).chain(ranges(prose)).collect());
    found.extend(speech);
    found
}

/// `слово - слово` and `слово -- слово`.
fn between_words<'a>(prose: &Prose<'a>) -> impl Iterator<Item = Diagnostic> + use<'a> {
    let prose = *prose;
    let style = Style::of(prose.language());
    let hyphens = prose.words.match_indices('-').filter(move |(at, _)| prose.before(*at) != Some('-'));
    hyphens.filter_map(move |(start, _)| {
        let hyphens = dash::run(prose.words, start);
        let dash = dash::between(style, prose.words, hyphens.clone())?;
        Some(finding(&prose, hyphens, &visible(dash)))
    })
}

/// The finding at a hyphen, told with the words around it.
fn finding(prose: &Prose<'_>, hyphen: Range<usize>, dash: &str) -> Diagnostic {
    let (before, after) = (prose.at(0..hyphen.start), prose.at(hyphen.end..prose.words.len()));
    let start = before.trim_end().rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let gap = after.len() - after.trim_start().len();
    let length = after.trim_start().find(char::is_whitespace).unwrap_or(after.trim_start().len());
    let (before, after) = (before.get(start..).unwrap_or_default(), after.get(..gap + length).unwrap_or_default());
    let place = prose.block.place(hyphen.clone());
    let finding = prose.page.finding(Code::HyphenForDash, place);
    let finding = finding.with("text", format!("{before}{}{after}", prose.at(hyphen.clone())));
    let finding = finding.with("proposal", format!("{before}{dash}{after}"));
    match prose.exact(hyphen) {
        Some(span) => finding.mended_by(span, dash),
        None => finding,
    }
}

/// `2026-2030`, `18-20 октября`.
fn ranges<'a>(prose: &Prose<'a>) -> impl Iterator<Item = Diagnostic> + use<'a> {
    let prose = *prose;
    let style = Style::of(prose.language());
    let hyphens = prose.words.match_indices('-').map(|(at, _)| at);
    hyphens.filter(move |at| dash::is_range(style, prose.words, *at)).map(move |at| finding(&prose, at..at + 1, "–"))
}

/// A line of direct speech that begins with a hyphen: a list item that reading took for speech, or a paragraph.
fn speech(page: &Page<'_>, block: &Block) -> Option<Diagnostic> {
    let first = block.runs.first().filter(|_| block.kind == BlockKind::Paragraph)?;
    let start = first.span.start as usize;
    let rest = page.text.get(start..)?;
    let is_dissolved = first.text == "— " && first.span.start == first.span.end && rest.starts_with("- ");
    let is_glued = first.text.starts_with('-')
        && rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_uppercase))
        && page.language().is_cyrillic();
    if !is_dissolved && !is_glued {
        return None;
    }
    let line = rest.lines().next().unwrap_or_default();
    let hyphen = Span::new(start, start + 1);
    let above = page.text.get(page.document.body.start as usize..start).unwrap_or_default();
    let follows =
        above.strip_suffix('\n').is_some_and(|above| !above.rsplit('\n').next().unwrap_or_default().trim().is_empty());
    let dash = match (is_dissolved, follows) {
        // A paragraph needs an empty line before it, a list item does not.
        (true, true) => "\n—",
        (true, false) => "—",
        _ => "— ",
    };
    let finding = page.finding(Code::HyphenForDash, hyphen).with("text", shown(line));
    let finding = finding.with("proposal", format!("— {}", shown(line).trim_start_matches(['-', ' '])));
    Some(finding.mended_by(hyphen, dash))
}

fn shown(line: &str) -> &str {
    const MOST: usize = 60;
    let end = line.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at).take_while(|at| *at < MOST).last();
    if line.len() > MOST { end.and_then(|end| line.get(..end)).unwrap_or(line) } else { line }
}
