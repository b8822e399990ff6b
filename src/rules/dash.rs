//! Hyphens where a dash belongs: between words, before direct speech, in ranges of years.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::markdown::{Block, BlockKind};
use crate::rules::numeral;
use crate::rules::page::Page;
use crate::rules::prose::{Prose, is_cyrillic};
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
    let cyrillic = is_cyrillic(prose.language());
    let hyphens = prose.words.match_indices('-').filter(move |(at, _)| prose.before(*at) != Some('-'));
    hyphens.filter_map(move |(start, _)| {
        let rest = prose.at(start..prose.words.len());
        let end = start + rest.len() - rest.trim_start_matches('-').len();
        let is_space = |c: Option<char>| matches!(c, Some(' ' | '\u{a0}'));
        let (left, right) = (prose.at(0..start), prose.at(end..prose.words.len()));
        let spaced = is_space(prose.before(start)) && is_space(prose.after(end)) && end - start <= 3;
        let joined = end - start == 2 && left.ends_with(char::is_alphabetic) && right.starts_with(char::is_alphabetic);
        let (left, right) = (left.trim_end(), right.trim_start());
        let sum = left.ends_with(|c: char| c.is_ascii_digit()) && right.starts_with(|c: char| c.is_ascii_digit());
        if left.is_empty() || right.is_empty() || sum || !(spaced || joined) {
            return None;
        }
        let dash = match (spaced, cyrillic) {
            (true, true) => "—",
            (true, false) => "–",
            (false, true) => " — ",
            (false, false) => "—",
        };
        Some(finding(&prose, start..end, dash))
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

/// `2026-2030`, `XIX-XX`.
fn ranges<'a>(prose: &Prose<'a>) -> impl Iterator<Item = Diagnostic> + use<'a> {
    let prose = *prose;
    let hyphens = prose.words.match_indices('-').map(|(at, _)| at);
    hyphens.filter(move |at| is_range(&prose, *at)).map(move |at| finding(&prose, at..at + 1, "–"))
}

fn is_range(prose: &Prose<'_>, at: usize) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || "-–—/№+.".contains(c);
    let left = prose.at(0..at).rsplit(|c: char| !is_part(c)).next().unwrap_or_default();
    let right = prose.at(at + 1..prose.words.len()).split(|c: char| !is_part(c)).next().unwrap_or_default();
    let right = right.trim_end_matches('.');
    let year = |text: &str| text.parse::<u32>().ok().filter(|year| text.len() == 4 && (1000..2100).contains(year));
    let roman = |text: &str| numeral::value(text).filter(|_| text.chars().all(|c| "IVXL".contains(c)));
    let ascending = |left: Option<u32>, right: Option<u32>| left.zip(right).is_some_and(|(left, right)| left < right);
    let numbered = prose.at(0..at - left.len()).trim_end().ends_with(['№', '+']);
    !numbered && (ascending(year(left), year(right)) || ascending(roman(left), roman(right)))
}

/// A line of direct speech that begins with a hyphen: a list item that reading took for speech, or a paragraph.
fn speech(page: &Page<'_>, block: &Block) -> Option<Diagnostic> {
    let first = block.runs.first().filter(|_| block.kind == BlockKind::Paragraph)?;
    let start = first.span.start as usize;
    let rest = page.text.get(start..)?;
    let is_dissolved = first.text == "— " && first.span.start == first.span.end && rest.starts_with("- ");
    let is_glued = first.text.starts_with('-')
        && rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_uppercase))
        && is_cyrillic(page.language());
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
