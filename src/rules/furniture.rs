//! What stands around a text on a page and is copied along with it: links to other texts, counters, buttons, remains of
//! markup.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::language::written_date::{self, Written};
use crate::markdown::{Block, BlockKind, Role};
use crate::parse::Front;
use crate::rules::notices::{self, Notice};
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;
use std::sync::LazyLock;

/// The lists of what such lines say.
const FURNITURE: &str = include_str!("data/furniture.txt");
/// How many characters of a line tell what it is; the longest of the lists has half as many.
const OPENING: usize = 120;
/// The most bytes of a date with all that may stand beside it.
const LONGEST_DATE: usize = 120;
/// Names of attributes and entities that are left when markup is lost.
const ATTRIBUTES: [&str; 9] =
    ["width=", "height=", "style=", "class=", "align=", "border=", "src=", "href=", "target="];
const ENTITIES: [&str; 10] =
    ["&nbsp", "&laquo", "&raquo", "&quot", "&mdash", "&ndash", "&ldquo", "&rdquo", "&hellip", "&amp"];

/// Lines that are no text of the release, and remains of markup within its words.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = page.blocks.iter().flat_map(|block| in_block(page, block)).collect();
    found.extend(page.in_texts(remains));
    found
}

fn in_block(page: &Page<'_>, block: &Block) -> Vec<Diagnostic> {
    let found: Vec<Diagnostic> = lines(block).into_iter().filter_map(|line| furniture(page, block, line)).collect();
    if found.is_empty() { notices(page, block) } else { found }
}

/// Notices that are a paragraph, or those with which a paragraph of other words begins or ends: whether it reads well
/// without them, a person sees.
fn notices(page: &Page<'_>, block: &Block) -> Vec<Diagnostic> {
    let text = block.text();
    if !may_hold_notices(page, block, &text) {
        return Vec::new();
    }
    if let Some(notice) = notices::of_paragraph(&text) {
        let is_safe = notice == Notice::WordForWord && block.links.is_empty();
        return vec![told(page, block, 0..text.len(), "menu", is_safe.then(|| page.lines(block.span)))];
    }
    notices::around(&text).into_iter().map(|sentence| told(page, block, sentence, "menu", None)).collect()
}

/// A standing page may well say whose the rights are, a list how to register, and who speaks says what he likes; a link
/// of one word, `[Зарегистрируйтесь](…)`, leads where the release wants to.
fn may_hold_notices(page: &Page<'_>, block: &Block, text: &str) -> bool {
    let is_speech = text.starts_with(['-', '–', '—']);
    let is_page = matches!(page.document.front, Front::Page(_));
    let is_button = !block.links.is_empty() && !text.trim().contains(char::is_whitespace);
    let is_plain = block.kind == BlockKind::Paragraph && block.pictures.is_empty();
    is_plain && !is_speech && !is_page && !is_button
}

/// The lines of a block, as ranges of its text; a cell or a quotation is never taken for furniture.
fn lines(block: &Block) -> Vec<Range<usize>> {
    if matches!(block.kind, BlockKind::Cell | BlockKind::Quote) {
        return Vec::new();
    }
    let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
    for run in &block.runs {
        if run.role == Role::Break {
            lines.push(start..at);
            start = at + run.text.len();
        }
        at += run.text.len();
    }
    lines.push(start..at);
    lines
}

fn furniture(page: &Page<'_>, block: &Block, line: Range<usize>) -> Option<Diagnostic> {
    let text = block.text();
    let text = text.get(line.clone())?.trim();
    let place = block.place(line.clone());
    let alone = lines(block).len() == 1;
    let (what, safe) = if is_furniture(text) {
        ("menu", !text.ends_with(':'))
    } else if !alone || block.kind != BlockKind::Paragraph || !block.pictures.is_empty() {
        return None;
    } else if is_number(text) {
        ("number", false)
    } else if let Some(written) = date_alone(text) {
        ("date", shown_date(page) == Some(written.date))
    } else {
        return None;
    };
    let whole = if alone { page.lines(block.span) } else { own_line(page, place) };
    Some(told(page, block, line, what, safe.then_some(whole)))
}

