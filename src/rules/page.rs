//! What a rule sees of one text.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::language::Language;
use crate::markdown::{self, Block};
use crate::parse::Document;
use crate::rules::front::{FrontText, front};

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
}

impl<'a> Page<'a> {
    /// Reads the words of a file.
    pub fn new(document: &'a Document, text: &'a str) -> Self {
        let start = document.body.start as usize;
        let blocks = markdown::prose(text.get(start..).unwrap_or_default(), start);
        Self { document, text, front: front(&document.file, text), blocks }
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
}
