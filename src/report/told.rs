//! A finding as programs want it: with lines and columns, the words that are meant, and its sentences.

use crate::diagnostic::{Diagnostic, Edit, Place, Severity, Span};
use crate::report::messages::{UiLanguage, sentence};
use crate::report::people::Texts;
use crate::report::position::{Position, position};
use std::sync::Arc;

/// A finding, told.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The finding.
    pub finding: &'a Diagnostic,
    /// What it says, without a full stop.
    pub message: String,
    /// What to do.
    pub remedy: Option<String>,
    /// Where it begins and ends; nothing for one about a whole file or folder.
    pub range: Option<[Position; 2]>,
    /// The words that are meant, as written.
    pub text: String,
    /// Where the other places that belong to it begin and end.
    pub also: Vec<Option<[Position; 2]>>,
    /// Where each edit that mends it begins and ends.
    pub fix: Vec<[Position; 2]>,
}

impl Told<'_> {
    /// Where it begins: in a whole file, at the first character.
    pub fn start(&self) -> Position {
        self.range.map_or(Position { line: 1, column: 1 }, |[start, _]| start)
    }
}

/// The word for a severity in formats that programs read.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// All findings, in the order given; findings of one file should follow one another, for its text is then read once.
pub fn told<'a>(findings: &'a [Diagnostic], texts: &dyn Texts, ui: UiLanguage) -> Vec<Told<'a>> {
    let mut teller = Teller { texts, last: None };
    findings.iter().map(|finding| teller.tell(finding, ui)).collect()
}

struct Teller<'t> {
    texts: &'t dyn Texts,
    last: Option<(Arc<str>, Option<String>)>,
}

impl Teller<'_> {
    fn tell<'a>(&mut self, finding: &'a Diagnostic, ui: UiLanguage) -> Told<'a> {
        let (message, remedy) = sentence(finding, ui);
        let also = finding.also.iter().map(|place| self.range(place)).collect();
        let range = self.range(&finding.place);
        let text = self.text(&finding.place.file);
        let words = text.and_then(|text| {
            let (start, end) = (finding.place.span.start as usize, finding.place.span.end as usize);
            text.get(text.floor_char_boundary(start)..text.ceil_char_boundary(end))
        });
        let words = words.unwrap_or_default().to_owned();
        let edits = |edit: &Edit| text.map_or([Position { line: 1, column: 1 }; 2], |text| ends(text, edit.span));
        let fix = finding.fix.iter().map(edits).collect();
        Told { finding, message, remedy, range, text: words, also, fix }
    }

    fn range(&mut self, place: &Place) -> Option<[Position; 2]> {
        let text = self.text(&place.file).filter(|_| place.span != Span::default())?;
        Some(ends(text, place.span))
    }

    fn text(&mut self, file: &Arc<str>) -> Option<&str> {
        if self.last.as_ref().is_none_or(|(last, _)| last != file) {
            self.last = Some((file.clone(), self.texts.text(file)));
        }
        self.last.as_ref().and_then(|(_, text)| text.as_deref())
    }
}

fn ends(text: &str, span: Span) -> [Position; 2] {
    [position(text, span.start), position(text, span.end)]
}
