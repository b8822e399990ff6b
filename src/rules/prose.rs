//! One text as rules about letters and signs see it.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::language::Language;
use crate::markdown::{Block, Role};
use crate::rules::page::Page;
use std::ops::Range;

/// The words of a block. All ranges are ranges of `words`.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// The page that it stands on.
    pub page: &'a Page<'a>,
    /// The block.
    pub block: &'a Block,
    /// Its words, byte for byte; code, addresses and words of another language are masked.
    pub words: &'a str,
    /// The runs of letters among them, in order.
    letters: &'a [Range<usize>],
}

impl Page<'_> {
    /// Every text of the page as rules about letters and signs see it: the front matter's, then the body's.
    pub fn texts(&self) -> impl Iterator<Item = Prose<'_>> {
        let blocks = self.front.iter().map(|front| &front.block).chain(&self.blocks);
        let words = self.words.iter().zip(&self.letters);
        blocks.zip(words).map(|(block, (words, letters))| Prose { page: self, block, words, letters })
    }

    /// What `rule` finds in each of the texts.
    pub fn in_texts(&self, rule: impl Fn(&Prose<'_>) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
        self.texts().flat_map(|prose| rule(&prose)).collect()
    }
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
    pub fn letters(&self) -> impl Iterator<Item = Range<usize>> + use<'a> {
        self.letters.iter().cloned()
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

/// What an editor is given to write: spaces at which no line ends are for readers, and nobody sees them in a file.
pub fn visible(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}
