//! The newsroom as it lies, for who only wants to know: nothing is made, and nothing written.

use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::model::{self, Newsroom};
use crate::parse::{self, Cache, Document, RegionEntry};
use crate::pipeline::desk::sorted;
use crate::rules;
use crate::source::{self, Sources};
use crate::write::State;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What lies in the folders of input.
pub struct Look {
    /// The input.
    pub sources: Sources,
    /// What was found, by the newsroom's rules, in order of place.
    pub findings: Vec<Diagnostic>,
    /// What the content says; nothing when the settings cannot be read.
    pub content: Option<Content>,
}

/// What the content says.
pub struct Content {
    /// The settings.
    pub config: Config,
    /// The content, resolved.
    pub newsroom: Newsroom,
    /// The texts as they were read.
    pub documents: Vec<Arc<Document>>,
    /// The regions with all names that they may be called by.
    pub regions: Vec<RegionEntry>,
}

/// Looks at the newsroom in `root`.
///
/// # Errors
/// When the disk refuses.
pub fn look(root: &Path) -> io::Result<Look> {
    let mut findings = Vec::new();
    let sources = source::discover(root)?.into_value(&mut findings);
    let Some(config) = config::read(&sources, &mut findings)? else {
        return Ok(Look { sources, findings: sorted(findings), content: None });
    };
    let state = State::of(root, &root.join("public"))?;
    let cache = Cache::from_bytes(state.readings(), parse::key(state.program(), &config));
    let readings = parse::read(&sources, &config, &cache)?;
    let parsed = parse::parse(&sources, &config, readings, &mut findings)?;
    let (documents, regions) = (parsed.documents.clone(), parsed.regions.clone());
    let newsroom = model::assemble(parsed, &config, &mut findings);
    let findings = sorted(findings.into_iter().filter_map(|finding| config.judge(finding)).collect());
    Ok(Look { sources, findings, content: Some(Content { config, newsroom, documents, regions }) })
}

/// Reads the newsroom in `root` as a careful editor would: what the rules find, by the newsroom's rules, in order of
/// place.
///
/// # Errors
/// When the disk refuses.
pub fn proofread(root: &Path) -> io::Result<Vec<Diagnostic>> {
    let Look { sources, content: Some(content), .. } = look(root)? else { return Ok(Vec::new()) };
    let Content { config, newsroom, documents, .. } = content;
    let found = rules::check(&newsroom, &documents, &sources, &config)?;
    Ok(sorted(found.into_iter().filter_map(|finding| config.judge(finding)).collect()))
}
