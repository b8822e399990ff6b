//! One text as rules about letters and signs see it.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::language::Language;
use crate::markdown::{Block, Role};
use crate::rules::page::Page;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// What stands in [`Prose::words`] for every byte that no rule about wording may touch.
pub const MASK: char = '\u{1a}';

/// The words of a block. All ranges are ranges of `words`.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// The page that it stands on.
    pub page: &'a Page<'a>,
    /// The block.
    pub block: &'a Block,
    /// Its words, byte for byte; code, addresses and words of another language are masked.
    pub words: &'a str,
}

impl<'a> Prose<'a> {
    /// The language of the words.
    pub fn language(&self) -> Language {
        self.page.language()
    }

    /// What stands in a range.
    pub fn at(&self, range: Range<usize>) -> &'a str {
        self.words.get(range).unwrap_or_default()
    }

    /// The character before a place.
    pub fn before(&self, at: usize) -> Option<char> {
        self.at(0..at).chars().next_back()
    }

    /// The character at a place.
    pub fn after(&self, at: usize) -> Option<char> {
        self.words.get(at..)?.chars().next()
    }

    /// The runs of letters, in order.
    pub fn letters(&self) -> impl Iterator<Item = Range<usize>> {
        let words = self.words;
        let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at + words.get(at..)?.find(is_letter)?;
            let length = words.get(start..)?.find(|c| !is_letter(c)).unwrap_or(words.len() - start);
            at = start + length;
            Some(start..at)
        })
    }

    /// The place in the file of a range whose bytes stand there as they are read, so that they can be replaced.
    pub fn exact(&self, range: Range<usize>) -> Option<Span> {
        let mut at = 0;
        let run = self.block.runs.iter().find(|run| {
            at += run.text.len();
            range.start < at
        })?;
        let start = at - run.text.len();
        let span = (range.end <= at && run.role == Role::Words && run.is_exact())
            .then(|| run.part(range.start - start..range.end - start))?;
        // A backslash before the sign says that it is meant as it stands.
        let escaped = self.page.written(Span { start: 0, end: span.start }).ends_with('\\')
            && self.at(range.clone()).starts_with(|c: char| c.is_ascii_punctuation());
        (!escaped && self.page.written(span) == self.at(range)).then_some(span)
    }

    /// A finding at a range, with what stands there as `$text`.
    pub fn finding(&self, code: Code, range: Range<usize>) -> Diagnostic {
        self.page.finding(code, self.block.place(range.clone())).with("text", self.at(range))
    }

    /// A finding at a range with `$text`, and `$proposal` that replaces it where it can; `none` for no proposal.
    pub fn mended(&self, code: Code, range: Range<usize>, proposal: Option<String>) -> Diagnostic {
        let finding = self.finding(code, range.clone());
        let finding = finding.with("proposal", proposal.as_deref().unwrap_or("none"));
        match proposal.zip(self.exact(range)) {
            Some((proposal, span)) => finding.mended_by(span, proposal),
            None => finding,
        }
    }
}

/// The words of a block with a mask over what no rule about wording may touch, byte for byte.
pub fn masked(block: &Block) -> String {
    let mut words = String::new();
    for run in &block.runs {
        match run.role {
            Role::Words => words.push_str(&run.text),
            Role::Break => words.push(' '),
            Role::Code | Role::Address | Role::Foreign => mask(&run.text, &mut words),
        }
    }
    if !words.contains(['@', '/', '.', '_']) {
        return words;
    }
    let mut done = String::with_capacity(words.len());
    for token in words.split_inclusive(char::is_whitespace) {
        let bare = token.trim_end();
        if is_address(bare) {
            mask(bare, &mut done);
            done.push_str(token.get(bare.len()..).unwrap_or_default());
        } else {
            done.push_str(token);
        }
    }
    done
}

fn mask(text: &str, to: &mut String) {
    to.extend(text.bytes().map(|_| MASK));
}

/// A mail or web address, the name of a file or of an account that stands in the text without any mark.
fn is_address(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '/');
    let dotted = || {
        let labels: Vec<&str> = token.split(['.', '/']).collect();
        let last = token.split('/').next().and_then(|host| host.rsplit('.').next()).unwrap_or_default();
        labels.len() > 1
            && last.len() > 1
            && last.chars().all(|c| c.is_ascii_alphanumeric())
            && last.chars().any(|c| c.is_ascii_lowercase())
            && token.split('/').next().is_some_and(|host| host.contains('.') && host.is_ascii())
            && labels.iter().all(|label| !label.is_empty())
    };
    token.contains("://") || token.contains('@') || token.starts_with("www.") || token.contains('_') || dotted()
}

/// Whether a language is written in Cyrillic letters.
pub fn is_cyrillic(language: Language) -> bool {
    const CYRILLIC: [&str; 13] = ["kk", "ru", "uk", "be", "ky", "tg", "tt", "ba", "cv", "bg", "mk", "mn", "dng"];
    language.script().map_or(CYRILLIC.contains(&language.primary()), |script| script == "Cyrl")
}
