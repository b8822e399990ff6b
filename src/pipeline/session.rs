//! A newsroom that is kept in memory between builds.
//!
//! An editor at work changes what a text says far more often than anything else, and then the plan stays as it is but for
//! what shows that text. Everything else is a build of its own.

use crate::diagnostic::Diagnostic;
use crate::manifest::{Entry, Manifest};
use crate::parse::{self, Document};
use crate::pipeline::desk::{Desk, refuse, sorted};
use crate::pipeline::order::{Built, Order, Outcome, Progress};
use crate::pipeline::work::Work;
use crate::plan::{self, Plan, Planned};
use crate::source::{self, Sources};
use crate::write::{self, Changes, Staging, State};
use jiff::Timestamp;
use std::collections::HashMap;
use std::io;
use std::sync::Arc;

/// A newsroom in memory. Nobody else builds into its output meanwhile.
pub struct Session {
    order: Order,
    /// What the last build was made from; nothing when it was refused.
    kept: Option<Kept>,
}

struct Kept {
    state: State,
    sources: Arc<Sources>,
    documents: HashMap<Arc<str>, Arc<Document>>,
    plan: Plan,
    manifest: Manifest,
    findings: Vec<Diagnostic>,
}

impl Session {
    /// Builds, and keeps what the site was made from.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn open(order: Order, progress: &dyn Progress) -> io::Result<(Self, Outcome)> {
        let mut session = Self { order, kept: None };
        let outcome = session.build(progress)?;
        Ok((session, outcome))
    }

    /// Builds again at `now`, when the files of input at these paths from the root (`content/releases/…/ru.md`) were
    /// written, renamed or removed since, and no others.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn rebuild(&mut self, changed: &[&str], now: Timestamp, progress: &dyn Progress) -> io::Result<Outcome> {
        let due = |kept: &Kept| now < self.order.now || kept.plan.next_change.is_some_and(|change| change <= now);
        let kept = self.kept.take().filter(|kept| !due(kept));
        self.order.now = now;
        if let Some(mut kept) = kept
            && let Some(texts) = kept.retold(changed)?
        {
            let outcome = kept.retell(&self.order, texts, progress)?;
            // After a template failed, the output is no longer what the plan is compared with.
            self.kept = Some(kept).filter(|_| outcome.built.is_some());
            return Ok(outcome);
        }
        self.build(progress)
    }

    fn build(&mut self, progress: &dyn Progress) -> io::Result<Outcome> {
        let order = &self.order;
        let mut findings = Vec::new();
        let sources = Arc::new(source::discover(&order.root)?.into_value(&mut findings));
        let state = State::of(&order.root, &order.out)?;
        let Some(mut desk) = Desk::read(&sources, order, &state, &mut findings)? else {
            return Ok(Outcome { sources, findings: sorted(findings), built: None });
        };
        let documents = std::mem::take(&mut desk.documents);
        let (plan, findings) = desk.plan(order, &state, findings);
        if refuse(&findings) {
            return Ok(Outcome { sources, findings, built: None });
        }
        let last = state.manifest();
        let delta = plan::delta(&plan, &last, &write::inspect(&order.out, &last));
        let staging = Staging::open(&order.out)?;
        let rendered = match (Work { plan: &plan, sources: &sources, progress }).stage(&delta.changed, &staging)? {
            Ok(rendered) => rendered,
            Err(failed) => return Ok(Outcome { sources, findings: sorted([findings, failed].concat()), built: None }),
        };
        let paths = delta.changed.iter().map(|(planned, _)| planned.path.clone()).collect();
        let changes = Changes { rendered, kept: delta.kept, stale: delta.stale };
        let (files, manifest) = staging.commit(changes, None, &state)?;
        let built = Built { pages: plan.pages(), feeds: plan.feeds(), files, rendered: paths };
        let outcome = Outcome { sources: sources.clone(), findings: findings.clone(), built: Some(built) };
        let documents = documents.into_iter().map(|document| (document.file.clone(), document)).collect();
        self.kept = Some(Kept { state, sources, documents, plan, manifest, findings });
        Ok(outcome)
    }
}

impl Kept {
    /// The texts at these paths as they are now, if all are texts of releases that only say something else: nothing was
    /// ever found in them, and they lead and refer to what they did.
    fn retold(&mut self, changed: &[&str]) -> io::Result<Option<Vec<Arc<Document>>>> {
        let mut texts = Vec::new();
        for path in changed {
            let Some(known) = self.documents.get(*path) else { return Ok(None) };
            if !Arc::make_mut(&mut self.sources).renew(path)? {
                return Ok(None);
            }
            let found = self.findings.iter().any(|finding| {
                let mut places = std::iter::once(&finding.place).chain(&finding.also);
                places.any(|place| *place.file == **path)
            });
            match parse::text(&self.sources, self.plan.config(), path)? {
                Some(text) if !found && text.differs_in_words_alone(known) => texts.push(text),
                _ => return Ok(None),
            }
        }
        Ok(Some(texts))
    }

    fn retell(&mut self, order: &Order, texts: Vec<Arc<Document>>, progress: &dyn Progress) -> io::Result<Outcome> {
        let mut shown = Vec::new();
        for text in texts {
            shown.extend(self.plan.retell(&text));
            self.documents.insert(text.file.clone(), text);
        }
        let candidates = self.plan.showing(&shown);
        let changed: Vec<(&Planned, Option<Entry>)> = candidates
            .into_iter()
            .map(|planned| (planned, self.manifest.get(&planned.path).cloned()))
            .filter(|(planned, entry)| {
                self.plan.fingerprint(&planned.target) != entry.as_ref().map(|entry| entry.fingerprint)
            })
            .collect();
        let (sources, findings) = (self.sources.clone(), self.findings.clone());
        let staging = Staging::open(&order.out)?;
        let work = Work { plan: &self.plan, sources: &sources, progress };
        let rendered = match work.stage(&changed, &staging)? {
            Ok(rendered) => rendered,
            Err(failed) => return Ok(Outcome { sources, findings: sorted([findings, failed].concat()), built: None }),
        };
        let paths = changed.iter().map(|(planned, _)| planned.path.clone()).collect();
        let files = staging.amend(rendered, None, &mut self.manifest, &self.state)?;
        let built = Built { pages: self.plan.pages(), feeds: self.plan.feeds(), files, rendered: paths };
        Ok(Outcome { sources, findings, built: Some(built) })
    }
}
