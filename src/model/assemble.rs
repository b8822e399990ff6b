//! The order of the work: terms first, then the facts of releases, which fix their order, then the texts, whose links
//! can lead to any of them.

use crate::config::Config;
use crate::diagnostic::{At, Diagnostic, Place};
use crate::location::Taxonomy;
use crate::model::gather::{self, Gathered, Vocabulary};
use crate::model::hearsay;
use crate::model::history::{self, Origin};
use crate::model::links::Links;
use crate::model::names::Names;
use crate::model::newsroom::{History, Media, Newsroom, ReleaseNo, Term, TermNo};
use crate::model::paths::media_permalink;
use crate::model::releases;
use crate::model::standing;
use crate::model::subjects::{self, Subjects};
use crate::model::tags::Tags;
use crate::parse::{MediaFile, Parsed, REGIONS, RegionEntry};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Joins what was parsed. What cannot be resolved is a finding, and left out.
pub fn assemble(parsed: Parsed, config: &Config, findings: &mut Vec<Diagnostic>) -> Newsroom {
    let Parsed { documents, regions, tags, media } = parsed;
    let mut subjects = subjects::group(documents, findings);
    subjects.pages.sort_by_key(standing::order);
    let (mut terms, names) = regions_and_projects(regions, &subjects, findings);
    let tags = Tags::new(tags, terms.len(), config.languages.default());
    let mut vocabulary = Vocabulary { terms: &terms, names: &names, tags };
    let gathered = gather::gather(&subjects.releases, &mut vocabulary, config, findings);
    let (tags, clashes) = vocabulary.tags.into_terms();
    let media = addressed(media, &subjects, &gathered);
    let first_project = terms.iter().position(|term| term.taxonomy == Taxonomy::Project).unwrap_or(terms.len());
    let links = Links::new(&gathered, &subjects.projects, number(first_project), &subjects.pages, &media);
    let pages = standing::pages(&subjects.pages, &links, findings);
    standing::project_texts(&subjects.projects, &links, terms.iter_mut().skip(first_project), findings);
    let releases = releases::build(&gathered, &links, findings);
    terms.extend(tags);
    hearsay::silence(findings);
    Newsroom { releases, terms, pages, media, clashes }
}

fn number(index: usize) -> TermNo {
    TermNo(u32::try_from(index).unwrap_or(u32::MAX))
}

fn regions_and_projects(
    regions: Vec<RegionEntry>,
    subjects: &Subjects,
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Term>, Names) {
    let (mut terms, mut names, mut origins) = (Vec::new(), Names::default(), Vec::new());
    let file: Arc<str> = REGIONS.into();
    for mut entry in regions {
        let no = number(terms.len());
        names.add_region(&file, &entry, no, findings);
        let origin = |name: At<String>| Origin { term: no, place: Place::new(file.clone(), name.span), name };
        origins.extend(entry.predecessor.take().map(origin));
        terms.push(region(entry));
    }
    for project in &subjects.projects {
        let no = number(terms.len());
        names.add_project(project, no, findings);
        origins.extend(standing::project_origin(project, no));
        terms.push(standing::project_term(project, findings));
    }
    history::join(origins, &mut terms, &names, findings);
    (terms, names)
}

fn region(entry: RegionEntry) -> Term {
    let code = entry.iso.map(|iso| iso.value);
    let aliases = entry.aliases.into_iter().map(|alias| alias.value).collect();
    let history = History {
        from: entry.from.map(|from| from.value),
        until: entry.until.map(|until| until.value),
        former: History::by_language(entry.former),
        predecessor: None,
    };
    let (id, names) = (entry.id.value, entry.names);
    Term {
        taxonomy: Taxonomy::Region,
        id,
        names,
        code,
        aliases,
        map: entry.map.map(|map| map.value),
        history,
        project: None,
    }
}

/// The files with their addresses, in the order of their paths.
fn addressed(media: BTreeMap<Arc<str>, MediaFile>, subjects: &Subjects, releases: &[Gathered<'_>]) -> Vec<Media> {
    let all = subjects.releases.iter().chain(&subjects.projects).chain(&subjects.pages);
    let owners: HashMap<&str, &str> = all.map(|subject| (&*subject.path, subject.id.as_str())).collect();
    let releases = releases.iter().map(|release| &*release.subject.path).zip((0..).map(ReleaseNo));
    let releases: HashMap<&str, ReleaseNo> = releases.collect();
    let address = |file: MediaFile| {
        let folders = file.file.match_indices('/').map(|(at, _)| &file.file[..at]);
        let owners = folders.filter_map(|folder| owners.get_key_value(folder)).map(|(folder, id)| (*folder, *id));
        let owner = owners.max_by_key(|(folder, _)| folder.len());
        let release = owner.and_then(|(folder, _)| releases.get(folder).copied());
        Media { permalink: media_permalink(&file.file, owner), release, file }
    };
    media.into_values().map(address).collect()
}
