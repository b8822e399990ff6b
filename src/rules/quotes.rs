//! Straight quotation marks.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::language::typography::quotes::{self, Straight};
use crate::language::typography::{Marks, Style};
use crate::rules::page::Page;
use crate::rules::prose::{Prose, visible};
use std::ops::Range;

/// Straight marks around words.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let marks = &Style::of(page.language()).quotes;
    page.in_texts(|prose| {
        let straight = quotes::straight(prose.words, |at| prose.exact(at..at + 1).is_some());
        straight.into_iter().map(|found| finding(prose, found, marks)).collect()
    })
}

fn finding(prose: &Prose<'_>, found: Straight, marks: &Marks) -> Diagnostic {
    match found {
        Straight::Pair(first, last, depth) => pair(prose, first..last + 1, marks.get(depth)),
        Straight::Alone(at) => pair(prose, at..at + 1, None),
    }
}

/// The finding at a pair and what replaces its marks, or at a mark alone, which nothing can replace safely.
fn pair(prose: &Prose<'_>, range: Range<usize>, marks: Option<&(&str, &str)>) -> Diagnostic {
    let finding = prose.finding(Code::StraightQuotes, range.clone());
    let ends = [range.start..range.start + 1, range.end - 1..range.end].map(|end| prose.exact(end));
    let ([Some(first), Some(last)], Some((opening, closing))) = (ends, marks) else {
        return finding.with("proposal", "none");
    };
    let (opening, closing) = (visible(opening), visible(closing));
    let inner = prose.at(range.start + 1..range.end - 1);
    let mut finding = finding.with("proposal", format!("{opening}{inner}{closing}"));
    finding.fix = vec![Edit { span: first, text: opening }, Edit { span: last, text: closing }];
    finding
}
