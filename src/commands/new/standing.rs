//! `jarshy new project` and `jarshy new page`.

use crate::commands::new::ask::Asker;
use crate::commands::new::made::{check_free, make, nameless, taken};
use crate::commands::new::named::NamedArgs;
use crate::commands::new::names::Names;
use crate::commands::new::stop::Stop;
use crate::commands::terminal::Terminal;
use crate::commands::vocabulary::{is_among, project_names, projects};
use crate::language::Language;
use crate::location::{Permalink, Spot, Taxonomy};
use crate::model::Term;
use crate::pipeline::Content;
use crate::report::phrase;
use crate::scaffold::{StandingKind, StandingSketch, Title, standing_id};
use crate::source::Sources;
use clap::Args;
use std::path::Path;

/// What `jarshy new project` and `jarshy new page` are told. Where --title or --lang is missing, they ask for all that is.
#[derive(Debug, Args)]
pub struct NewStanding {
    #[command(flatten)]
    named: NamedArgs,
}

impl NewStanding {
    /// Makes the folder of a project or page.
    ///
    /// # Errors
    /// Why it is not made.
    pub fn make(
        &self,
        kind: StandingKind,
        root: &Path,
        sources: &Sources,
        content: &Content,
        terminal: &Terminal,
    ) -> Result<String, Stop> {
        let names = &Names { content, ui: terminal.ui() };
        let (example, next) = match kind {
            StandingKind::Project => ("jarshy new project --title \"…\" --lang ru", "new-next-project"),
            StandingKind::Page => ("jarshy new page --title \"…\" --lang ru", "new-next-page"),
        };
        let asker = self.named.asker(Asker::at(terminal), names, example)?;
        let named = self.named.understand(asker, names)?;
        let made_of_title = || standing_id(named.language, &named.title);
        let id = named.id.clone().or_else(made_of_title).ok_or_else(|| nameless(names.ui, named.title.as_str()))?;
        check_free(sources, &format!("content/{}/", kind.folder()), &id, names.ui)?;
        match kind {
            StandingKind::Project => check_name(&named.title, &id, names)?,
            StandingKind::Page => check_place(named.language, &id, names)?,
        }
        let mut languages = vec![named.language];
        languages.extend(self.named.others(named.language, asker, names)?);
        let files = StandingSketch { kind, title: named.title, languages }.files();
        let made = make(root, &format!("content/{}/{id}", kind.folder()), &files, names.ui)?;
        Ok(format!("{made}\n\n{}", phrase(names.ui, next, [])))
    }
}

/// Refuses a project that is called as another is.
fn check_name(title: &Title, id: &str, names: &Names<'_>) -> Result<(), Stop> {
    let is_same = |project: &&Term| [title.as_str(), id].iter().any(|own| is_among(own, project_names(project)));
    match projects(names.content).find(is_same) {
        Some(other) => Err(taken(names.ui, id, &format!("content/projects/{}", other.id))),
        None => Ok(()),
    }
}

/// Refuses a page whose address the site needs for something else.
fn check_place(language: Language, id: &str, names: &Names<'_>) -> Result<(), Stop> {
    let indices = Taxonomy::ALL.map(Spot::Index);
    let own = Permalink::of(language, Spot::Standing(id));
    let mut spots = [Spot::News, Spot::Events].into_iter().chain(indices);
    match spots.find(|spot| Permalink::of(language, *spot) == own) {
        Some(_) => Err(taken(names.ui, id, own.as_str())),
        None => Ok(()),
    }
}
