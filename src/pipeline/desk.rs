//! What a plan is made from, read from input.

use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{self, Newsroom};
use crate::parse::{self, Cache, Document, Parsed, Renewal};
use crate::pipeline::order::Order;
use crate::plan::{self, Known, Plan};
use crate::source::Sources;
use crate::theme::{self, Theme};
use crate::write::State;
use std::io;
use std::sync::Arc;

/// What it means when the cache of readings cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Uncached {
    /// The work cannot be done: whoever writes a site writes beside the cache.
    Refused,
    /// Every text will be read again the next time.
    LetGo,
}

/// Everything that a plan is made from.
#[derive(Clone)]
pub struct Desk {
    /// The settings.
    pub config: Arc<Config>,
    /// The theme.
    pub theme: Arc<Theme>,
    /// What the content says, file by file; nothing once the newsroom is assembled.
    pub parsed: Parsed,
    /// What was found when the files of content were read, each for itself.
    pub found: Vec<Diagnostic>,
    /// What was found in settings, theme and folders.
    pub beside: Vec<Diagnostic>,
}

/// A text that was read again.
pub struct Reread {
    /// The file.
    pub file: Arc<str>,
    /// What it says, if that could be understood.
    pub document: Option<Arc<Document>>,
    /// What is wrong in it.
    pub found: Vec<Diagnostic>,
}

impl Desk {
    /// Reads the input, in whose folders `beside` was found; all that was found, when no plan can be made of it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn read(
        sources: &Sources,
        order: &Order,
        state: &State,
        uncached: Uncached,
        mut beside: Vec<Diagnostic>,
    ) -> io::Result<Result<Self, Vec<Diagnostic>>> {
        let Some(mut config) = config::read(sources, &mut beside)? else { return Ok(Err(sorted(beside))) };
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
        let Some(theme) = theme::load(sources, &config, &mut beside)? else {
            // Nothing is planned, but all that is wrong is told at once.
            let mut all = [beside, found].concat();
            model::assemble(parsed, &config, &mut all);
            return Ok(Err(sorted(all)));
        };
        Ok(Ok(Self { config: config.into(), theme: theme.into(), parsed, found, beside }))
    }

    /// A text as its file says it now; nothing where the input did not hold it before, or does not any more.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn read_again(&self, sources: &mut Sources, path: &str) -> io::Result<Option<Reread>> {
        if !path.starts_with("content/") || !path.ends_with(".md") || !sources.renew(path)? {
            return Ok(None);
        }
        let Some(file) = sources.find(path).cloned() else { return Ok(None) };
        let (document, found) = parse::look(&self.config, &file, &sources.read(&file)?);
        Ok(Some(Reread { file, document, found }))
    }

    /// What a file said when it was last read.
    pub fn document(&self, file: &str) -> Option<&Arc<Document>> {
        let documents = &self.parsed.documents;
        documents.binary_search_by(|document| (*document.file).cmp(file)).ok().map(|at| &documents[at])
    }

    /// Takes what a file says now for what it said.
    pub fn replace(&mut self, Reread { file, document, found }: Reread) {
        self.found.retain(|finding| finding.place.file != file);
        self.found.extend(found);
        let documents = &mut self.parsed.documents;
        match (documents.binary_search_by(|document| document.file.cmp(&file)), document) {
            (Ok(at), Some(document)) => documents[at] = document,
            (Err(at), Some(document)) => documents.insert(at, document),
            (Ok(at), None) => _ = documents.remove(at),
            (Err(_), None) => {}
        }
    }

    /// The content, resolved, as it was typed, with all that was found until then. Its texts are given back.
    pub fn assemble(&mut self) -> (Newsroom, Vec<Diagnostic>) {
        let mut findings = [&self.beside[..], &self.found].concat();
        let newsroom = model::assemble(std::mem::take(&mut self.parsed), &self.config, &mut findings);
        (newsroom, findings)
    }

    /// The plan, and what was found by the newsroom's rules, in order of place. The newsroom is the plan's from now on.
    pub fn plan(
        self,
        mut newsroom: Newsroom,
        order: &Order,
        state: &State,
        mut findings: Vec<Diagnostic>,
    ) -> (Plan, Vec<Diagnostic>) {
        let known = Known::from_bytes(state.imprints(), state.program());
        let Self { config, theme, .. } = self;
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
