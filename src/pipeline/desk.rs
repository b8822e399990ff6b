//! What a plan is made from, read from input.

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{self, Newsroom};
use crate::parse::{self, Cache, Document, Renewal};
use crate::pipeline::order::Order;
use crate::plan::{self, Known, Plan};
use crate::source::Sources;
use crate::theme::{self, Theme};
use crate::write::State;
use std::io;
use std::sync::Arc;

/// Whether texts are kept as they were read, which doubles the memory that a build needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Texts {
    /// They are kept.
    Keep,
    /// They are given back once the newsroom is assembled.
    Drop,
}

/// What it means when the cache of readings cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Uncached {
    /// The work cannot be done: whoever writes a site writes beside the cache.
    Refused,
    /// Every text will be read again the next time.
    LetGo,
}

/// Everything that a plan is made from.
pub struct Desk {
    /// The settings.
    pub config: Arc<Config>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// The content, resolved, as it was typed.
    pub newsroom: Newsroom,
    /// The texts as they were read, where they are kept.
    pub documents: Vec<Arc<Document>>,
    /// What was found when the files were read, each for itself, where the texts are kept.
    pub found: Vec<Diagnostic>,
}

impl Desk {
    /// Reads the input; nothing, with findings, when no plan can be made of it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn read(
        sources: &Sources,
        order: &Order,
        state: &State,
        texts: Texts,
        uncached: Uncached,
        findings: &mut Vec<Diagnostic>,
    ) -> io::Result<Option<Self>> {
        let Some(mut config) = config::read(sources, findings)? else { return Ok(None) };
        if let Some(base_url) = &order.base_url {
            config.base_url = base_url.clone();
        }
        let key = parse::key(state.program(), &config);
        let cache = Cache::from_bytes(state.readings(), key);
        let readings = parse::read(sources, &config, &cache)?;
        let renewed = renew(state, cache.renewal(&readings, key));
        if uncached == Uncached::Refused {
            renewed?;
        }
        drop(cache);
        let mut found = Vec::new();
        let parsed = parse::parse(sources, &config, readings, &mut found)?;
        findings.extend_from_slice(&found);
        let (documents, found) = match texts {
            Texts::Keep => (parsed.documents.clone(), found),
            Texts::Drop => Default::default(),
        };
        let newsroom = model::assemble(parsed, &config, findings);
        let theme = theme::load(sources, &config, findings)?;
        Ok(theme.map(|theme| Self { config: config.into(), theme: theme.into(), newsroom, documents, found }))
    }

    /// The plan, and what was found by the newsroom's rules, in order of place. The newsroom is the plan's from now on.
    pub fn plan(self, order: &Order, state: &State, mut findings: Vec<Diagnostic>) -> (Plan, Vec<Diagnostic>) {
        let known = Known::from_bytes(state.imprints(), state.program());
        let Self { config, theme, mut newsroom, .. } = self;
        model::typeset(&mut newsroom, &config);
        model::convert(&mut newsroom, &config);
        model::borrow(&mut newsroom, &config);
        let plan = plan::plan(newsroom.into(), theme, config.clone(), order.now, order.audience, known, &mut findings);
        (plan, sorted(findings.into_iter().filter_map(|finding| config.judge(finding)).collect()))
    }
}

fn renew(state: &State, renewal: Renewal<'_>) -> io::Result<()> {
    match renewal {
        Renewal::Same => Ok(()),
        Renewal::More(bytes) => state.add_readings(&bytes),
        Renewal::Whole(parts) => state.store_readings(parts),
    }
}

/// Whether any of the findings refuses the build.
pub fn refuse(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// Findings in the order of their places, each once.
pub fn sorted(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| (&a.place, a.code, &a.args).cmp(&(&b.place, b.code, &b.args)));
    findings.dedup();
    findings
}
