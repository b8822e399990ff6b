//! What a rule sees of one text.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::language::Language;
use crate::language::letters::runs;
use crate::markdown::{self, Block};
use crate::parse::Document;
use crate::rules::front::{FrontText, front};
use crate::rules::mask::masked;
use crate::rules::person::{Person, named};
use std::ops::Range;

/// One file of content, read for its words.
pub struct Page<'a> {
    /// What was understood of it.
    pub document: &'a Document,
    /// The file as it was written.
    pub text: &'a str,
    /// The prose of its front matter; all places are places in the file.
    pub front: Vec<FrontText>,
    /// Its body, block by block; all places are places in the file.
    pub blocks: Vec<Block>,
    /// The words of `front`, then of `blocks`, masked.
    pub words: Vec<String>,
    /// The runs of letters in each of `words`, in order.
    pub letters: Vec<Vec<Range<usize>>>,
    /// The people that it names, each spelling once.
    pub people: Vec<Person>,
}

impl<'a> Page<'a> {
    /// Reads the words of a file.
    pub fn new(document: &'a Document, text: &'a str) -> Self {
        let start = document.body.start as usize;
        let blocks = markdown::prose(text.get(start..).unwrap_or_default(), start);
        let front = front(&document.file, text);
        let words: Vec<String> = front.iter().map(|front| &front.block).chain(&blocks).map(masked).collect();
        let letters = words.iter().map(|words| runs(words)).collect();
        let people = named(document.language, &front, &blocks);
        Self { document, text, front, blocks, words, letters, people }
    }

    /// The language of the text.
    pub fn language(&self) -> Language {
        self.document.language
    }

    /// A finding in this file.
    pub fn finding(&self, code: Code, span: Span) -> Diagnostic {
        Diagnostic::new(code, Place::new(self.document.file.clone(), span))
    }

    /// What was written at a place.
    pub fn written(&self, span: Span) -> &'a str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The whole lines that a place lies in, with the empty line after them: what is taken out when it goes.
    pub fn lines(&self, span: Span) -> Span {
        let (before, after) = (self.text.get(..span.start as usize), self.text.get(span.end as usize..));
        let start = before.and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let mut rest = after.unwrap_or_default().split_inclusive('\n');
        let line = rest.next().map_or(0, str::len);
        let empty = rest.next().filter(|next| next.trim().is_empty()).map_or(0, str::len);
        Span::new(start, span.end as usize + line + empty)
    }
}