/// The finding at a part of a block, and the lines that go with it when nothing else stands there.
fn told(page: &Page<'_>, block: &Block, part: Range<usize>, what: &str, lines: Option<Span>) -> Diagnostic {
    let text = block.text();
    let place = if part == (0..text.len()) { block.span } else { block.place(part.clone()) };
    let text = text.get(part).unwrap_or_default().trim();
    let finding = page.finding(Code::PageFurniture, place).with("text", text).with("what", what);
    let is_bare = |lines: &Span| {
        let begins = page.written(Span { end: place.start, ..*lines });
        begins.chars().all(|c| "#*_[ ".contains(c)) && block.pictures.is_empty()
    };
    match lines.filter(is_bare) {
        Some(lines) => finding.mended_by(lines, ""),
        None => finding,
    }
}

/// The date that a line is.
fn date_alone(text: &str) -> Option<Written> {
    let may_be = text.len() <= LONGEST_DATE && text.contains(|c: char| c.is_ascii_digit());
    if may_be { written_date::read(text).ok() } else { None }
}

/// The line of a paragraph without the empty one after it, which ends the paragraph.
fn own_line(page: &Page<'_>, place: Span) -> Span {
    let lines = page.lines(place);
    let end = page
        .written(Span { start: place.end, ..lines })
        .find('\n')
        .map_or(lines.end as usize, |end| place.end as usize + end + 1);
    Span::new(lines.start as usize, end)
}

fn shown_date(page: &Page<'_>) -> Option<jiff::civil::Date> {
    match &page.document.front {
        Front::Release(front) => front.date.as_ref().map(|date| date.value.at.date()),
        _ => None,
    }
}

fn is_furniture(text: &str) -> bool {
    static LINES: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| FURNITURE.lines().filter_map(|line| line.split_once(": ")).collect());
    let text = text.trim_end_matches(['.', '…', '»', '→', '!']).trim();
    let text: String = text.chars().take(OPENING).flat_map(char::to_lowercase).collect();
    LINES.iter().any(|(how, words)| match *how {
        "=" => text.trim_end_matches(':').trim_end() == *words,
        ":" => text.strip_prefix(*words).is_some_and(|rest| rest.is_empty() || rest.trim_start().starts_with(':')),
        "#" => counts(&text, words),
        _ => false,
    }) || is_path(&text)
}

/// `просмотров: 123`, `123 views`, `45 рет қаралды`.
fn counts(text: &str, words: &str) -> bool {
    let behind = text.strip_prefix(words).map(|rest| rest.trim_start().trim_start_matches([':', '-', '–', '—']));
    let before = text.strip_suffix(words).filter(|rest| rest.ends_with([' ', '\u{a0}']));
    behind.into_iter().chain(before).any(|number| is_digits(number.trim()))
}

/// `Главная / Новости / 2024`.
fn is_path(text: &str) -> bool {
    const HOMES: [&str; 4] = ["главная", "басты бет", "басты", "home"];
    [" / ", " > ", " » ", " → ", " | ", " › "].into_iter().any(|sign| {
        text.matches(sign).count() >= 1 && text.split(sign).next().is_some_and(|first| HOMES.contains(&first.trim()))
    })
}

/// A number that stands alone, as counters do; a year or a figure of one digit may be meant.
fn is_number(text: &str) -> bool {
    is_digits(text) && text.len() > 1
}

fn is_digits(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}'))
}

/// Attributes and entities that readers see as words.
fn remains(prose: &Prose<'_>) -> Vec<Diagnostic> {
    // Each of them has one of these signs, and hardly any text has.
    if !prose.words.contains(['=', '&']) {
        return Vec::new();
    }
    let starts = |names: &'static [&'static str]| {
        names.iter().flat_map(|name| prose.words.match_indices(name)).map(|(at, name)| at..at + name.len())
    };
    let attributes = starts(&ATTRIBUTES).filter(|range| {
        let apart = prose.before(range.start).is_none_or(|c| !c.is_alphanumeric() && c != '-');
        apart && prose.after(range.end).is_some_and(|c| c.is_ascii_digit() || matches!(c, '"' | '\'' | '“' | '»'))
    });
    let entities = starts(&ENTITIES).filter(|range| prose.after(range.end).is_none_or(|c| !c.is_alphanumeric()));
    let to_end = |range: Range<usize>| {
        let rest = prose.at(range.start..prose.words.len());
        let length = match rest.starts_with('&') {
            true => range.len() + usize::from(rest.get(range.len()..).is_some_and(|rest| rest.starts_with(';'))),
            false => rest.find(char::is_whitespace).unwrap_or(rest.len()),
        };
        range.start..range.start + length
    };
    let found = attributes.chain(entities).map(to_end);
    found.map(|range| prose.finding(Code::PageFurniture, range).with("what", "markup")).collect()
}
