//! Findings in their parts, for who lays them out himself.

use crate::diagnostic::{Diagnostic, Place};
use crate::report::messages::{UiLanguage, label, sentence};
use crate::report::people::{Quotes, Texts, level_label};
use crate::report::position::Position;
use crate::report::told::severity_word;
use serde::Serialize;

/// A finding, ready to be laid out. All texts are plain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parts {
    /// The code in words.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The same in the language of the user.
    pub label: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: Option<String>,
    /// The file, from the root.
    pub file: String,
    /// File, line and column, as editors open them: `content/…/ru.md:3:9`.
    pub place: String,
    /// The line of the text.
    pub quote: Option<Marked>,
    /// Other places that belong to it.
    pub also: Vec<String>,
}

/// A line of a text, and what is meant in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// What stands before it.
    pub before: String,
    /// What is meant.
    pub marked: String,
    /// What stands after it.
    pub after: String,
}

/// The parts of findings: errors first, then by place.
pub fn parts(findings: &[Diagnostic], texts: &dyn Texts, ui: UiLanguage) -> Vec<Parts> {
    let mut findings: Vec<&Diagnostic> = findings.iter().collect();
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), &finding.place, finding.code));
    let mut quotes = Quotes::new(texts);
    findings.into_iter().map(|finding| one(finding, &mut quotes, ui)).collect()
}

fn one(finding: &Diagnostic, quotes: &mut Quotes<'_>, ui: UiLanguage) -> Parts {
    let (message, remedy) = sentence(finding, ui);
    let quote = quotes.quoted(&finding.place).map(|(_, quote)| {
        let (before, rest) = quote.text.split_at(quote.marked.start);
        let (marked, after) = rest.split_at(quote.marked.end - quote.marked.start);
        Marked { before: before.to_owned(), marked: marked.to_owned(), after: after.to_owned() }
    });
    Parts {
        code: finding.code.word(),
        severity: severity_word(finding.severity),
        label: label(ui, level_label(finding.severity)),
        message,
        remedy,
        file: finding.place.file.to_string(),
        place: written(&finding.place, quotes),
        quote,
        also: finding.also.iter().map(|place| written(place, quotes)).collect(),
    }
}

fn written(place: &Place, quotes: &mut Quotes<'_>) -> String {
    match quotes.quoted(place) {
        Some((Position { line, column }, _)) => format!("{}:{line}:{column}", place.file),
        None => place.file.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Span};

    struct File;

    impl Texts for File {
        fn text(&self, file: &str) -> Option<String> {
            (file == "content/ru.md").then(|| "---\nregion: Кастанай\n---\n".to_owned())
        }
    }

    #[test]
    fn a_finding_is_told_in_parts() {
        let place = Place::new("content/ru.md", Span::new(12, 28));
        let finding =
            Diagnostic::new(Code::UnknownRegion, place.clone()).with("name", "Кастанай").with("nearest", "none");
        let note = Diagnostic::new(Code::UnexpectedFile, Place::new("content/a", Span::default()))
            .with("name", "a")
            .also(place);
        let told = parts(&[note, finding], &File, UiLanguage::Ru);
        assert_eq!(
            told[0],
            Parts {
                code: "unknown-region",
                severity: "error",
                label: "ошибка".to_owned(),
                message: "Регион «Кастанай» неизвестен".to_owned(),
                remedy: told[0].remedy.clone(),
                file: "content/ru.md".to_owned(),
                place: "content/ru.md:2:9".to_owned(),
                quote: Some(Marked {
                    before: "region: ".to_owned(),
                    marked: "Кастанай".to_owned(),
                    after: String::new()
                }),
                also: Vec::new(),
            }
        );
        assert_eq!((told[1].place.as_str(), &told[1].quote), ("content/a", &None));
        assert_eq!(told[1].also, ["content/ru.md:2:9"]);
    }
}
