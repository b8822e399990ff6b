//! What releases, projects and pages are all told: a title, its language, other languages, an id.

use crate::commands::new::ask::{Asker, Choice, First};
use crate::commands::new::names::{Names, check_title, title};
use crate::commands::new::stop::Stop;
use crate::language::{Language, slug};
use crate::scaffold::Title;
use clap::Args;

/// What all are told.
#[derive(Debug, Args)]
pub struct NamedArgs {
    /// The title.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The language of the title, in which the text will be written first.
    #[arg(long, value_name = "LANG")]
    lang: Option<String>,
    /// All languages for which to make files [default: that of the title].
    #[arg(long, value_name = "LANGS", value_delimiter = ',')]
    languages: Vec<String>,
    /// The name of the folder, which stands in the address [default: made of the title].
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

/// The same, understood.
#[derive(Debug)]
pub struct Named {
    /// The title.
    pub title: Title,
    /// Its language.
    pub language: Language,
    /// The id, where one was given.
    pub id: Option<String>,
}

impl NamedArgs {
    /// Who is to be asked: nobody when all that is needed was given. A language is not needed where there is only one.
    ///
    /// # Errors
    /// When something needed is missing, and there is nobody to ask.
    pub fn asker(&self, asker: Option<Asker>, names: &Names<'_>, example: &'static str) -> Result<Option<Asker>, Stop> {
        let alone = names.content.config.languages.written().count() == 1;
        let missing = [("--title", self.title.is_none()), ("--lang", self.lang.is_none() && !alone)];
        let missing: Vec<&str> = missing.iter().filter(|(_, missing)| *missing).map(|(flag, _)| *flag).collect();
        if missing.is_empty() {
            return Ok(None);
        }
        let args = || [("flags", missing.join(", ").into()), ("example", example.into())];
        asker.map(Some).ok_or_else(|| Stop::phrase(names.ui, "new-missing", args()))
    }

    /// The title and its language, asked for where they are missing.
    pub fn understand(&self, asker: Option<Asker>, names: &Names<'_>) -> Result<Named, Stop> {
        let lang = match (&self.lang, asker) {
            (None, Some(asker)) if names.languages().len() > 1 => asker.one("new-ask-lang", names.languages())?,
            (lang, _) => lang.clone(),
        };
        let language = lang.map_or(Ok(names.content.config.languages.default()), |lang| names.language(&lang))?;
        let written = match (&self.title, asker) {
            (None, Some(asker)) => asker.text("new-ask-title", None, check_title)?,
            (written, _) => written.clone().unwrap_or_default(),
        };
        if let Some(id) = self.id.as_ref().filter(|id| !slug::is_slug(id)) {
            let proposal = slug::proposal(language, id);
            return Err(Stop::phrase(names.ui, "new-bad-id", [("id", id.into()), ("proposal", proposal.into())]));
        }
        Ok(Named { title: title(names.ui, &written)?, language, id: self.id.clone() })
    }

    /// The other languages, asked for where none is given.
    pub fn others(&self, language: Language, asker: Option<Asker>, names: &Names<'_>) -> Result<Vec<Language>, Stop> {
        let is_other = |choice: &Choice| choice.value.as_deref() != Some(language.as_str());
        let others: Vec<Choice> = names.languages().into_iter().filter(is_other).collect();
        let written = match asker {
            Some(asker) if self.languages.is_empty() && !others.is_empty() => {
                asker.many("new-ask-languages", others, First::All)?
            }
            _ => self.languages.clone(),
        };
        let mut languages = Vec::new();
        for written in written {
            let other = names.language(written.trim())?;
            if other != language && !languages.contains(&other) {
                languages.push(other);
            }
        }
        Ok(languages)
    }
}
