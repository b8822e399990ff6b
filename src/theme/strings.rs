//! Interface strings: Project Fluent, one file a language, plurals by CLDR.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::hash::ContentHash;
use crate::language::{Direction, Language, bidi};
use crate::theme::converted::converted;
use crate::theme::lineage::Texts;
use crate::theme::string_faults;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, LazyLock};

/// The strings of one language, with those of the languages that stand in for it behind them.
#[derive(Clone)]
pub struct Strings {
    bundles: Vec<Arc<FluentBundle<FluentResource>>>,
    /// The strings that say the same whatever they are told: most are asked for on every page.
    plain: Arc<HashMap<String, String>>,
    /// The direction in which they run.
    direction: Direction,
    hash: ContentHash,
}

/// What a string is told.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A text.
    Text(&'a str),
    /// A number, by which plurals are chosen.
    Number(i64),
}

impl Strings {
    /// No strings at all: every key stands for itself.
    pub fn none() -> &'static Self {
        static NONE: LazyLock<Strings> = LazyLock::new(|| strings(&[], &BTreeMap::new()));
        &NONE
    }

    /// The hash of the files that the strings come from.
    pub fn hash(&self) -> ContentHash {
        self.hash
    }

    /// The string of a key: of the language, else of the next that has it, else the key itself.
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, *text),
                Arg::Number(number) => values.set(*name, *number),
            }
        }
        self.format(key, &values)
    }

    /// The same, with values of any kind. Texts keep to themselves in sentences that run to the left.
    pub fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        if let Some(text) = self.plain.get(key) {
            return text.clone();
        }
        let found = match self.direction {
            Direction::Ltr => self.find(key, args),
            Direction::Rtl => self.find(key, &args.iter().map(|(name, value)| (name, inserted(value))).collect()),
        };
        found.unwrap_or_else(|| key.to_owned())
    }

    fn find(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
        })
    }
}

/// A value as it stands within a sentence that runs to the left.
fn inserted<'v>(value: &'v FluentValue<'_>) -> FluentValue<'v> {
    match value {
        FluentValue::String(text) => FluentValue::String(bidi::inserted(Direction::Rtl, text)),
        other => other.clone(),
    }
}

impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Strings({})", self.hash)
    }
}

