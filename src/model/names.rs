//! The names by which editors call regions and projects.

use crate::diagnostic::{At, Code, Diagnostic, Place};
use crate::language::names::fold;
use crate::location::Taxonomy;
use crate::model::newsroom::{Term, TermNo};
use crate::model::subjects::Subject;
use crate::parse::{Front, RegionEntry};
use std::collections::HashMap;
use std::sync::Arc;

/// Every name of every region and project.
#[derive(Debug, Default)]
pub struct Names {
    by_name: HashMap<(Taxonomy, String), (TermNo, String, Place)>,
}

impl Names {
    /// Adds a region: its id, ISO code, names of today and of before, and aliases.
    pub fn add_region(&mut self, file: &Arc<str>, entry: &RegionEntry, no: TermNo, findings: &mut Vec<Diagnostic>) {
        let place = |at: &At<String>| Place::new(file.clone(), at.span);
        let former = entry.former.iter().flat_map(|former| former.value.values());
        let names = entry.names.values().chain(former).map(|name| (name.as_str(), place(&entry.id)));
        let written = [&entry.id].into_iter().chain(&entry.iso).chain(&entry.aliases);
        let written = written.map(|at| (at.value.as_str(), place(at)));
        for (name, place) in names.chain(written) {
            self.add(Taxonomy::Region, name, no, &entry.id.value, place, findings);
        }
    }

    /// Adds a project: its id, titles of today and of before, and short names.
    pub fn add_project(&mut self, project: &Subject, no: TermNo, findings: &mut Vec<Diagnostic>) {
        self.add(Taxonomy::Project, &project.id, no, &project.id, project.place.clone(), findings);
        for document in &project.documents {
            let Front::Project(front) = &document.front else { continue };
            let names = std::iter::once(&document.title).chain(&front.short_names);
            for name in names.filter(|name| !name.value.is_empty()) {
                let place = Place::new(document.file.clone(), name.span);
                self.add(Taxonomy::Project, &name.value, no, &project.id, place, findings);
            }
            for former in &front.former {
                self.add(Taxonomy::Project, &former.value, no, &project.id, document.place(), findings);
            }
        }
    }

    fn add(
        &mut self,
        taxonomy: Taxonomy,
        name: &str,
        no: TermNo,
        id: &str,
        place: Place,
        findings: &mut Vec<Diagnostic>,
    ) {
        let name_of = || (no, id.to_owned(), place.clone());
        let (other, other_id, first) = self.by_name.entry((taxonomy, fold(name))).or_insert_with(name_of);
        if *other != no {
            let finding = Diagnostic::new(Code::AmbiguousName, place).with("name", name).with("other", other_id);
            findings.push(finding.also(first.clone()));
        }
    }

    /// The term of that name.
    pub fn find(&self, taxonomy: Taxonomy, name: &str) -> Option<TermNo> {
        self.by_name.get(&(taxonomy, fold(name))).map(|(no, ..)| *no)
    }

    /// The known name nearest to an unknown one, as a finding at its place.
    pub fn unknown(&self, taxonomy: Taxonomy, name: &At<String>, file: &Arc<str>, terms: &[Term]) -> Diagnostic {
        let code = if taxonomy == Taxonomy::Region { Code::UnknownRegion } else { Code::UnknownProject };
        let terms = terms.iter().filter(|term| term.taxonomy == taxonomy);
        let known = terms.flat_map(|term| term.names.values().chain([&term.id])).map(String::as_str);
        let written = name.value.trim_matches(['«', '»', '“', '”', '"']);
        Diagnostic::new(code, Place::new(file.clone(), name.span)).with("name", written).nearest(written, known)
    }
}
