//! Targets on their way into the plan, with the files that they come from.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::location::{OutputPath, Permalink};
use crate::plan::target::{Planned, Target};
use rayon::prelude::*;
use std::sync::{Arc, LazyLock};

/// The file to blame for what no single text asks for.
static SITE_FILE: LazyLock<Arc<str>> = LazyLock::new(|| "content/site.yaml".into());

/// Some targets, and what was found while they were planned.
#[derive(Debug, Default)]
pub struct Sheet {
    entries: Vec<(OutputPath, Target, Place)>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl Sheet {
    /// Adds a target that no single text asks for.
    pub fn add(&mut self, permalink: &Permalink, target: Target) {
        self.put(permalink, target, &SITE_FILE);
    }

    /// Adds a target; `source` is the file that is to blame when the address is taken.
    pub fn put(&mut self, permalink: &Permalink, target: Target, source: &Arc<str>) {
        self.put_at(permalink, target, Place::new(source.clone(), Span::default()));
    }

    /// The same with the words that ask for the address.
    pub fn put_at(&mut self, permalink: &Permalink, target: Target, place: Place) {
        self.entries.push((permalink.output_path(), target, place));
    }

    /// Adds what another sheet holds.
    pub fn append(&mut self, mut other: Self) {
        self.entries.append(&mut other.entries);
        self.findings.append(&mut other.findings);
    }

    /// The targets in the order of their paths; a path that two targets want is a finding, and the first has it.
    pub fn settle(self) -> (Vec<Planned>, Vec<Diagnostic>) {
        let Self { mut entries, mut findings } = self;
        // Stable: of one path, the first that was planned stands first.
        entries.par_sort_by(|(one, ..), (other, ..)| one.cmp(other));
        entries.dedup_by(|(path, _, place), (first, _, owner)| {
            let clash = path == first;
            findings.extend(clash.then(|| taken(path, owner, place)));
            clash
        });
        // An address that was once used can ask for a folder where a file stands.
        for (path, _, place) in entries.iter().filter(|(_, target, _)| matches!(target, Target::Redirect(..))) {
            let file = |folder: OutputPath| entries.binary_search_by(|(path, ..)| path.cmp(&folder)).ok();
            let file = path.folders().find_map(file).and_then(|at| entries.get(at));
            findings.extend(file.map(|(file, _, owner)| taken(file, owner, place)));
        }
        (entries.into_iter().map(|(path, target, _)| Planned { path, target }).collect(), findings)
    }
}

/// Two want one path. Of a page that is always there nobody is to blame but who wants its address.
fn taken(path: &OutputPath, first: &Place, second: &Place) -> Diagnostic {
    let is_ours = |place: &Place| place.file == *SITE_FILE;
    let (blamed, other) = if is_ours(second) { (first, second) } else { (second, first) };
    let url = format!("/{}", path.as_str().trim_end_matches("index.html"));
    let finding = Diagnostic::new(Code::DuplicateUrl, blamed.clone()).with("url", url);
    if is_ours(other) { finding } else { finding.also(other.clone()) }
}
