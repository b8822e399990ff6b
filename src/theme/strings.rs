//! Interface strings: Project Fluent, one file a language, plurals by CLDR.

use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::hash::ContentHash;
use crate::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, LazyLock};

/// The strings of one language, with those of the newsroom's default language behind them.
#[derive(Clone)]
pub struct Strings {
    own: Option<Arc<FluentBundle<FluentResource>>>,
    fallback: Option<Arc<FluentBundle<FluentResource>>>,
    /// The strings that say the same whatever they are told: most are asked for on every page.
    plain: Arc<HashMap<String, String>>,
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
        static NONE: LazyLock<Strings> =
            LazyLock::new(|| Strings { own: None, fallback: None, plain: Arc::default(), hash: ContentHash::of(b"") });
        &NONE
    }

    /// The hash of the files that the strings come from.
    pub fn hash(&self) -> ContentHash {
        self.hash
    }

    /// The string of a key: of the language, else of the default language, else the key itself.
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

    /// The same, with values of any kind.
    pub fn format(&self, key: &str, args: &FluentArgs<'_>) -> String {
        if let Some(text) = self.plain.get(key) {
            return text.clone();
        }
        let bundles = self.own.iter().chain(&self.fallback);
        let found = bundles.filter_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
        });
        found.into_iter().next().unwrap_or_else(|| key.to_owned())
    }
}

impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Strings({})", self.hash)
    }
}

/// Reads the files of strings for all languages of the newsroom; a missing file or key is a finding.
pub fn load(
    files: &BTreeMap<String, (Arc<str>, String)>,
    folder: &str,
    config: &Config,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Language, Strings> {
    let mut bundles = BTreeMap::new();
    for language in config.languages.iter() {
        match of(files, language) {
            Some((file, text)) => _ = bundles.insert(language, bundle(file, text, language, findings)),
            None => {
                let file = format!("{folder}/{language}.ftl");
                findings.push(
                    Diagnostic::new(Code::MissingFile, Place::new(file.as_str(), Span::default())).with("file", file),
                );
            }
        }
    }
    let default = bundles.get(&config.languages.default()).cloned();
    let keys = default.as_ref().map(|default| default.keys.clone()).unwrap_or_default();
    let make = |(language, bundle): (Language, Bundle)| {
        let missing = |key: &String| missing_string(&bundle.file, key, language);
        let whole = !findings.iter().any(|found| found.code == Code::BrokenStrings && found.place.file == bundle.file);
        findings.extend(keys.difference(&bundle.keys).filter(|_| whole).map(missing));
        let fallback = default.as_ref().map(|default| default.bundle.clone());
        let both = [Some(bundle.hash), default.as_ref().map(|default| default.hash)].into_iter().flatten();
        let hash = ContentHash::of(both.map(|hash| hash.to_string()).collect::<String>().as_bytes());
        let plain = Arc::new(bundle.plain);
        (language, Strings { own: Some(bundle.bundle), fallback, plain, hash })
    };
    bundles.into_iter().map(make).collect()
}

/// The file of a language: by its whole tag, else by its primary subtag.
fn of(files: &BTreeMap<String, (Arc<str>, String)>, language: Language) -> Option<&(Arc<str>, String)> {
    files.get(&format!("{language}.ftl")).or_else(|| files.get(&format!("{}.ftl", language.primary())))
}

#[derive(Clone)]
struct Bundle {
    file: Arc<str>,
    bundle: Arc<FluentBundle<FluentResource>>,
    keys: BTreeSet<String>,
    /// The messages that are a text and nothing else.
    plain: HashMap<String, String>,
    hash: ContentHash,
}

fn bundle(file: &Arc<str>, text: &str, language: Language, findings: &mut Vec<Diagnostic>) -> Bundle {
    let broken = |span: std::ops::Range<usize>, detail: String| {
        Diagnostic::new(Code::BrokenStrings, Place::new(file.clone(), Span::new(span.start, span.end)))
            .with("detail", detail)
    };
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, errors)| {
        findings.extend(
            errors.into_iter().map(|error| broken(error.slice.clone().unwrap_or(error.pos.clone()), error.to_string())),
        );
        resource
    });
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
        findings.extend(errors.into_iter().map(|error| broken(0..0, error.to_string())));
    }
    Bundle { file: file.clone(), bundle: Arc::new(bundle), keys, plain, hash: ContentHash::of(text.as_bytes()) }
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
