//! `jarshy next`.

use crate::commands::newsroom::look;
use crate::commands::terminal::Terminal;
use crate::language::Language;
use crate::model::{Release, TermNo};
use crate::pipeline::{Content, refuse};
use crate::plan::{self, Change, What};
use crate::report::{self, UiLanguage, phrase};
use clap::Args;
use jiff::Timestamp;
use serde::Serialize;
use std::path::Path;
use std::process::ExitCode;

/// What `jarshy next` is told.
#[derive(Debug, Args)]
pub struct Next {
    /// The moment after which to look, as RFC 3339 [default: now].
    #[arg(long, value_name = "INSTANT")]
    now: Option<Timestamp>,
    /// As JSON: {"at": "2026-11-22T09:00:00+05:00", "changes": [...]}; "at" is null when nothing is to come.
    #[arg(long)]
    json: bool,
}

/// What comes next, for programs.
#[derive(Serialize)]
struct Coming<'a> {
    at: Option<String>,
    changes: Vec<Happening<'a>>,
}

/// What happens.
#[derive(Serialize)]
#[serde(untagged)]
enum Happening<'a> {
    /// To a release.
    Turn { release: &'a str, what: &'static str, title: &'a str },
    /// To a name.
    Name { what: &'static str, before: String, after: String },
}

impl Next {
    /// Says when the site changes by itself, and why.
    pub fn run(&self, root: &Path, terminal: &Terminal) -> ExitCode {
        let (found, content) = match look(root, terminal) {
            Ok(found) => found,
            Err(code) => return code,
        };
        if refuse(&found.findings) {
            terminal.report(&found.findings, &found.sources);
            return ExitCode::from(1);
        }
        let now = self.now.unwrap_or_else(Timestamp::now);
        let mut changes = plan::changes(&content.newsroom, &content.config, now);
        let next = changes.first().map(|change| change.at);
        changes.retain(|change| Some(change.at) == next);
        let text =
            if self.json { json(next, &changes, &content) } else { text(next, &changes, &content, terminal.ui()) };
        terminal.answer(&text, if next.is_some() { ExitCode::SUCCESS } else { ExitCode::from(3) })
    }
}

fn text(next: Option<Timestamp>, changes: &[Change], content: &Content, ui: UiLanguage) -> String {
    let Some(next) = next else { return phrase(ui, "next-none", []) };
    let date = report::moment(ui, &next.to_zoned(content.config.zone.clone()));
    let mut lines = vec![phrase(ui, "next-when", [("date", date.into())])];
    lines.extend(changes.iter().map(|change| {
        let said = match change.what {
            What::Turn(release, turn) => {
                let release = content.newsroom.release(release);
                let title = title(release, Language::parse(ui.tag()));
                let words = [("release", release.id.as_str().into()), ("title", title.into())];
                phrase(ui, &format!("next-{}", turn.word()), words)
            }
            What::Name(bearer) => {
                let [before, after] = names(bearer, change.at, Language::parse(ui.tag()), content);
                phrase(ui, "next-renamed", [("before", before.into()), ("after", after.into())])
            }
        };
        format!("  {said}")
    }));
    lines.join("\n")
}

fn json(next: Option<Timestamp>, changes: &[Change], content: &Content) -> String {
    let at = next.map(|next| next.to_zoned(content.config.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
    let changes = changes.iter().map(|change| match change.what {
        What::Turn(release, turn) => {
            let release = content.newsroom.release(release);
            Happening::Turn { release: &release.id, what: turn.word(), title: title(release, None) }
        }
        What::Name(bearer) => {
            let [before, after] = names(bearer, change.at, None, content);
            Happening::Name { what: "renamed", before, after }
        }
    });
    serde_json::to_string(&Coming { at, changes: changes.collect() }).unwrap_or_default()
}

/// What something is called before a moment and from then on, in a language if it differs there, else in the first of the
/// newsroom's in which it does.
fn names(bearer: Option<TermNo>, at: Timestamp, language: Option<Language>, content: &Content) -> [String; 2] {
    let mut names = plan::renamed(bearer, at, &content.newsroom, &content.config);
    let mut languages = language.into_iter().chain(content.config.languages.written());
    languages.find_map(|language| names.remove(&language)).unwrap_or_default()
}

/// The title in a language, else that of the original.
fn title(release: &Release, language: Option<Language>) -> &str {
    let text = language.and_then(|language| release.translations.get(&language));
    text.or_else(|| release.translations.get(&release.original)).map_or("", |text| &text.title)
}
