//! `jarshy new release`.

use crate::commands::new::ask::{Asker, Choice, First};
use crate::commands::new::made::{check_free, make, nameless, taken};
use crate::commands::new::named::{Named, NamedArgs};
use crate::commands::new::names::{Names, check_date};
use crate::commands::new::stop::Stop;
use crate::commands::terminal::Terminal;
use crate::language::Language;
use crate::location::Taxonomy;
use crate::parse::When;
use crate::pipeline::Content;
use crate::report::phrase;
use crate::scaffold::{ReleaseSketch, release_id};
use crate::source::Sources;
use clap::Args;
use jiff::Zoned;
use std::path::Path;

const EXAMPLE: &str = "jarshy new release --title \"…\" --lang ru";

/// What `jarshy new release` is told. Where --title or --lang is missing, it asks for all that is.
#[derive(Debug, Args)]
pub struct NewRelease {
    #[command(flatten)]
    named: NamedArgs,
    /// The date that it will show [default: today].
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// A region, by any of its names or its code; may be given again.
    #[arg(long, value_name = "NAME")]
    region: Vec<String>,
    /// A project, by any of its names; may be given again.
    #[arg(long, value_name = "NAME")]
    project: Vec<String>,
    /// A tag; may be given again.
    #[arg(long, value_name = "NAME")]
    tag: Vec<String>,
}

impl NewRelease {
    /// Makes the folder of a release.
    ///
    /// # Errors
    /// Why it is not made.
    pub fn make(&self, root: &Path, sources: &Sources, content: &Content, terminal: &Terminal) -> Result<String, Stop> {
        let names = &Names { content, ui: terminal.ui() };
        let asker = self.named.asker(Asker::at(terminal), names, EXAMPLE)?;
        let named = self.named.understand(asker, names)?;
        let sketch = self.sketch(&named, asker, names)?;
        let date = sketch.date.at.date();
        let free = |id: &str| {
            check_free(sources, "content/releases/", id, names.ui)?;
            check_address(&sketch.date, id, names)
        };
        let id = match &named.id {
            Some(id) => free(id).map(|()| id.clone())?,
            None => {
                let made = release_id(date, named.language, &named.title);
                let made = made.ok_or_else(|| nameless(names.ui, named.title.as_str()))?;
                let numbered = (2..).map(|number| format!("{made}-{number}"));
                std::iter::once(made.clone()).chain(numbered).find(|id| free(id).is_ok()).unwrap_or(made)
            }
        };
        let made = make(root, &format!("content/releases/{:04}/{id}", date.year()), &sketch.files(), names.ui)?;
        Ok(format!("{made}\n\n{}", phrase(names.ui, "new-next-release", [("id", id.into())])))
    }

    fn sketch(&self, named: &Named, asker: Option<Asker>, names: &Names<'_>) -> Result<ReleaseSketch, Stop> {
        let language = named.language;
        let date = self.date(asker, names)?;
        let ask = |given: &[String], taxonomy, key| chosen(given, asker, names, (taxonomy, language), key);
        let regions = ask(&self.region, Taxonomy::Region, "new-ask-region")?;
        let projects = ask(&self.project, Taxonomy::Project, "new-ask-project")?;
        let tags = ask(&self.tag, Taxonomy::Tag, "new-ask-tags")?;
        Ok(ReleaseSketch {
            title: named.title.clone(),
            original: language,
            others: self.named.others(language, asker, names)?,
            date,
            regions: regions.iter().map(|name| names.region(name, language)).collect::<Result<_, _>>()?,
            projects: projects.iter().map(|name| names.project(name, language)).collect::<Result<_, _>>()?,
            tags: tags.iter().map(|name| names.tag(name, language)).collect(),
        })
    }

    fn date(&self, asker: Option<Asker>, names: &Names<'_>) -> Result<When, Stop> {
        let today = Zoned::now().with_time_zone(names.content.config.zone.clone()).date().to_string();
        match (&self.date, asker) {
            (Some(date), _) => names.date(date),
            (None, None) => names.date(&today),
            (None, Some(asker)) => names.date(&asker.text("new-ask-date", Some(&today), check_date)?),
        }
    }
}

/// The names that were given, or that are chosen now: of tags any number, of others one or none.
fn chosen(
    given: &[String],
    asker: Option<Asker>,
    names: &Names<'_>,
    (taxonomy, language): (Taxonomy, Language),
    key: &str,
) -> Result<Vec<String>, Stop> {
    let choices = names.choices(taxonomy, language);
    match asker {
        Some(asker) if given.is_empty() && !choices.is_empty() => match taxonomy {
            Taxonomy::Tag => asker.many(key, choices, First::None),
            Taxonomy::Region | Taxonomy::Project => {
                let none = Choice { value: None, label: phrase(names.ui, "new-none", []) };
                let choices = std::iter::once(none).chain(choices).collect();
                Ok(asker.one(key, choices)?.into_iter().collect())
            }
        },
        _ => Ok(given.to_vec()),
    }
}

/// Refuses an id that would give a release the address of another: one of the same day with that slug.
fn check_address(date: &When, id: &str, names: &Names<'_>) -> Result<(), Stop> {
    let slug = id.strip_prefix(&format!("{}-", date.at.date())).unwrap_or(id);
    let mut same_day = names.content.newsroom.releases.iter().filter(|other| other.date.at.date() == date.at.date());
    let same = same_day.find(|other| other.id == id || other.translations.values().any(|text| text.slug == slug));
    same.map_or(Ok(()), |other| Err(taken(names.ui, id, &other.subject)))
}
