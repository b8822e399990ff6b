//! Spaces too many: two in a row, one before a sign that belongs to the word before it.

use crate::diagnostic::{Code, Diagnostic};
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;

/// Spaces too many; French sets some of its signs apart.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    if page.language().primary() == "fr" {
        return Vec::new();
    }
    page.in_texts(|prose| runs(prose).filter_map(|run| stray(prose, run)).collect())
}

/// The runs of plain spaces that something stands before and after.
fn runs<'a>(prose: &Prose<'a>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let prose = *prose;
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + prose.words.get(at..)?.find(' ')?;
        let rest = prose.words.get(start..)?;
        at = start + rest.len() - rest.trim_start_matches(' ').len();
        Some(start..at)
    })
    .filter(move |run| run.start > 0 && run.end < prose.words.len())
}

fn stray(prose: &Prose<'_>, run: Range<usize>) -> Option<Diagnostic> {
    let before = prose.before(run.start)?;
    let after = prose.at(run.end..prose.words.len());
    let next = after.chars().next()?;
    // No-break spaces beside it are another rule's.
    if matches!(before, '\u{a0}' | '\u{202f}') || matches!(next, '\u{a0}' | '\u{202f}') {
        return None;
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let ratio = after.strip_prefix(": ").is_some_and(|after| digit(Some(before)) && digit(after.chars().next()));
    let keep = if is_glued(after) && !before.is_whitespace() && !ratio || "«„(".contains(before) {
        ""
    } else if run.len() > 1 {
        " "
    } else {
        return None;
    };
    let around = prose.at(run.start - before.len_utf8()..run.end + next.len_utf8());
    let finding = prose.page.finding(Code::StraySpace, prose.block.place(run.clone())).with("text", around);
    let finding = finding.with("proposal", format!("{before}{keep}{next}"));
    Some(match prose.exact(run) {
        Some(span) => finding.mended_by(span, keep),
        None => finding,
    })
}

/// Whether a text begins with a sign that no space stands before: not a smiley, not an ellipsis, not `.kz`.
fn is_glued(text: &str) -> bool {
    let mut letters = text.chars();
    let sign = letters.next().is_some_and(|c| ".,;:!?»)".contains(c));
    let next = letters.next();
    let smiley = text.starts_with([':', ';']);
    sign && next.is_none_or(|c| c.is_whitespace() || "»”\").,;:!?".contains(c) && !smiley)
}
