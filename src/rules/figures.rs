//! Numbers that differ between a release and its translation.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::language::written_number::{Weight, WrittenNumber, numbers};
use crate::markdown::Block;
use crate::rules::page::Page;
use crate::rules::subject::Subject;
use std::collections::BTreeSet;

/// The largest number, in thousandths, that translations may put into words or leave out without being asked.
const SMALL: u64 = 12_000;

/// A number with its place in the file.
struct Figure {
    value: u64,
    weight: Weight,
    written: String,
    span: Span,
}

/// Finds numbers of the original that a translation does not have, each with the number that stands in its place.
pub fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let original = subject.release().and_then(|release| subject.page(release.original));
    let Some(original) = original.filter(|_| subject.pages.len() > 1) else { return Vec::new() };
    let figures = figures(original);
    let translations = subject.pages.iter().filter(|page| page.document.file != original.document.file);
    translations.flat_map(|page| compare(original, &figures, page)).collect()
}

/// What of front matter belongs to the text in every language.
const FRONT: [&str; 4] = ["title", "summary", "event.place", "image.caption"];

fn figures(page: &Page<'_>) -> Vec<Figure> {
    let front = page.front.iter().filter(|text| FRONT.contains(&text.key.as_str())).map(|text| &text.block);
    front.chain(&page.blocks).flat_map(|block| of_block(page, block)).collect()
}

fn of_block(page: &Page<'_>, block: &Block) -> Vec<Figure> {
    let text = block.prose();
    let figure = |number: WrittenNumber| Figure {
        value: number.value,
        weight: number.weight,
        written: text.get(number.range.clone()).unwrap_or_default().to_owned(),
        span: block.place(number.range),
    };
    numbers(page.language(), &text).into_iter().map(figure).collect()
}

fn compare(original: &Page<'_>, figures: &[Figure], page: &Page<'_>) -> Vec<Diagnostic> {
    let translated = self::figures(page);
    let missing = lacking(figures, &translated);
    let mut surplus = lacking(&translated, figures);
    let mut found = Vec::new();
    for figure in missing {
        let other = nearest(figure, &surplus).map(|at| surplus.remove(at));
        let large = figure.weight == Weight::Fact && figure.value > SMALL;
        if other.is_none() && !large {
            continue;
        }
        let span = other.map_or(page.document.title.span, |other| other.span);
        let finding = page.finding(Code::NumberMismatch, span).with("number", &figure.written);
        let finding = finding.with("other", other.map_or("none", |other| &other.written));
        found.push(finding.also(Place::new(original.document.file.clone(), figure.span)));
    }
    found
}

/// The numbers of the one that the other nowhere has, each value once.
fn lacking<'f>(one: &'f [Figure], other: &[Figure]) -> Vec<&'f Figure> {
    let mut known: BTreeSet<u64> = other.iter().map(|figure| figure.value).collect();
    one.iter().filter(|figure| figure.weight != Weight::Aside && known.insert(figure.value)).collect()
}

/// The number that most likely stands for another: of the same weight and the most like digits.
fn nearest(figure: &Figure, surplus: &[&Figure]) -> Option<usize> {
    let likeness = |other: &Figure| {
        let digits = |value: u64| value.to_string();
        (strsim::normalized_levenshtein(&digits(figure.value), &digits(other.value)) * 1000.0) as u64
    };
    let same = surplus.iter().enumerate().filter(|(_, other)| other.weight == figure.weight);
    same.max_by_key(|(at, other)| (likeness(other), usize::MAX - at)).map(|(at, _)| at)
}
