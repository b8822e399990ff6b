//! Reads a theme.

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::language::Language;
use crate::location::Permalink;
use crate::source::Sources;
use crate::theme::date_filter::Say;
use crate::theme::lineage::Lineage;
use crate::theme::strings::{self, Strings};
use crate::theme::style;
use crate::theme::templates::Templates;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

/// A theme, ready to render.
#[derive(Debug)]
pub struct Theme {
    /// The templates.
    templates: Templates,
    templates_hash: ContentHash,
    /// The interface strings, one set for each of the newsroom's languages.
    strings: Arc<BTreeMap<Language, Strings>>,
    /// The bundled stylesheet.
    pub style: Arc<[u8]>,
    /// Where the stylesheet goes: its name holds its hash.
    pub style_permalink: Permalink,
    /// Static files by name.
    pub assets: BTreeMap<String, Asset>,
}

/// A static file of a theme.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its path from the root.
    pub file: Arc<str>,
    /// The hash of its bytes.
    pub hash: ContentHash,
    /// Where it goes: its name holds its hash.
    pub permalink: Permalink,
}

impl Theme {
    /// The interface strings of a language of the newsroom.
    pub fn strings(&self, language: Language) -> &Strings {
        self.strings.get(&language).unwrap_or(Strings::none())
    }

    /// The hash of all templates, and of how their dates are said.
    pub fn templates_hash(&self) -> ContentHash {
        self.templates_hash
    }

    /// Whether there is a template of that name.
    pub fn has_template(&self, name: &str) -> bool {
        self.templates.has(name)
    }

    /// Renders a template into `out`.
    ///
    /// # Errors
    /// The place and reason in the template.
    pub fn render(&self, template: &str, context: &tera::Context, out: &mut Vec<u8>) -> Result<(), Box<Diagnostic>> {
        self.templates.render(template, context, out)
    }
}

/// Loads the theme that the settings name, with what its parents add; `None`, with findings, when one of them is missing or
/// broken.
///
/// # Errors
/// When the disk refuses.
pub fn load(sources: &Sources, config: &Config, findings: &mut Vec<Diagnostic>) -> io::Result<Option<Theme>> {
    let Some(lineage) = Lineage::read(sources, &config.theme, findings)? else { return Ok(None) };
    let folder = lineage.folder();
    let templates = lineage.texts("templates", ".html", sources, findings)?;
    let parts = lineage.texts("style", ".css", sources, findings)?;
    let words = lineage.generations("strings", ".ftl", sources, findings)?;
    let strings = Arc::new(strings::load(&words, &format!("{folder}/strings"), config, findings));
    let style = style::bundle(&parts, &format!("{folder}/style"), findings);
    let voice = Arc::new(config.clone());
    let say: Say = Arc::new(move |language, say| voice.say(language, say));
    let templates = Templates::load(templates, &format!("{folder}/templates"), strings.clone(), &say, findings);
    let assets = assets(sources, lineage.files("static", sources))?;
    let Some((templates, style)) = templates.zip(style) else { return Ok(None) };
    let style_permalink = hashed("style.css", ContentHash::of(&style));
    let hash = format!("{} {:?} {:?}", templates.hash, config.typography, config.variants);
    let templates_hash = ContentHash::of(hash.as_bytes());
    Ok(Some(Theme { templates, templates_hash, strings, style: style.into(), style_permalink, assets }))
}

fn assets(sources: &Sources, files: BTreeMap<String, Arc<str>>) -> io::Result<BTreeMap<String, Asset>> {
    let asset = |(name, file): (String, Arc<str>)| {
        let hash = ContentHash::of(&sources.read(&file)?);
        let permalink = hashed(&name, hash);
        Ok((name, Asset { file, hash, permalink }))
    };
    files.into_iter().map(asset).collect()
}

fn hashed(name: &str, hash: ContentHash) -> Permalink {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    Permalink::file(&format!("assets/{stem}.{}.{extension}", hash.short()))
}
