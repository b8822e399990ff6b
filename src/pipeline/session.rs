//! A newsroom that is kept in memory between builds.
//!
//! An editor at work changes what a text says far more often than anything else, and then the plan stays as it is but for
//! what shows that text. Everything else is a build of its own.

use crate::diagnostic::{Diagnostic, Span};
use crate::manifest::Entry;
use crate::parse::{self, Document};
use crate::pipeline::build::{Ground, Made, make};
use crate::pipeline::desk::{Texts, refuse, sorted};
use crate::pipeline::order::{Built, Order, Outcome, Progress};
use crate::pipeline::work::Work;
use crate::plan::{Plan, Planned};
use crate::write::Staging;
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
    made: Made,
    documents: HashMap<Arc<str>, Arc<Document>>,
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
        let due = |kept: &Kept| now < self.order.now || kept.made.plan.next_change.is_some_and(|change| change <= now);
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

    /// The plan of the last build; nothing when it was refused.
    pub fn plan(&self) -> Option<&Plan> {
        self.kept.as_ref().map(|kept| &kept.made.plan)
    }

    fn build(&mut self, progress: &dyn Progress) -> io::Result<Outcome> {
        let (outcome, made) = make(&self.order, Ground::look(&self.order)?, Texts::Keep, progress)?;
        self.kept = made.map(|mut made| {
            let documents = std::mem::take(&mut made.documents).into_iter();
            let documents = documents.map(|document| (document.file.clone(), document)).collect();
            Kept { made, documents, findings: outcome.findings.clone() }
        });
        Ok(outcome)
    }
}

/// Lets a finding stand where what it was found at stands now; `false` when that is not known.
fn follow(finding: &mut Diagnostic, file: &str, moved: &[(Span, Span)]) -> bool {
    let places = std::iter::once(&mut finding.place).chain(&mut finding.also);
    let mut here = places.filter(|place| *place.file == *file);
    here.all(|place| {
        let now = moved.iter().find(|(before, _)| *before == place.span).map(|(_, now)| *now);
        now.is_some_and(|now| {
            place.span = now;
            true
        })
    })
}

impl Kept {
    /// The texts at these paths as they are now, if all are texts of releases that only say something else: they lead
    /// and refer to what they did, and what was found in them is told anew.
    fn retold(&mut self, changed: &[&str]) -> io::Result<Option<Vec<Arc<Document>>>> {
        let mut texts = Vec::new();
        for path in changed {
            let Some(text) = self.again(path)? else { return Ok(None) };
            texts.push(text);
        }
        self.findings = sorted(std::mem::take(&mut self.findings));
        Ok(Some(texts))
    }

    fn again(&mut self, path: &str) -> io::Result<Option<Arc<Document>>> {
        let Self { documents, findings, made: Made { sources, plan, found, .. } } = self;
        let Some(known) = documents.get(path) else { return Ok(None) };
        if !Arc::make_mut(sources).renew(path)? {
            return Ok(None);
        }
        let (text, fresh) = parse::look(plan.config(), &known.file, &sources.read(&known.file)?);
        let judged = |findings: &[Diagnostic]| -> Vec<Diagnostic> {
            findings.iter().cloned().filter_map(|finding| plan.config().judge(finding)).collect()
        };
        let Some(text) = text.filter(|text| text.differs_in_words_alone(known)) else { return Ok(None) };
        let (stale, rest): (Vec<_>, _) = found.drain(..).partition(|finding| *finding.place.file == *path);
        let (stale, told) = (judged(&stale), judged(&fresh));
        findings.retain(|finding| !stale.contains(finding));
        let moved = text.moved_from(known);
        if refuse(&told) || !findings.iter_mut().all(|finding| follow(finding, path, &moved)) {
            return Ok(None);
        }
        *found = [rest, fresh].concat();
        findings.extend(told);
        Ok(Some(text))
    }

    fn retell(&mut self, order: &Order, texts: Vec<Arc<Document>>, progress: &dyn Progress) -> io::Result<Outcome> {
        let Self { made: Made { plan, manifest, sources, state, .. }, documents, findings } = self;
        let mut told = Vec::new();
        for text in texts {
            told.extend(plan.retell(&text));
            documents.insert(text.file.clone(), text);
        }
        let entry = |planned: &Planned| manifest.get(&planned.path).cloned();
        let differs = |(planned, entry): &(&Planned, Option<Entry>)| {
            plan.fingerprint(&planned.target) != entry.as_ref().map(|entry| entry.fingerprint)
        };
        let candidates = plan.showing(&told).into_iter().map(|planned| (planned, entry(planned)));
        let changed: Vec<(&Planned, Option<Entry>)> = candidates.filter(differs).collect();
        let (sources, findings) = (sources.clone(), findings.clone());
        let staging = Staging::open(&order.out)?;
        let rendered = match (Work { plan, sources: &sources, progress }).stage(&changed, &staging)? {
            Ok(rendered) => rendered,
            Err(failed) => return Ok(Outcome { sources, findings: sorted([findings, failed].concat()), built: None }),
        };
        let paths = changed.iter().map(|(planned, _)| planned.path.clone()).collect();
        let (files, amended) = staging.amend(rendered, None, std::mem::take(manifest), state)?;
        *manifest = amended;
        let built = Built { pages: plan.pages(), feeds: plan.feeds(), files, rendered: paths };
        Ok(Outcome { sources, findings, built: Some(built) })
    }
}
