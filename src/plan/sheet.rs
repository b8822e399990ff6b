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
    entries: Vec<(OutputPath, Target, Arc<str>)>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl Sheet {
    /// Adds a target; `source` is the file that is to blame when the address is taken.
    pub fn put(&mut self, permalink: &Permalink, target: Target, source: &Arc<str>) {
        self.entries.push((permalink.output_path(), target, source.clone()));
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
        let mut owners: HashMap<OutputPath, Arc<str>> = HashMap::with_capacity(self.entries.len());
        let mut entries = Vec::with_capacity(self.entries.len());
        for (path, target, source) in self.entries {
            match owners.get(&path) {
                Some(first) => findings.push(taken(&path, &source, first)),
                None => {
                    owners.insert(path.clone(), source);
                    entries.push((path, target));
                }
            }
        }
        // An address that was once used can ask for a folder where a file stands.
        for (path, _) in entries.iter().filter(|(_, target)| matches!(target, Target::Redirect(_))) {
            let file = path.folders().find_map(|folder| owners.get_key_value(&folder));
            findings.extend(file.zip(owners.get(path)).map(|((file, first), source)| taken(file, source, first)));
        }
        let targets = entries.into_par_iter().filter_map(|(path, target)| {
            let fingerprint = fingerprint(&target, theme)?;
            Some((path, Planned { target, fingerprint }))
        });
        (Plan { targets: targets.collect::<Vec<_>>().into_iter().collect(), next_change: None }, findings)
    }
}

/// A path that two want. A text is to blame rather than the settings.
fn taken(path: &OutputPath, source: &Arc<str>, first: &Arc<str>) -> Diagnostic {
    let (source, first) = if &**source == SITE_FILE { (first, source) } else { (source, first) };
    let url = format!("/{}", path.as_str().trim_end_matches("index.html"));
    Diagnostic::new(Code::DuplicateUrl, whole(source)).with("url", url).also(whole(first))
}

/// Of the program, the templates and strings where they show, and the whole target.
fn fingerprint(target: &Target, theme: &Theme) -> Option<Fingerprint> {
    let look = target.language().map(|language| (theme.templates_hash(), theme.strings(language).hash()));
    Fingerprint::of(&(env!("CARGO_PKG_VERSION"), look, target)).ok()
}

fn whole(file: &Arc<str>) -> Place {
    Place::new(file.clone(), Span::default())
}
