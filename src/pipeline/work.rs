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
        self.each(changed, |(planned, entry), (artifact, fingerprint)| {
            Ok((planned.path.clone(), staging.put(&artifact, fingerprint, entry.as_ref())?))
        })
    }

    /// Renders targets and lets go of what came of them; what was wrong with templates.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn rehearse(&self, changed: &[(&Planned, Option<Entry>)]) -> io::Result<Vec<Diagnostic>> {
        Ok(self.each(changed, |_, _| Ok(()))?.err().unwrap_or_default())
    }

    fn each<'c, T: Send>(
        &self,
        changed: &'c [(&Planned, Option<Entry>)],
        put: impl Fn(&'c (&Planned, Option<Entry>), (Artifact, Fingerprint)) -> io::Result<T> + Sync,
    ) -> io::Result<Result<Vec<T>, Vec<Diagnostic>>> {
        self.progress.begin(changed.len());
        let failed: Mutex<Vec<Diagnostic>> = Mutex::new(Vec::new());
        let renderer = Renderer::new(self.plan.theme(), self.sources);
        let put = changed.par_iter().map(|target| {
            let done = match self.render(target.0, &renderer) {
                Ok(rendered) => Some(put(target, rendered)?),
                Err(Failure::World(error)) => return Err(error),
                Err(Failure::Content(finding)) => {
                    failed.lock().map_err(|_| io::Error::other("a renderer failed"))?.push(*finding);
                    None
                }
            };
            self.progress.advance();
            Ok(done)
        });
        let done = put.collect::<io::Result<Vec<_>>>()?;
        let failed = failed.into_inner().map_err(|_| io::Error::other("a renderer failed"))?;
        Ok(if failed.is_empty() { Ok(done.into_iter().flatten().collect()) } else { Err(failed) })
    }

    fn render(&self, planned: &Planned, renderer: &Renderer<'_>) -> Result<(Artifact, Fingerprint), Failure> {
        let view = self.plan.view(&planned.target);
        let (view, fingerprint) = view.ok_or_else(|| io::Error::other(format!("{}: no such target", planned.path)))?;
        Ok((renderer.render(&view, &planned.path)?, fingerprint))
    }
}
