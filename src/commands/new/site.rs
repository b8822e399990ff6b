//! `jarshy new site`.

use crate::commands::new::names::title;
use crate::commands::new::stop::Stop;
use crate::commands::terminal::Terminal;
use crate::language::Language;
use crate::location::BaseUrl;
use crate::report::phrase;
use crate::scaffold::{SPOKEN, StarterSketch};
use crate::write;
use clap::Args;
use jiff::Zoned;
use jiff::tz::TimeZone;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What `jarshy new site` is told.
#[derive(Debug, Args)]
pub struct NewSite {
    /// The folder for it; nothing may be in it yet.
    dir: PathBuf,
    /// The name of the publisher [default: Press Centre, in each language].
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Its languages, the main one first, of kk, ru and en.
    #[arg(long, value_name = "LANGS", value_delimiter = ',', default_value = "kk,ru,en", value_parser = SPOKEN)]
    languages: Vec<String>,
    /// Where it will stand.
    #[arg(long, value_name = "URL", default_value = "https://newsroom.example", value_parser = crate::commands::build::base_url)]
    base_url: BaseUrl,
}

impl NewSite {
    /// Makes a newsroom.
    ///
    /// # Errors
    /// Why it is not made.
    pub fn make(&self, terminal: &Terminal) -> Result<String, Stop> {
        let ui = terminal.ui();
        let mut languages: Vec<Language> = Vec::new();
        for language in self.languages.iter().filter_map(|tag| Language::parse(tag)) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        let zone = TimeZone::get("Asia/Almaty").unwrap_or(TimeZone::UTC);
        let editor = Language::parse(ui.tag()).or(languages.first().copied());
        let sketch = StarterSketch {
            editor: editor.ok_or_else(|| std::io::Error::other("no language"))?,
            languages,
            name: self.title.as_deref().map(|written| title(ui, written)).transpose()?,
            base_url: self.base_url.clone(),
            today: Zoned::now().with_time_zone(zone).date(),
        };
        let folder = std::path::absolute(&self.dir)?;
        let within = folder.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
        let within = if within == folder { folder.parent().unwrap_or(within) } else { within };
        let files = sketch.files();
        let texts = files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
        let shown = self.dir.to_string_lossy();
        write::create_folder(within, &folder, texts).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => Stop::phrase(ui, "new-not-empty", [("dir", shown.as_ref().into())]),
            _ => Stop::World(error),
        })?;
        Ok(phrase(ui, "new-next-site", [("dir", shown.as_ref().into()), ("files", files.len().into())]))
    }
}
