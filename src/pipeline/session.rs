//! A newsroom that is kept in memory between builds.
//!
//! An editor at work changes what a text says far more often than anything else, and then the plan stays as it is but for
//! what shows that text. Where texts say other facts the plan is made anew, from what is in memory. Everything else is a
//! build of its own.

use crate::diagnostic::{Diagnostic, Span};
use crate::manifest::Entry;
use crate::pipeline::build::{Ground, Made, make};
use crate::pipeline::desk::{Desk, Reread, refuse, sorted};
use crate::pipeline::order::{Built, Order, Outcome, Progress};
use crate::pipeline::work::Work;
use crate::plan::{Plan, Planned};
use crate::write::Staging;
use jiff::Timestamp;
use std::io;
use std::sync::Arc;

/// A newsroom in memory. Nobody else builds into its output meanwhile.
pub struct Session {
    order: Order,
    /// What the last build was made from; nothing when its settings could not be read.
    kept: Option<Kept>,
}

struct Kept {
    desk: Desk,
    made: Made,
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
        let earlier = std::mem::replace(&mut self.order.now, now);
        let Some(mut kept) = self.kept.take() else { return self.build(progress) };
        let Some(texts) = kept.read_again(changed)? else {
            give_back(kept);
            return self.build(progress);
        };
        let told = kept.retold(&texts).filter(|_| earlier <= now && !kept.is_due(now));
        if let Some(findings) = told {
            let outcome = kept.retell(&self.order, texts, findings, progress)?;
            self.kept = Some(kept);
            return Ok(outcome);
        }
        let Kept { mut desk, mut made, .. } = kept;
        give_back(made.plan.take());
        texts.into_iter().for_each(|text| desk.replace(text));
        self.make(Ground::known(made), desk, progress)
    }

    /// The plan of the last build; nothing when it was refused.
    pub fn plan(&self) -> Option<&Plan> {
        self.kept.as_ref()?.made.plan.as_ref()
    }

    fn build(&mut self, progress: &dyn Progress) -> io::Result<Outcome> {
        let ground = Ground::look(&self.order)?;
        match ground.desk(&self.order)? {
            Ok(desk) => self.make(ground, desk, progress),
            Err(findings) => Ok(Outcome { sources: ground.sources(), findings, built: None }),
        }
    }

    fn make(&mut self, ground: Ground, desk: Desk, progress: &dyn Progress) -> io::Result<Outcome> {
        let (outcome, made) = make(&self.order, ground, desk.clone(), progress)?;
        self.kept = Some(Kept { desk, made, findings: outcome.findings.clone() });
        Ok(outcome)
    }
}

/// Nobody waits until a million small pieces are given back.
fn give_back<T: Send + 'static>(pieces: T) {
    rayon::spawn(move || drop(pieces));
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
    /// Whether the site is another at `now` by itself.
    fn is_due(&self, now: Timestamp) -> bool {
        self.made.plan.as_ref().is_none_or(|plan| plan.next_change.is_some_and(|change| change <= now))
    }

    /// What the files at these paths say now, if all are texts that were there before.
    fn read_again(&mut self, changed: &[&str]) -> io::Result<Option<Vec<Reread>>> {
        let sources = Arc::make_mut(&mut self.made.sources);
        changed.iter().map(|path| self.desk.read_again(sources, path)).collect()
    }

    /// What is found now, if all texts are of releases and only say something else: they lead and refer to what they did,
    /// and what was found in them is told anew.
    fn retold(&self, texts: &[Reread]) -> Option<Vec<Diagnostic>> {
        let mut findings = self.findings.clone();
        texts.iter().try_for_each(|text| self.tell(text, &mut findings))?;
        Some(sorted(findings))
    }

    fn tell(&self, Reread { file, document, found }: &Reread, findings: &mut Vec<Diagnostic>) -> Option<()> {
        let known = self.desk.document(file)?;
        let text = document.as_ref().filter(|text| text.differs_in_words_alone(known))?;
        let judged = |finding: &Diagnostic| self.desk.config.judge(finding.clone());
        let stale = self.desk.found.iter().filter(|finding| finding.place.file == *file);
        let stale: Vec<Diagnostic> = stale.filter_map(judged).collect();
        findings.retain(|finding| !stale.contains(finding));
        let moved = text.moved_from(known);
        let told: Vec<Diagnostic> = found.iter().filter_map(judged).collect();
        if refuse(&told) || !findings.iter_mut().all(|finding| follow(finding, file, &moved)) {
            return None;
        }
        findings.extend(told);
        Some(())
    }

    fn retell(
        &mut self,
        order: &Order,
        texts: Vec<Reread>,
        findings: Vec<Diagnostic>,
        progress: &dyn Progress,
    ) -> io::Result<Outcome> {
        let Self { made: Made { plan, manifest, sources, state }, desk, findings: kept } = self;
        let sources = sources.clone();
        let Some(mut retold) = plan.take() else { return Ok(Outcome { sources, findings, built: None }) };
        let mut told = Vec::new();
        for text in texts {
            told.extend(text.document.iter().flat_map(|document| retold.retell(document)));
            desk.replace(text);
        }
        kept.clone_from(&findings);
        let entry = |planned: &Planned| manifest.get(&planned.path).cloned();
        let differs = |(planned, entry): &(&Planned, Option<Entry>)| {
            retold.fingerprint(&planned.target) != entry.as_ref().map(|entry| entry.fingerprint)
        };
        let candidates = retold.showing(&told).into_iter().map(|planned| (planned, entry(planned)));
        let changed: Vec<(&Planned, Option<Entry>)> = candidates.filter(differs).collect();
        let staging = Staging::open(&order.out)?;
        // After a template failed, the output is no longer what the plan is compared with.
        let rendered = match (Work { plan: &retold, sources: &sources, progress }).stage(&changed, &staging)? {
            Ok(rendered) => rendered,
            Err(failed) => return Ok(Outcome { sources, findings: sorted([findings, failed].concat()), built: None }),
        };
        let paths = changed.iter().map(|(planned, _)| planned.path.clone()).collect();
        let (files, amended) = staging.amend(rendered, None, std::mem::take(manifest), state)?;
        *manifest = amended;
        let built = Built { pages: retold.pages(), feeds: retold.feeds(), files, rendered: paths };
        *plan = Some(retold);
        Ok(Outcome { sources, findings, built: Some(built) })
    }
}
