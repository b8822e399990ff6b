//! Interface strings: Project Fluent, one file a language, plurals by CLDR.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::hash::ContentHash;
use crate::language::{Direction, Language, bidi};
use crate::theme::converted::converted;
use crate::theme::string_faults;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use std::collections::{BTreeMap, BTreeSet, HashMap};
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

/// Reads the files of strings for all languages of the newsroom; a missing file or key is a finding. Without any file
/// that could stand in for a missing one it is an error.
pub fn load(
    files: &BTreeMap<String, (Arc<str>, String)>,
    folder: &str,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Language, Strings> {
    let (mut bundles, mut lacking) = (BTreeMap::new(), Vec::new());
    for language in config.languages.written() {
        match of(files, language) {
            Some((file, text)) => _ = bundles.insert(language, bundle(file, text, language, findings)),
            None => lacking.push(language),
        }
    }
    findings.extend(lacking.into_iter().map(|language| no_strings(folder, language, &bundles, config)));
    missing(&bundles, config, findings);
    for variant in &config.variants {
        let own = files.get(&format!("{}.ftl", variant.language));
        let converted = of(files, variant.of).map(|(file, text)| (file, converted(text, variant)));
        let own = own.map(|(file, text)| bundle(file, text, variant.language, findings));
        // What is wrong in the original was told of the original.
        let converted = converted.map(|(file, text)| bundle(file, &text, variant.language, &mut Vec::new()));
        let both = own.into_iter().chain(converted).reduce(Bundle::before);
        bundles.extend(both.map(|both| (variant.language, both)));
    }
    config.languages.iter().map(|language| (language, strings(&config.chain(language), &bundles))).collect()
}

fn no_strings(folder: &str, language: Language, bundles: &BTreeMap<Language, Bundle>, config: &Config) -> Diagnostic {
    let file = format!("{folder}/{language}.ftl");
    let place = Place::new(file.as_str(), Span::default());
    match config.chain(language).into_iter().find_map(|other| Some((other, bundles.get(&other)?))) {
        None => Diagnostic::new(Code::MissingFile, place).with("file", file),
        Some((other, bundle)) => Diagnostic::new(Code::MissingStrings, place)
            .with("language", language)
            .with("other", other)
            .with("model", &*bundle.file)
            .with("file", file),
    }
}

/// The strings of a chain of languages: of the first of them that has it.
fn strings(chain: &[Language], bundles: &BTreeMap<Language, Bundle>) -> Strings {
    let direction = chain.first().map(Language::direction).unwrap_or_default();
    let chain: Vec<&Bundle> = chain.iter().filter_map(|language| bundles.get(language)).collect();
    let hashes: String = chain.iter().map(|bundle| bundle.hash.to_string()).collect();
    Strings {
        bundles: chain.iter().flat_map(|bundle| bundle.bundles.clone()).collect(),
        plain: chain.first().map(|bundle| bundle.plain.clone()).unwrap_or_default().into(),
        direction,
        hash: ContentHash::of(hashes.as_bytes()),
    }
}

/// Finds the strings of the default language that others lack.
fn missing(bundles: &BTreeMap<Language, Bundle>, config: &Config, findings: &mut Vec<Diagnostic>) {
    let Some(default) = bundles.get(&config.languages.default()) else { return };
    for (language, bundle) in bundles {
        let whole = !findings.iter().any(|found| found.code == Code::BrokenStrings && found.place.file == bundle.file);
        let missing = default.keys.difference(&bundle.keys).filter(|_| whole);
        findings.extend(missing.map(|key| missing_string(&bundle.file, key, *language)));
    }
}

/// The file of a language: by its whole tag, else by its primary subtag.
fn of(files: &BTreeMap<String, (Arc<str>, String)>, language: Language) -> Option<&(Arc<str>, String)> {
    files.get(&format!("{language}.ftl")).or_else(|| files.get(&format!("{}.ftl", language.primary())))
}

/// What a file of strings says.
struct Bundle {
    file: Arc<str>,
    bundles: Vec<Arc<FluentBundle<FluentResource>>>,
    keys: BTreeSet<String>,
    /// The messages that are a text and nothing else.
    plain: HashMap<String, String>,
    hash: ContentHash,
}

impl Bundle {
    /// Of both, where the other stands in for what this one lacks.
    fn before(self, other: Self) -> Self {
        let mut plain = other.plain;
        plain.retain(|key, _| !self.keys.contains(key));
        plain.extend(self.plain);
        let hash = ContentHash::of(format!("{} {}", self.hash, other.hash).as_bytes());
        Self { bundles: [self.bundles, other.bundles].concat(), plain, hash, file: self.file, keys: self.keys }
    }
}

fn bundle(file: &Arc<str>, text: &str, language: Language, findings: &mut Vec<Diagnostic>) -> Bundle {
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
        findings.extend(string_faults::parsed(file, errors));
        resource
    });
    findings.extend(string_faults::plurals(file, text, &resource, language));
    let keys = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    let keys = keys.collect();
    let plain = resource.entries().filter_map(plain).collect();
    let locale = language.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    if let Err(errors) = bundle.add_resource(resource) {
        findings.extend(string_faults::twice(file, text, errors));
    }
    Bundle { file: file.clone(), bundles: vec![Arc::new(bundle)], keys, plain, hash: ContentHash::of(text.as_bytes()) }
}

/// The key and text of a message that is one line without variables, references and attributes.
fn plain(entry: &Entry<&str>) -> Option<(String, String)> {
    let Entry::Message(Message { id, value: Some(pattern), .. }) = entry else { return None };
    match pattern.elements.as_slice() {
        [PatternElement::TextElement { value }] => Some((id.name.to_owned(), (*value).to_owned())),
        _ => None,
    }
}

fn missing_string(file: &Arc<str>, key: &str, language: Language) -> Diagnostic {
    let place = Place::new(file.clone(), Span::default());
    Diagnostic::new(Code::MissingString, place).with("key", key).with("language", language)
}

/// A value of a template as Fluent takes it: numbers choose plurals.
pub fn fluent_value(value: &tera::Value) -> FluentValue<'static> {
    match (value.as_i64(), value.as_str()) {
        (Some(number), _) => FluentValue::from(number),
        (_, Some(text)) => FluentValue::from(text.to_owned()),
        _ => FluentValue::from(value.to_string()),
    }
}
