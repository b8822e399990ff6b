//! Names as answers to questions, and as the front matter of a language writes them.

use crate::commands::new::ask::Choice;
use crate::commands::new::stop::Stop;
use crate::commands::vocabulary::{self, is_among, said};
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::Term;
use crate::parse::When;
use crate::pipeline::Content;
use crate::report::{UiLanguage, phrase};
use crate::scaffold::Title;

/// The names that a newsroom knows.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The newsroom.
    pub content: &'a Content,
    /// The language of messages.
    pub ui: UiLanguage,
}

impl Names<'_> {
    /// A language of the newsroom.
    pub fn language(&self, written: &str) -> Result<Language, Stop> {
        vocabulary::language(self.content, written).map_err(|finding| self.stop(&finding))
    }

    /// A date in any spelling, in the zone of the newsroom.
    pub fn date(&self, written: &str) -> Result<When, Stop> {
        vocabulary::when(self.content, written).map_err(|finding| self.stop(&finding))
    }

    /// The name of a region in a language, by any of its names.
    pub fn region(&self, written: &str, language: Language) -> Result<String, Stop> {
        let region = vocabulary::region(self.content, written).map_err(|finding| self.stop(&finding))?;
        Ok(self.content.config.name_in(&region.names, language).unwrap_or(&region.id.value).to_owned())
    }

    /// The name of a project in a language, by any of its names.
    pub fn project(&self, written: &str, language: Language) -> Result<String, Stop> {
        let project = vocabulary::project(self.content, written).map_err(|finding| self.stop(&finding))?;
        Ok(self.shown(project, language))
    }

    /// The name of a tag in a language; of one that is not listed the name as written.
    pub fn tag(&self, written: &str, language: Language) -> String {
        let mut tags = self.terms(Taxonomy::Tag);
        let names = |tag: &&Term| is_among(written, tag.names.values().chain([&tag.id]).map(String::as_str));
        tags.find(names).and_then(|tag| tag.names.get(&language)).map_or_else(|| written.to_owned(), Clone::clone)
    }

    /// The languages, by their own names.
    pub fn languages(&self) -> Vec<Choice> {
        let languages = self.content.config.languages.written();
        languages.map(|language| choice(language.as_str(), format!("{} ({language})", language.endonym()))).collect()
    }

    /// The terms of a taxonomy that have names.
    pub fn choices(&self, taxonomy: Taxonomy, language: Language) -> Vec<Choice> {
        let named = self.terms(taxonomy).filter(|term| !term.names.is_empty());
        named.map(|term| choice(&term.id, self.shown(term, language))).collect()
    }

    fn terms(&self, taxonomy: Taxonomy) -> impl Iterator<Item = &Term> {
        self.content.newsroom.terms.iter().filter(move |term| term.taxonomy == taxonomy)
    }

    fn shown(&self, term: &Term, language: Language) -> String {
        self.content.config.name_in(&term.names, language).unwrap_or(&term.id).to_owned()
    }

    fn stop(&self, finding: &Diagnostic) -> Stop {
        Stop::Refused(said(finding, self.ui))
    }
}

fn choice(value: &str, label: String) -> Choice {
    Choice { value: Some(value.to_owned()), label }
}

/// Whether an answer is a date.
pub fn check_date(ui: UiLanguage, answer: &str) -> Result<(), String> {
    vocabulary::date(answer).map(|_| ()).map_err(|finding| said(&finding, ui))
}

/// Whether an answer is a title.
pub fn check_title(ui: UiLanguage, answer: &str) -> Result<(), String> {
    Title::parse(answer).map(|_| ()).map_err(|fault| phrase(ui, &format!("new-title-{}", fault.word()), []))
}

/// The title that was given.
pub fn title(ui: UiLanguage, written: &str) -> Result<Title, Stop> {
    Title::parse(written).map_err(|fault| Stop::phrase(ui, &format!("new-title-{}", fault.word()), []))
}
