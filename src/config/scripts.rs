//! The scripts in which Kazakh is published beside the letters that editors write.

use crate::config::site::{Config, Identity, Languages, PublisherNames};
use crate::config::variant::Variant;
use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::language::script::{Converter, Exceptions, Fault, FaultKind, Scheme, Script};
use crate::language::{Direction, Language};
use crate::source::Sources;
use crate::view::Shared;
use std::io;
use std::sync::Arc;

/// Where a newsroom keeps schemes (`kk-Latn-2031.scheme`) and exceptions (`Latn.txt`) of its own.
const FOLDER: &str = "content/scripts/";

/// Whether a file is a scheme, or exceptions of a script.
pub fn is_script_file(path: &str) -> bool {
    let name = path.strip_prefix(FOLDER).filter(|name| !name.contains('/'));
    let exceptions = |name: &str| Script::ALL.iter().any(|script| name.strip_suffix(".txt") == Some(script.subtag()));
    name.is_some_and(|name| name.ends_with(".scheme") || exceptions(name))
}

/// The variants that site.yaml asks for: each by a script, which then has its usual scheme, or by the name of a scheme.
///
/// # Errors
/// When the disk refuses.
pub fn variants(
    scripts: &[At<String>],
    file: &Arc<str>,
    languages: &Languages,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> io::Result<Vec<Variant>> {
    let place = |span: Span| Place::new(file.clone(), span);
    let Some(of) = languages.iter().find(|language| language.primary() == "kk" && language.is_cyrillic()) else {
        let nothing = |first: &At<String>| {
            Diagnostic::new(Code::NothingToConvert, place(first.span)).with("known", languages.list())
        };
        findings.extend(scripts.first().map(nothing));
        return Ok(Vec::new());
    };
    let mut variants: Vec<Variant> = Vec::new();
    for written in scripts {
        let Some(scheme) = scheme(written, place(written.span), sources, findings)? else { continue };
        let Some(language) = Language::parse(&format!("kk-{}", scheme.script().subtag())) else { continue };
        if languages.has(language) || variants.iter().any(|other| other.language == language) {
            let finding = Diagnostic::new(Code::ScriptClash, place(written.span));
            findings.push(finding.with("text", &written.value).with("language", language));
            continue;
        }
        let exceptions = exceptions(scheme.script(), sources, findings)?;
        variants.push(Variant { language, of, converter: Shared::new(Converter::new(scheme, exceptions)) });
    }
    Ok(variants)
}

fn scheme(
    written: &At<String>,
    place: Place,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> io::Result<Option<Scheme>> {
    let script = Script::ALL.into_iter().find(|script| script.subtag().eq_ignore_ascii_case(&written.value));
    let built_in = script.map_or_else(|| Scheme::built_in(&written.value), Scheme::usual);
    if let Some(path) = sources.find(&format!("{FOLDER}{}.scheme", written.value)) {
        return read(path, Scheme::read, sources, findings);
    }
    if built_in.is_none() {
        let files =
            sources.below(FOLDER).filter_map(|path| Some(path.strip_suffix(".scheme")?.rsplit('/').next()?.to_owned()));
        let known = Script::ALL.iter().map(|script| script.subtag()).chain(Scheme::names()).map(str::to_owned);
        let names: Vec<String> = known.chain(files).collect();
        let finding = Diagnostic::new(Code::UnknownChoice, place).with("key", "scripts").with("text", &written.value);
        let finding = finding.nearest(&written.value, names.iter().map(String::as_str));
        findings.push(finding.with("known", names.join(", ")));
    }
    Ok(built_in.cloned())
}

/// The exceptions that the program knows, and over them those of the newsroom.
fn exceptions(script: Script, sources: &Sources, findings: &mut Vec<Diagnostic>) -> io::Result<Exceptions> {
    let mut exceptions = Exceptions::built_in(script);
    if let Some(path) = sources.find(&format!("{FOLDER}{}.txt", script.subtag())) {
        exceptions.extend(read(path, Exceptions::read, sources, findings)?.unwrap_or_default());
    }
    Ok(exceptions)
}

/// Reads a file, and tells its faults.
fn read<T>(
    path: &Arc<str>,
    read: fn(&str) -> Result<T, Vec<Fault>>,
    sources: &Sources,
    findings: &mut Vec<Diagnostic>,
) -> io::Result<Option<T>> {
    let Some(text) = sources.text(path, findings)? else { return Ok(None) };
    let faults = match read(&text) {
        Ok(value) => return Ok(Some(value)),
        Err(faults) => faults,
    };
    findings.extend(faults.into_iter().map(|fault| told(path, &fault)));
    Ok(None)
}

fn told(path: &Arc<str>, Fault { at, text, kind, .. }: &Fault) -> Diagnostic {
    let (what, first) = match kind {
        FaultKind::UnknownLine => ("line", 0),
        FaultKind::Missing => ("missing", 0),
        FaultKind::BadScript => ("script", 0),
        FaultKind::BadRule => ("rule", 0),
        FaultKind::Twice { first } => ("twice", *first),
        FaultKind::Gap => ("gap", 0),
        FaultKind::Loop => ("loop", 0),
        FaultKind::ForeignLetter => ("foreign", 0),
    };
    let place = Place::new(path.clone(), Span::new(at.start, at.end));
    Diagnostic::new(Code::BrokenScheme, place).with("what", what).with("text", text).with("first", first)
}

impl Config {
    /// The variant that a language is, if it is converted from another.
    pub fn variant(&self, language: Language) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.language == language)
    }

    /// The language in which editors write what readers of a language read.
    pub fn written(&self, language: Language) -> Language {
        self.variant(language).map_or(language, |variant| variant.of)
    }

    /// What `say` says in words of a language, with spaces at which no line ends, in the script of the language. A
    /// language that is converted has the dates and numbers of the other script, save in the Arabic script, which has an
    /// order of its own (languages.md, 1).
    pub fn say(&self, language: Language, say: impl Fn(Language) -> String) -> String {
        let variant = self.variant(language);
        let spoken = variant.filter(|_| language.direction() == Direction::Ltr).map_or(language, |variant| variant.of);
        let mut text = say(spoken);
        self.set_plain(spoken, &mut text);
        variant.into_iter().for_each(|variant| variant.convert_in_place(&mut text));
        text
    }

    /// The languages whose words stand in for those of one, in order: itself, what it is converted from, the languages
    /// that the settings name for that, the default language.
    pub fn chain(&self, language: Language) -> Vec<Language> {
        let original = self.written(language);
        let named = self.fallback.get(&original).into_iter().flatten().copied();
        let mut chain = vec![language];
        for next in std::iter::once(original).chain(named).chain([self.languages.default()]) {
            if !chain.contains(&next) {
                chain.push(next);
            }
        }
        chain
    }

    /// Adds languages that are converted, with what the settings say to readers in them.
    pub(in crate::config) fn with_variants(mut self, variants: Vec<Variant>) -> Self {
        for variant in &variants {
            self.languages.add_variant(variant.of, variant.language);
            if let Some(mut identity) = self.identity.get(&variant.of).cloned() {
                let Identity { name, short_name, description, address, legal } = &mut identity;
                let texts = [name, short_name, description].into_iter().chain(address).chain(legal);
                texts.for_each(|text| variant.convert_in_place(text));
                self.identity.insert(variant.language, identity);
            }
            for former in &mut self.former {
                let names = former.value.names.get(&variant.of).map(|PublisherNames { name, short_name }| {
                    let [name, short_name] = [name, short_name].map(|text| variant.convert(text).into_owned());
                    PublisherNames { name, short_name }
                });
                former.value.names.extend(names.map(|names| (variant.language, names)));
            }
            for contact in &mut self.contacts {
                let label = contact.labels.get(&variant.of).map(|label| variant.convert(label).into_owned());
                contact.labels.extend(label.map(|label| (variant.language, label)));
            }
        }
        self.variants = variants;
        self
    }
}
