//! Straight quotation marks.

use crate::diagnostic::{Code, Diagnostic, Edit};
use crate::language::Language;
use crate::rules::page::Page;
use crate::rules::prose::Prose;
use std::ops::Range;

/// Quotation marks of a language: the outer pair and the inner one.
type Marks = [(&'static str, &'static str); 2];

/// Straight marks around words.
pub fn rule(page: &Page<'_>) -> Vec<Diagnostic> {
    let marks = marks(page.language());
    page.in_texts(|prose| straight(prose, &marks))
}

/// The marks of a language (languages.md, 7); of one that is not listed, those of English.
fn marks(language: Language) -> Marks {
    let russian = [("«", "»"), ("„", "“")];
    match (language.primary(), language.script()) {
        ("kk", None | Some("Cyrl")) => [("«", "»"), ("“", "”")],
        ("ru" | "uk" | "be" | "ky" | "tg" | "tt" | "ba" | "ug", _) | ("uz", Some("Cyrl")) | ("kk", _) => russian,
        ("de", _) => [("„", "“"), ("‚", "‘")],
        ("fr", _) => [("« ", " »"), ("“", "”")],
        _ => [("“", "”"), ("‘", "’")],
    }
}

/// A mark that is open.
struct Open {
    at: usize,
    straight: bool,
}

fn straight(prose: &Prose<'_>, marks: &Marks) -> Vec<Diagnostic> {
    let mut open: Vec<Open> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in prose.words.char_indices() {
        match c {
            '"' if prose.exact(at..at + 1).is_none() => {}
            '"' if is_attribute(prose, &open) => _ = open.pop(),
            '"' if prose.before(at) == Some('=') => open.push(Open { at, straight: false }),
            '"' if is_measure(prose, at, &open) => {}
            '"' if opens(prose, at, &open) => open.push(Open { at, straight: true }),
            '"' if open.last().is_some_and(|last| last.straight) => {
                let start = open.pop().map_or(at, |last| last.at);
                found.push(pair(prose, start..at + 1, marks.get(open.len())));
            }
            '"' => found.push(pair(prose, at..at + 1, None)),
            '«' | '„' => open.push(Open { at, straight: false }),
            '“' if !open.iter().any(|mark| prose.after(mark.at) == Some('„')) => {
                open.push(Open { at, straight: false })
            }
            '»' | '“' | '”' if open.last().is_some_and(|last| !last.straight) => _ = open.pop(),
            _ => {}
        }
    }
    found.extend(open.iter().filter(|mark| mark.straight).map(|mark| pair(prose, mark.at..mark.at + 1, None)));
    found
}

/// Whether the mark that is open stands at the value of an attribute, which is no prose.
fn is_attribute(prose: &Prose<'_>, open: &[Open]) -> bool {
    open.last().is_some_and(|last| !last.straight && prose.after(last.at) == Some('"'))
}

/// Inches, seconds and minutes: a mark right after a digit that closes nothing.
fn is_measure(prose: &Prose<'_>, at: usize, open: &[Open]) -> bool {
    prose.before(at).is_some_and(|c| c.is_ascii_digit()) && !open.last().is_some_and(|last| last.straight)
}

/// A mark opens before a word and after a space or a sign that opens, too.
fn opens(prose: &Prose<'_>, at: usize, open: &[Open]) -> bool {
    let before = prose.before(at);
    let after = prose.after(at + 1);
    let word = after.is_some_and(|c| !c.is_whitespace() && !".,;:!?)»”".contains(c));
    let apart = before.is_none_or(|c| c.is_whitespace() || "([{«„“—–-/\"".contains(c));
    let beside = before == Some('"') && open.last().is_none_or(|last| !last.straight || last.at + 1 != at);
    word && apart && !beside
}

/// The finding at a pair and what replaces its marks, or at a mark alone, which nothing can replace safely.
fn pair(prose: &Prose<'_>, range: Range<usize>, marks: Option<&(&str, &str)>) -> Diagnostic {
    let finding = prose.finding(Code::StraightQuotes, range.clone());
    let ends = [range.start..range.start + 1, range.end - 1..range.end].map(|end| prose.exact(end));
    let ([Some(first), Some(last)], Some((opening, closing))) = (ends, marks) else {
        return finding.with("proposal", "none");
    };
    let inner = prose.at(range.start + 1..range.end - 1);
    let mut finding = finding.with("proposal", format!("{opening}{inner}{closing}"));
    finding.fix =
        vec![Edit { span: first, text: (*opening).to_owned() }, Edit { span: last, text: (*closing).to_owned() }];
    finding
}
