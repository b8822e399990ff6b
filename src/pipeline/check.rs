//! The check: a build that writes no site and looks closer.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::manifest::{Entry, Manifest};
use crate::parse::Document;
use crate::pipeline::desk::{Desk, Uncached, refuse, sorted};
use crate::pipeline::order::{Order, Progress};
use crate::pipeline::work::Work;
use crate::plan::{Plan, Planned};
use crate::rules;
use crate::source::{self, Sources};
use crate::write::State;
use std::io;
use std::sync::Arc;

/// What a check found.
pub struct Checkup {
    /// The input, for quoting.
    pub sources: Arc<Sources>,
    /// Everything that was found, by the newsroom's rules, in order of place.
    pub findings: Vec<Diagnostic>,
    /// The settings, when they could be read.
    pub config: Option<Arc<Config>>,
    /// What was parsed, by path.
    pub documents: Vec<Arc<Document>>,
}

impl Checkup {
    /// Adds what was found beside the content.
    pub fn add(&mut self, found: Vec<Diagnostic>) {
        let Some(config) = &self.config else { return };
        self.findings.extend(found.into_iter().filter_map(|finding| config.judge(finding)));
        self.findings = sorted(std::mem::take(&mut self.findings));
    }
}

/// Checks: everything that a build refuses, and what a careful editor would see. Nothing of the output is touched,
/// and a disk that can only be read is no hindrance.
///
/// # Errors
/// When the disk refuses.
pub fn check(order: &Order, progress: &dyn Progress) -> io::Result<Checkup> {
    let state = State::of(&order.root, &order.out)?;
    let mut beside = Vec::new();
    let sources = Arc::new(source::discover(&order.root)?.into_value(&mut beside));
    let mut desk = match Desk::read(&sources, order, &state, Uncached::LetGo, beside)? {
        Ok(desk) => desk,
        Err(findings) => return Ok(Checkup { sources, findings, config: None, documents: Vec::new() }),
    };
    let (config, documents) = (desk.config.clone(), desk.parsed.documents.clone());
    let (newsroom, mut findings) = desk.assemble();
    findings.extend(rules::check(&newsroom, &documents, &*sources, &config)?);
    let (plan, mut findings) = desk.plan(newsroom, order, &state, findings);
    findings.extend(plan.clashes_to_come(&findings).into_iter().filter_map(|finding| config.judge(finding)));
    if !refuse(&findings) {
        let new = unlike(&plan, &state.manifest());
        findings.extend((Work { plan: &plan, sources: &sources, progress }).rehearse(&new)?);
    }
    Ok(Checkup { sources, findings: sorted(findings), config: Some(config), documents })
}

/// The targets that the last build did not render, as far as is known: of those that it did, no template is wrong.
fn unlike<'a>(plan: &'a Plan, last: &Manifest) -> Vec<(&'a Planned, Option<Entry>)> {
    let known = |planned: &Planned| {
        let last = last.get(&planned.path).map(|entry| entry.fingerprint);
        last.is_some() && last == plan.fingerprint(&planned.target)
    };
    plan.entries.iter().filter(|planned| !known(planned)).map(|planned| (planned, None)).collect()
}
