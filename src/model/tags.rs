//! Tags: those that tags.yaml lists, and those that editors make up.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::language::names::fold;
use crate::language::{Language, slug};
use crate::location::Taxonomy;
use crate::model::newsroom::{Clash, Coined, History, Term, TermNo};
use crate::parse::TagEntry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The tags as they are met.
#[derive(Debug)]
pub struct Tags {
    offset: usize,
    language: Language,
    terms: Vec<Term>,
    by_name: HashMap<String, TermNo>,
    /// The tags that have an id, each with its first spelling.
    by_id: HashMap<String, Vec<(TermNo, String)>>,
    /// The number of the first tag that is not listed.
    first_made: usize,
    coined: Vec<Coined>,
    clashes: Vec<Clash>,
}

impl Tags {
    /// The listed tags, to be numbered from `offset` on; the ids of others are made by the rules of `language`.
    pub fn new(listed: Vec<TagEntry>, offset: usize, language: Language) -> Self {
        let mut tags = Self {
            offset,
            language,
            terms: Vec::new(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
            first_made: offset + listed.len(),
            coined: Vec::new(),
            clashes: Vec::new(),
        };
        for entry in listed {
            let words: Vec<String> = entry.names.values().chain([&entry.id.value]).map(|name| fold(name)).collect();
            let shown = entry.names.values().next().unwrap_or(&entry.id.value).clone();
            let no = tags.push(entry.id.value, shown, entry.names);
            tags.by_name.extend(words.into_iter().map(|word| (word, no)));
        }
        tags
    }

    fn push(&mut self, id: String, shown: String, names: BTreeMap<Language, String>) -> TermNo {
        let no = TermNo(u32::try_from(self.offset + self.terms.len()).unwrap_or(u32::MAX));
        self.by_id.entry(id.clone()).or_default().push((no, shown));
        let (code, aliases, history) = (None, Vec::new(), History::default());
        self.terms.push(Term { taxonomy: Taxonomy::Tag, id, names, code, aliases, map: None, history, project: None });
        no
    }

    /// The tag that a text of a language means; one that is not listed is made, with a note.
    pub fn find(
        &mut self,
        tag: &At<String>,
        language: Language,
        file: &Arc<str>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<TermNo> {
        let (name, place) = (fold(&tag.value), Place::new(file.clone(), tag.span));
        let no = match self.by_name.get(&name) {
            Some(no) => *no,
            None => self.make(&tag.value, &name, language, &place, findings)?,
        };
        self.compare(no, &tag.value, &place);
        self.coin(no, language, &tag.value, &name);
        Some(no)
    }

    fn make(
        &mut self,
        written: &str,
        name: &str,
        language: Language,
        place: &Place,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<TermNo> {
        // Neither the spelling nor the language of whoever names it first counts: he may not be public yet.
        let id = slug::slug(self.language, name);
        let finding = |code| Diagnostic::new(code, place.clone());
        if id.is_empty() {
            let proposal = slug::proposal(language, written);
            findings.push(finding(Code::BadSlug).with("text", written).with("proposal", proposal));
            return None;
        }
        findings.push(finding(Code::UnlistedTag).with("tag", written).with("language", language));
        let no = self.push(id, written.to_owned(), BTreeMap::new());
        self.by_name.insert(name.to_owned(), no);
        Some(no)
    }

    /// Notes the tags before this one that would have its page. Whether they show is not known yet.
    fn compare(&mut self, tag: TermNo, written: &str, place: &Place) {
        let id = self.id(tag);
        let before = self.by_id.get(id).into_iter().flatten().take_while(|(other, _)| *other != tag);
        let clash = |(other, shown): &(TermNo, String)| {
            let finding = Diagnostic::new(Code::TagClash, place.clone()).with("tag", written);
            let finding = finding.with("other", shown).with("slug", id);
            Clash { tag, other: Some(*other).filter(|other| other.index() >= self.first_made), finding }
        };
        let clashes: Vec<Clash> = before.map(clash).collect();
        self.clashes.extend(clashes);
    }

    /// Notes what a text calls a tag that has no name in its language; the id of a listed tag is no name.
    fn coin(&mut self, tag: TermNo, language: Language, written: &str, folded: &str) {
        let Some(term) = tag.index().checked_sub(self.offset).and_then(|index| self.terms.get(index)) else { return };
        let is_name = term.names.is_empty() || fold(&term.id) != folded;
        if is_name && !term.names.contains_key(&language) {
            self.coined.push(Coined { tag, language, name: written.to_owned() });
        }
    }

    /// The names that were coined since they were last taken.
    pub fn take_coined(&mut self) -> Vec<Coined> {
        std::mem::take(&mut self.coined)
    }

    /// The id of a tag.
    pub fn id(&self, no: TermNo) -> &str {
        let index = no.index().checked_sub(self.offset);
        index.and_then(|index| self.terms.get(index)).map_or("", |term| &term.id)
    }

    /// All tags as terms, listed ones first, and those that would have one page.
    pub fn into_terms(self) -> (Vec<Term>, Vec<Clash>) {
        (self.terms, self.clashes)
    }
}
