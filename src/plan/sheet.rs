//! Targets on their way into the plan, with the files that they come from.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::hash::Fingerprint;
use crate::location::{OutputPath, Permalink};
use crate::plan::target::{Plan, Planned, Target};
use crate::theme::Theme;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The file to blame for what no single text asks for.
pub const SITE_FILE: &str = "content/site.yaml";

/// Some targets, and what was found while they were planned.
#[derive(Debug, Default)]
pub struct Sheet {
    entries: Vec<(OutputPath, Target, Place)>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl Sheet {
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

    /// The targets with their paths, in the order of planning.
    pub fn targets(&self) -> impl Iterator<Item = (&OutputPath, &Target)> {
        self.entries.iter().map(|(path, target, _)| (path, target))
    }

    /// The plan; a path that two targets want is a finding, and the first has it.
    pub fn into_plan(self, theme: &Theme) -> (Plan, Vec<Diagnostic>) {
        let mut findings = self.findings;
        let mut owners: HashMap<OutputPath, Place> = HashMap::with_capacity(self.entries.len());
        let mut entries = Vec::with_capacity(self.entries.len());
        for (path, target, place) in self.entries {
            match owners.get(&path) {
                Some(first) => findings.push(taken(&path, first, &place)),
                None => {
                    owners.insert(path.clone(), place);
                    entries.push((path, target));
                }
            }
        }
        // An address that was once used can ask for a folder where a file stands.
        for (path, _) in entries.iter().filter(|(_, target)| matches!(target, Target::Redirect(_))) {
            let file = path.folders().find_map(|folder| owners.get_key_value(&folder));
            findings.extend(file.zip(owners.get(path)).map(|((file, first), source)| taken(file, first, source)));
        }
        let targets = entries.into_par_iter().filter_map(|(path, target)| {
            let fingerprint = fingerprint(&target, theme)?;
            Some((path, Planned { target, fingerprint }))
        });
        (Plan { targets: targets.collect::<Vec<_>>().into_iter().collect(), next_change: None }, findings)
    }
}

/// Of the program, the templates and strings where they show, and the whole target.
fn fingerprint(target: &Target, theme: &Theme) -> Option<Fingerprint> {
    let look = target.language().map(|language| (theme.templates_hash(), theme.strings(language).hash()));
    Fingerprint::of(&(env!("CARGO_PKG_VERSION"), look, target)).ok()
}

/// Two want one path. Of a page that is always there nobody is to blame but who wants its address.
fn taken(path: &OutputPath, first: &Place, second: &Place) -> Diagnostic {
    let is_ours = |place: &Place| &*place.file == SITE_FILE;
    let (blamed, other) = if is_ours(second) { (first, second) } else { (second, first) };
    let url = format!("/{}", path.as_str().trim_end_matches("index.html"));
    let finding = Diagnostic::new(Code::DuplicateUrl, blamed.clone()).with("url", url);
    if is_ours(other) { finding } else { finding.also(other.clone()) }
}
