//! What can be made.

use crate::commands::new::release::NewRelease;
use crate::commands::new::site::NewSite;
use crate::commands::new::standing::NewStanding;
use crate::commands::new::stop::Stop;
use crate::commands::new::translation::NewTranslation;
use crate::commands::newsroom::look;
use crate::commands::terminal::Terminal;
use crate::scaffold::StandingKind;
use clap::Subcommand;
use std::path::Path;
use std::process::ExitCode;

/// What `jarshy new` is told to make.
#[derive(Debug, Subcommand)]
pub enum New {
    /// Makes a release: a folder with a file for each language, as drafts.
    Release(NewRelease),
    /// Makes a translation of a release, or renews what one notes of its original.
    Translation(NewTranslation),
    /// Makes a project.
    Project(NewStanding),
    /// Makes a standing page.
    Page(NewStanding),
    /// Makes a whole small newsroom that can be built at once.
    Site(NewSite),
}

impl New {
    /// Makes it, and says what was made and what to do next.
    pub fn run(&self, root: &Path, terminal: &Terminal) -> ExitCode {
        match self.make(root, terminal) {
            Ok(said) => terminal.answer(said.trim_end(), ExitCode::SUCCESS),
            Err(stop) => stop.tell(terminal),
        }
    }

    fn make(&self, root: &Path, terminal: &Terminal) -> Result<String, Stop> {
        if let Self::Site(site) = self {
            return site.make(terminal);
        }
        let (look, content) = look(root, terminal).map_err(Stop::Told)?;
        match self {
            Self::Release(release) => release.make(root, &look.sources, &content, terminal),
            Self::Translation(translation) => translation.make(root, &look.sources, &content, terminal),
            Self::Project(project) => project.make(StandingKind::Project, root, &look.sources, &content, terminal),
            Self::Page(page) => page.make(StandingKind::Page, root, &look.sources, &content, terminal),
            Self::Site(site) => site.make(terminal),
        }
    }
}