/// Reads the files of strings of a theme and of its parents, those of the eldest first, for all languages of the newsroom:
/// a child's strings stand before its parent's. A missing file or key is a finding. Without any file that could stand in for
/// a missing one it is an error.
pub fn load(
    generations: &[Texts],
    folder: &str,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Language, Strings> {
    let (mut bundles, mut lacking) = (BTreeMap::new(), Vec::new());
    for language in config.languages.written() {
        let files: Vec<_> = generations.iter().filter_map(|files| of(files, language)).cloned().collect();
        match files.is_empty() {
            true => lacking.push(language),
            false => _ = bundles.insert(language, bundle(&files, language, findings)),
        }
    }
    findings.extend(lacking.into_iter().map(|language| no_strings(folder, language, &bundles, config)));
    missing(&bundles, config, findings);
    for variant in &config.variants {
        let own = |files: &Texts| files.get(&format!("{}.ftl", variant.language)).cloned();
        let converted = |files| of(files, variant.of).map(|(file, text)| (file.clone(), converted(text, variant)));
        let files = generations.iter().flat_map(|files| converted(files).into_iter().chain(own(files)));
        let files: Vec<_> = files.collect();
        if !files.is_empty() {
            let mut found = Vec::new();
            bundles.insert(variant.language, bundle(&files, variant.language, &mut found));
            // What is wrong in the original was told of the original.
            let is_own = |file: &Arc<str>| generations.iter().filter_map(own).any(|(own, _)| own == *file);
            findings.extend(found.into_iter().filter(|finding| is_own(&finding.place.file)));
        }
    }
    config.languages.iter().map(|language| (language, strings(&config.chain(language), &bundles))).collect()
}

fn no_strings(folder: &str, language: Language, bundles: &BTreeMap<Language, Bundle>, config: &Config) -> Diagnostic {
    let file = format!("{folder}/{language}.ftl");
    let place = Place::new(file.as_str(), Span::default());
    let mut others = config.chain(language).into_iter();
    match others.find_map(|other| Some((other, bundles.get(&other)?.files.first()?))) {
        None => Diagnostic::new(Code::MissingFile, place).with("file", file),
        Some((other, model)) => Diagnostic::new(Code::MissingStrings, place)
            .with("language", language)
            .with("other", other)
            .with("model", model)
            .with("file", file),
    }
}

/// The strings of a chain of languages: of the first of them that has it.
fn strings(chain: &[Language], bundles: &BTreeMap<Language, Bundle>) -> Strings {
    let direction = chain.first().map(Language::direction).unwrap_or_default();
    let chain: Vec<&Bundle> = chain.iter().filter_map(|language| bundles.get(language)).collect();
    let hashes: String = chain.iter().map(|bundle| bundle.hash.to_string()).collect();
    Strings {
        bundles: chain.iter().map(|bundle| bundle.bundle.clone()).collect(),
        plain: chain.first().map(|bundle| bundle.plain.clone()).unwrap_or_default().into(),
        direction,
        hash: ContentHash::of(hashes.as_bytes()),
    }
}

/// Finds the strings of the default language that others lack, each in the theme that brings it.
fn missing(bundles: &BTreeMap<Language, Bundle>, config: &Config, findings: &mut Vec<Diagnostic>) {
    let Some(default) = bundles.get(&config.languages.default()) else { return };
    for (language, bundle) in bundles {
        let broken = |found: &Diagnostic| found.code == Code::BrokenStrings && bundle.files.contains(&found.place.file);
        if findings.iter().any(broken) {
            continue;
        }
        let missing = default.keys.iter().filter(|(key, _)| !bundle.keys.contains_key(*key));
        findings.extend(missing.map(|(key, file)| {
            Diagnostic::new(Code::MissingString, Place::new(bundle.beside(file, *language), Span::default()))
                .with("key", key)
                .with("language", language)
        }));
    }
}

/// The file of a language: by its whole tag, else by its primary subtag.
fn of(files: &Texts, language: Language) -> Option<&(Arc<str>, String)> {
    files.get(&format!("{language}.ftl")).or_else(|| files.get(&format!("{}.ftl", language.primary())))
}

/// What the files of strings of a language say, those of the eldest theme first.
struct Bundle {
    files: Vec<Arc<str>>,
    bundle: Arc<FluentBundle<FluentResource>>,
    /// The first file that says each.
    keys: BTreeMap<String, Arc<str>>,
    /// The messages that are a text and nothing else.
    plain: HashMap<String, String>,
    hash: ContentHash,
}

impl Bundle {
    /// The file of this language in the theme that has a file of another.
    fn beside(&self, other: &str, language: Language) -> Arc<str> {
        let folder = |file: &str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default();
        let own = self.files.iter().find(|file| folder(file) == folder(other));
        own.cloned().unwrap_or_else(|| format!("{}/{language}.ftl", folder(other)).into())
    }
}

/// Of texts that say the same key the last stands.
fn bundle(files: &[(Arc<str>, String)], language: Language, findings: &mut Vec<Diagnostic>) -> Bundle {
    let locale = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    let (mut keys, mut plain, mut texts) = (BTreeMap::new(), HashMap::new(), String::new());
    for (file, text) in files {
        let resource = FluentResource::try_new(text.clone()).unwrap_or_else(|(resource, errors)| {
            findings.extend(string_faults::parsed(file, errors));
            resource
        });
        findings.extend(string_faults::plurals(file, text, &resource, language));
        findings.extend(string_faults::twice(file, text, &resource));
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            keys.entry(message.id.name.to_owned()).or_insert_with(|| file.clone());
            plain.remove(message.id.name);
            plain.extend(plain_text(message));
        }
        bundle.add_resource_overriding(resource);
        texts.extend([text, "\0"]);
    }
    let files = files.iter().map(|(file, _)| file.clone()).collect();
    Bundle { files, bundle: Arc::new(bundle), keys, plain, hash: ContentHash::of(texts.as_bytes()) }
}

/// The key and text of a message that is one line without variables, references and attributes.
fn plain_text(message: &Message<&str>) -> Option<(String, String)> {
    match message.value.as_ref()?.elements.as_slice() {
        [PatternElement::TextElement { value }] => Some((message.id.name.to_owned(), (*value).to_owned())),
        _ => None,
    }
}

/// A value of a template as Fluent takes it: numbers choose plurals.
pub fn fluent_value(value: &tera::Value) -> FluentValue<'static> {
    match (value.as_i64(), value.as_str()) {
        (Some(number), _) => FluentValue::from(number),
        (_, Some(text)) => FluentValue::from(text.to_owned()),
        _ => FluentValue::from(value.to_string()),
    }
}
