//! Characters that nobody sees: zero-width and control characters, soft hyphens, and no-break spaces where none is needed.

use crate::diagnostic::{Code, Diagnostic};
use crate::language::Direction;
use crate::markdown::Role;
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;

/// From how many letters on a word stands for itself, so that nothing need be kept beside it.
const LONG: usize = 4;

/// Invisible characters, and no-break spaces that no typography asks for.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    page.in_texts(|prose| invisible(prose).chain(spaces(prose)).collect())
}

fn invisible(prose: &Prose<'_>) -> impl Iterator<Item = Diagnostic> {
    let prose = *prose;
    let runs = prose.block.runs.iter().scan(0, |at, run| {
        *at += run.text.len();
        Some((run, *at - run.text.len()))
    });
    let own = runs.filter(|(run, _)| run.role == Role::Words);
    let found = own.flat_map(move |(run, start)| {
        let is_odd = |(at, c): &(usize, char)| is_invisible(*c) && !is_needed(&prose.block.text(), *at, *c, &prose);
        run.text.char_indices().map(|(at, c)| (start + at, c)).filter(is_odd).collect::<Vec<_>>()
    });
    found.map(move |(at, c)| {
        let range = at..at + c.len_utf8();
        let finding = prose.page.finding(Code::InvisibleCharacter, prose.block.place(range.clone()));
        let finding = finding.with("sign", format!("U+{:04X}", u32::from(c)));
        match prose.exact(range) {
            Some(span) => finding.mended_by(span, if is_space(c) { " " } else { "" }),
            None => finding,
        }
    })
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}')
        || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Signs that part words or lines.
fn is_space(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}')
}

/// Joiners between the parts of a picture sign or the letters of a script that joins them, marks of direction in a
/// text that runs from the right.
fn is_needed(text: &str, at: usize, c: char, prose: &Prose<'_>) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let joins = before
        .is_some_and(|c| matches!(c, '\u{590}'..='\u{e7f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe0f}' | '\u{2190}'.. ));
    match c {
        '\u{200c}' | '\u{200d}' => joins,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}' => prose.language().direction() == Direction::Rtl,
        _ => false,
    }
}

/// Runs of white space with a no-break space among them that are not one such space where typography wants it.
fn spaces(prose: &Prose<'_>) -> impl Iterator<Item = Diagnostic> {
    let prose = *prose;
    let is_white = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let mut at = 0;
    let runs = std::iter::from_fn(move || {
        let start = at + prose.words.get(at..)?.find(is_white)?;
        let rest = prose.words.get(start..)?;
        at = start + rest.find(|c| !is_white(c)).unwrap_or(rest.len());
        Some(start..at)
    });
    let hard = runs.filter(move |run| prose.at(run.clone()).contains(['\u{a0}', '\u{202f}']));
    hard.filter(move |run| !is_in_place(&prose, run.clone())).map(move |run| {
        let around = prose.at(beginning_of_word(&prose, run.start)..end_of_word(&prose, run.end));
        let finding = prose.page.finding(Code::NoBreakSpace, prose.block.place(run.clone())).with("text", around);
        match prose.exact(run.clone()) {
            Some(span) => finding.mended_by(span, " "),
            None => finding,
        }
    })
}

/// One no-break space that has a number, a sign, a name, an abbreviation or a short word at one of its sides.
fn is_in_place(prose: &Prose<'_>, run: Range<usize>) -> bool {
    let before = prose.at(beginning_of_word(prose, run.start)..run.start);
    let after = prose.at(run.end..end_of_word(prose, run.end));
    let plain = |word: &str| word.chars().count() >= LONG && word.chars().all(char::is_lowercase);
    let name = before.strip_prefix(char::is_uppercase);
    let after = after.trim_end_matches(['.', ',', '!', '?', ';', ':', '»', ')']);
    let between = plain(name.unwrap_or(before)) && plain(after);
    prose.at(run).chars().count() == 1 && !before.is_empty() && !after.is_empty() && !between
}

fn beginning_of_word(prose: &Prose<'_>, end: usize) -> usize {
    let before = prose.at(0..end);
    before.len() - before.rsplit(char::is_whitespace).next().unwrap_or_default().len()
}

fn end_of_word(prose: &Prose<'_>, start: usize) -> usize {
    let after = prose.at(start..prose.words.len());
    start + after.split(char::is_whitespace).next().unwrap_or_default().len()
}
