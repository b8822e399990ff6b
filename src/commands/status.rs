//! `jarshy status`.

use crate::commands::newsroom::look;
use crate::commands::status_table::table;
use crate::commands::terminal::Terminal;
use crate::commands::vocabulary::{self, said};
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::location::Taxonomy;
use crate::model::{self, Changes, Overview, Release, ReleaseNo};
use crate::pipeline::{Content, Look, refuse};
use crate::report;
use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// What `jarshy status` is told.
#[derive(Debug, Args)]
pub struct Status {
    /// Only these languages.
    #[arg(long, value_name = "LANGS", value_delimiter = ',')]
    lang: Vec<String>,
    /// Only releases of this region, by any of its names or its code.
    #[arg(long, value_name = "NAME")]
    region: Option<String>,
    /// Only releases of this project, by any of its names.
    #[arg(long, value_name = "NAME")]
    project: Option<String>,
    /// Only releases of this date or later.
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// The moment to speak of, as RFC 3339 [default: now].
    #[arg(long, value_name = "INSTANT")]
    now: Option<Timestamp>,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// Which releases and languages are shown.
struct Filter {
    languages: Vec<Language>,
    terms: Vec<(Taxonomy, String)>,
    since: Option<Date>,
}

impl Status {
    /// Shows how the releases stand.
    pub fn run(&self, root: &Path, terminal: &Terminal) -> ExitCode {
        let (found, content) = match look(root, terminal) {
            Ok(found) => found,
            Err(code) => return code,
        };
        let filter = match self.filter(&content) {
            Ok(filter) => filter,
            Err(finding) => {
                terminal.complain(&said(&finding, terminal.ui()));
                return ExitCode::from(2);
            }
        };
        let now = self.now.unwrap_or_else(Timestamp::now);
        let said = overview(&found, &content, &filter, now).and_then(|overview| {
            let json = || serde_json::to_string(&overview).unwrap_or_default();
            terminal.say(&if self.json { json() } else { table(&overview, terminal.ui()) })
        });
        if let Err(error) = said {
            return terminal.fail(&error);
        }
        if !refuse(&found.findings) {
            return ExitCode::SUCCESS;
        }
        terminal.complain(&report::summary(&found.findings, terminal.ui()));
        ExitCode::from(1)
    }

    fn filter(&self, content: &Content) -> Result<Filter, Diagnostic> {
        let wanted = self.lang.iter().map(|written| vocabulary::language(content, written));
        let wanted: BTreeSet<Language> = wanted.collect::<Result<_, _>>()?;
        let shown = |language: &Language| wanted.is_empty() || wanted.contains(language);
        let mut terms = Vec::new();
        if let Some(name) = &self.region {
            terms.push((Taxonomy::Region, vocabulary::region(content, name)?.id.value.clone()));
        }
        if let Some(name) = &self.project {
            terms.push((Taxonomy::Project, vocabulary::project(content, name)?.id.clone()));
        }
        let since = self.since.as_ref().map(|text| vocabulary::date(text)).transpose()?;
        let languages = content.config.languages.written().filter(shown).collect();
        Ok(Filter { languages, terms, since: since.map(|written| written.date) })
    }
}

impl Filter {
    fn shows(&self, release: &Release, content: &Content) -> bool {
        let has = |(taxonomy, id): &(Taxonomy, String)| {
            let mut terms = release.terms.iter().map(|no| content.newsroom.term(*no));
            terms.any(|term| term.taxonomy == *taxonomy && term.id == *id)
        };
        self.terms.iter().all(has) && self.since.is_none_or(|since| release.date.at.date() >= since)
    }
}

fn overview(found: &Look, content: &Content, filter: &Filter, now: Timestamp) -> io::Result<Overview> {
    let newsroom = &content.newsroom;
    let compared = model::compare(newsroom, &content.documents, &found.sources)?;
    let changed = |changes: &Option<Changes>| changes.as_ref().is_some_and(|changes| !changes.is_empty());
    let outdated = compared.iter().filter(|one| changed(&one.changes)).map(|one| (one.release, one.language));
    let outdated: BTreeSet<(ReleaseNo, Language)> = outdated.collect();
    let is_outdated = |no, language| outdated.contains(&(no, language));
    Ok(Overview::of(newsroom, &filter.languages, now, |release| filter.shows(release, content), is_outdated))
}
