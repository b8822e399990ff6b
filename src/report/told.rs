//! A finding as programs want it: with lines and columns, the words that are meant, and its sentences.

use crate::diagnostic::{Diagnostic, Place, Severity, Span};
use crate::report::messages::{UiLanguage, sentence};
use crate::report::people::{Quotes, Texts};
use crate::report::position::{Position, position};

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
    let mut quotes = Quotes::new(texts);
    findings.iter().map(|finding| tell(finding, &mut quotes, ui)).collect()
}

fn tell<'a>(finding: &'a Diagnostic, quotes: &mut Quotes<'_>, ui: UiLanguage) -> Told<'a> {
    let (message, remedy) = sentence(finding, ui);
    let also = finding.also.iter().map(|place| range(place, quotes)).collect();
    let range = range(&finding.place, quotes);
    let text = quotes.text(&finding.place.file).unwrap_or_default();
    let Span { start, end } = finding.place.span;
    let words = text.get(text.floor_char_boundary(start as usize)..text.ceil_char_boundary(end as usize));
    let fix = finding.fix.iter().map(|edit| ends(text, edit.span)).collect();
    Told { finding, message, remedy, range, text: words.unwrap_or_default().to_owned(), also, fix }
}

fn range(place: &Place, quotes: &mut Quotes<'_>) -> Option<[Position; 2]> {
    let text = quotes.text(&place.file).filter(|_| place.span != Span::default())?;
    Some(ends(text, place.span))
}

fn ends(text: &str, span: Span) -> [Position; 2] {
    [position(text, span.start), position(text, span.end)]
}
