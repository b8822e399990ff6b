//! What a term was called, since when it has been, and what it came from.

use crate::config::Config;
use crate::config::periods::{self, Former};
use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::names::Names;
use crate::model::newsroom::{History, Term, TermNo};
use jiff::civil::Date;
use std::collections::BTreeMap;

impl History {
    /// Whether the term was on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// All its former names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.former.values().flatten().map(|former| former.value.as_str())
    }

    /// Former names that are told for all languages at once, by language.
    pub fn by_language(former: Vec<Former<BTreeMap<Language, String>>>) -> BTreeMap<Language, Vec<Former<String>>> {
        let mut all: BTreeMap<Language, Vec<Former<String>>> = BTreeMap::new();
        for Former { from, until, value } in former {
            for (language, name) in value {
                all.entry(language).or_default().push(Former { from, until, value: name });
            }
        }
        all
    }
}

impl Term {
    /// The name that it bore on a day, in a language or the nearest to it; today's where none other is known.
    pub fn name_on(&self, day: Date, language: Language, config: &Config) -> &str {
        let spoken = config.spoken(&self.names, language);
        let former = spoken.and_then(|spoken| periods::on(self.history.former.get(&spoken)?, day));
        let today = || spoken.and_then(|spoken| self.names.get(&spoken)).unwrap_or(&self.id);
        former.map_or_else(today, |former| &former.value)
    }
}

/// A predecessor as a file names it.
pub struct Origin {
    /// The term that came from it.
    pub term: TermNo,
    /// The name.
    pub name: At<String>,
    /// The file.
    pub place: Place,
}

/// Joins terms to their predecessors. One that is not known, that is no older, or that came from the term itself is a
/// finding, and not joined.
pub fn join(origins: Vec<Origin>, terms: &mut [Term], names: &Names, findings: &mut Vec<Diagnostic>) {
    for Origin { term: no, name, place } in origins {
        let Some(taxonomy) = terms.get(no.index()).map(|term| term.taxonomy) else { continue };
        let Some(found) = names.find(taxonomy, &name.value) else {
            findings.push(names.unknown(taxonomy, &name, &place.file, terms));
            continue;
        };
        if descends(found, no, terms) || is_no_older(found, no, terms) {
            findings.push(Diagnostic::new(Code::BadPredecessor, place).with("name", name.value));
        } else if let Some(term) = terms.get_mut(no.index()) {
            term.history.predecessor = Some(found);
        }
    }
}

/// Whether a term is another, or came from it. No circle is ever joined, so that the way ends.
fn descends(term: TermNo, from: TermNo, terms: &[Term]) -> bool {
    let before = |no: &TermNo| terms.get(no.index())?.history.predecessor;
    std::iter::successors(Some(term), before).any(|no| no == from)
}

fn is_no_older(term: TermNo, than: TermNo, terms: &[Term]) -> bool {
    let from = |no: TermNo| terms.get(no.index())?.history.from;
    from(term).zip(from(than)).is_some_and(|(term, than)| term >= than)
}

/// The regions that stood on a day where one stands that did not yet, or did no longer.
pub fn instead(no: TermNo, day: Date, terms: &[Term]) -> Vec<TermNo> {
    let history = |no: TermNo| terms.get(no.index()).map(|term| &term.history);
    if history(no).is_some_and(|history| history.from.is_some_and(|from| day < from)) {
        let before = |no: &TermNo| history(*no)?.predecessor;
        let held = |no: &TermNo| history(*no).is_some_and(|history| history.holds(day));
        return std::iter::successors(before(&no), before).find(held).into_iter().collect();
    }
    let numbers = (0..).map(TermNo).zip(terms);
    let parts = numbers.filter(|(_, term)| term.taxonomy == Taxonomy::Region && term.history.predecessor == Some(no));
    parts.filter(|(_, part)| part.history.holds(day)).map(|(no, _)| no).collect()
}
