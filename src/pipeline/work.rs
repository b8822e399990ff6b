//! From a plan to files: what differs is rendered and staged.

use crate::artifact::Artifact;
use crate::diagnostic::Diagnostic;
use crate::hash::Fingerprint;
use crate::location::OutputPath;
use crate::manifest::Entry;
use crate::pipeline::order::Progress;
use crate::plan::{Plan, Planned};
use crate::render::{Failure, Renderer};
use crate::source::Sources;
use crate::write::{Staged, Staging};
use rayon::prelude::*;
use std::io;
use std::sync::Mutex;

/// What is rendered, and from what.
pub struct Work<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Where the texts are.
    pub sources: &'a Sources,
    /// Who follows the work.
    pub progress: &'a dyn Progress,
}

/// Files that are staged, in the order of their paths; or what was wrong with templates.
pub type Rendered = Result<Vec<(OutputPath, Staged)>, Vec<Diagnostic>>;

impl Work<'_> {
    /// Renders targets and stages the files, each with the entry of what lies in its place now.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn stage(&self, changed: &[(&Planned, Option<Entry>)], staging: &Staging<'_>) -> io::Result<Rendered> {
        self.progress.begin(changed.len());
        let failed: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
        let renderer = Renderer::new(self.plan.theme(), self.sources);
        let staged = changed.par_iter().map(|(planned, entry)| {
            let staged = match self.render(planned, &renderer) {
                Ok((artifact, fingerprint)) => Some(staging.put(&artifact, fingerprint, entry.as_ref())?),
                Err(Failure::World(error)) => return Err(error),
                Err(Failure::Content(finding)) => {
                    failed.lock().map_err(|_| io::Error::other("a renderer failed"))?.push(*finding);
                    None
                }
            };
            self.progress.advance();
            Ok(staged.map(|staged| (planned.path.clone(), staged)))
        });
        let staged = staged.collect::<io::Result<Vec<_>>>()?;
        let failed = failed.into_inner().map_err(|_| io::Error::other("a renderer failed"))?;
        Ok(if failed.is_empty() { Ok(staged.into_iter().flatten().collect()) } else { Err(failed) })
    }

    fn render(&self, planned: &Planned, renderer: &Renderer<'_>) -> Result<(Artifact, Fingerprint), Failure> {
        let view = self.plan.view(&planned.target);
        let (view, fingerprint) = view.ok_or_else(|| io::Error::other(format!("{}: no such target", planned.path)))?;
        Ok((renderer.render(&view, &planned.path)?, fingerprint))
    }
}
