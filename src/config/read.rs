//! Reads `content/site.yaml`.

use crate::config::outputs::{Archive, Outputs, Switch};
use crate::config::periods::{self, Former};
use crate::config::scripts;
use crate::config::site::{Config, ContactEntry, FormerPublisher, Identity, Languages, PublisherNames, Rule};
use crate::diagnostic::{At, Code, Diagnostic, Place, Severity, Span};
use crate::language::Language;
use crate::language::parts::is_abbreviation;
use crate::location::{BaseUrl, Permalink, Taxonomy};
use crate::markdown::Destination;
use crate::source::Sources;
use crate::view::FeedFormat;
use crate::yaml::{self, Form, Table, Text};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

const FILE: &str = "content/site.yaml";

/// Reads the settings; `None`, with findings, when they are not there or do not tell the languages. For anything else
/// that is wrong something stands in, so that the content is looked at, too.
///
/// # Errors
/// When the disk refuses.
pub fn read(sources: &Sources, findings: &mut Vec<Diagnostic>) -> io::Result<Option<Config>> {
    let file: Arc<str> = FILE.into();
    if sources.find(FILE).is_none() {
        findings.push(Diagnostic::new(Code::MissingFile, Place::new(FILE, Span::default())).with("file", FILE));
        return Ok(None);
    }
    let Some(text) = sources.text(&file, findings)? else { return Ok(None) };
    let Some(mut table) = yaml::read(&Text::new(&file, &text), findings) else { return Ok(None) };
    let config = Reader { file: file.clone(), findings }.config(&mut table);
    let scripts = table.texts("scripts");
    table.finish(findings);
    let Some(config) = config else { return Ok(None) };
    let variants = scripts::variants(&scripts, &file, &config.languages, sources, findings)?;
    Ok(Some(config.with_variants(variants)))
}

/// Texts by language, from a mapping whose keys are language tags; a key of no language of the newsroom is a finding.
pub fn localized(
    file: &Arc<str>,
    mut table: Table,
    languages: &Languages,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<Language, String> {
    let mut texts = BTreeMap::new();
    for (key, entry) in table.entries() {
        match languages.find(&key.value) {
            Some(language) => texts.extend(entry.text(findings).map(|text| (language, text.value))),
            None => findings.push(unknown_language(file, &key, languages)),
        }
    }
    table.finish(findings);
    texts
}

fn unknown_language(file: &Arc<str>, key: &At<String>, languages: &Languages) -> Diagnostic {
    let place = Place::new(file.clone(), key.span);
    Diagnostic::new(Code::UnknownLanguage, place).with("language", &key.value).with("known", languages.list())
}

struct Reader<'a> {
    file: Arc<str>,
    findings: &'a mut Vec<Diagnostic>,
}

/// The words as a list; of many only those that are most like what was written.
fn most_alike(written: &str, mut words: Vec<&str>) -> String {
    const MANY: usize = 12;
    const FEW: usize = 5;
    if words.len() <= MANY {
        return words.join(", ");
    }
    words.sort_by_cached_key(|word| (strsim::damerau_levenshtein(written, word), word.to_string()));
    words.truncate(FEW);
    format!("{}, …", words.join(", "))
}

impl Reader<'_> {
    fn config(&mut self, table: &mut Table) -> Option<Config> {
        let languages = self.languages(table);
        let base_url = self.base_url(table);
        let zone = self.zone(table);
        let theme = table.text("theme").unwrap_or_else(|| At::new("default".to_owned(), Span::default()));
        let authority = table.required("authority", Table::text);
        let outputs = table.table("outputs").map_or_else(Outputs::default, |outputs| self.outputs(outputs));
        let rules = table.table("rules").map_or_else(BTreeMap::new, |rules| self.rules(rules));
        let typography = Switch::of(table.flag("typography"));
        let identity = table.required("identity", Table::table);
        let contacts = table.tables("contacts");
        let (fallback, borrowing) = (table.table("fallback"), table.texts("show_untranslated"));
        let abbreviations = table.table("abbreviations");
        let languages = languages?;
        let fallback = fallback.map_or_else(BTreeMap::new, |fallback| self.fallback(fallback, &languages));
        let borrowing = borrowing.iter().filter_map(|written| self.language(written, &languages)).collect();
        let (identity, former) = identity.map(|identity| self.identities(identity, &languages)).unwrap_or_default();
        let contacts = contacts.into_iter().filter_map(|contact| self.contact(contact, &languages)).collect();
        let abbreviations = abbreviations.map(|lists| self.abbreviations(lists, &languages)).unwrap_or_default();
        let (zone_name, zone) = zone.unwrap_or_else(|| ("UTC".to_owned(), TimeZone::UTC));
        let config = Config {
            base_url: base_url.unwrap_or_default(),
            authority: authority.map(|authority| authority.value).unwrap_or_default(),
            languages,
            zone,
            zone_name,
            theme,
            identity,
            former,
            contacts,
            outputs,
            typography,
            abbreviations,
            rules,
            fallback,
            borrowing,
            variants: Vec::new(),
        };
        Some(config.set_names())
    }

    fn report(&mut self, code: Code, span: Span, args: &[(&'static str, &str)]) {
        let finding = Diagnostic::new(code, Place::new(self.file.clone(), span));
        self.findings.push(args.iter().fold(finding, |finding, (name, value)| finding.with(name, value)));
    }

    fn languages(&mut self, table: &mut Table) -> Option<Languages> {
        let tags = |table: &mut Table, key| Some(table.texts(key)).filter(|tags| !tags.is_empty());
        let tags = table.required("languages", tags)?;
        let count = tags.len();
        let mut languages = Vec::with_capacity(count);
        for tag in tags {
            match Language::parse(&tag.value) {
                Some(language) => languages.push(language),
                None => self.report(Code::BadLanguage, tag.span, &[("text", &tag.value)]),
            }
        }
        // While one cannot be read, nobody can tell which files and names are in it.
        Languages::new(&languages).filter(|_| languages.len() == count)
    }

    fn base_url(&mut self, table: &mut Table) -> Option<BaseUrl> {
        let text = table.required("base_url", Table::text)?;
        let base = BaseUrl::parse(&text.value);
        if base.is_none() {
            self.report(Code::UnsafeUrl, text.span, &[("url", &text.value), ("why", "malformed")]);
        }
        base
    }

    fn zone(&mut self, table: &mut Table) -> Option<(String, TimeZone)> {
        let name = table.required("time_zone", Table::text)?;
        if let Ok(zone) = TimeZone::get(&name.value) {
            return Some((zone.iana_name().unwrap_or(&name.value).to_owned(), zone));
        }
        let known: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        let place = Place::new(self.file.clone(), name.span);
        let finding = Diagnostic::new(Code::BadTimeZone, place).with("text", &name.value);
        self.findings.push(finding.nearest(&name.value, known.iter().map(String::as_str)));
        None
    }

    /// The language of the newsroom that a word means.
    fn language(&mut self, written: &At<String>, languages: &Languages) -> Option<Language> {
        let found = languages.find(&written.value);
        if found.is_none() {
            self.findings.push(unknown_language(&self.file, written, languages));
        }
        found
    }

    /// The languages that stand in for others.
    fn fallback(&mut self, mut table: Table, languages: &Languages) -> BTreeMap<Language, Vec<Language>> {
        let mut fallback = BTreeMap::new();
        for (key, entry) in table.entries() {
            let written = entry.texts(self.findings);
            let chain = written.iter().filter_map(|written| self.language(written, languages)).collect();
            fallback.extend(self.language(&key, languages).map(|language| (language, chain)));
        }
        table.finish(self.findings);
        fallback
    }

    /// What the publisher is, and what it was.
    fn identities(
        &mut self,
        mut table: Table,
        languages: &Languages,
    ) -> (BTreeMap<Language, Identity>, Vec<Former<FormerPublisher>>) {
        let mut identities = BTreeMap::new();
        let former = periods::former(&mut table, self.findings, |period, findings| {
            Reader { file: self.file.clone(), findings }.former(period, languages)
        });
        for (key, entry) in table.entries() {
            let Some(language) = self.language(&key, languages) else { continue };
            let identity = entry.table(self.findings).map(|identity| self.identity(identity));
            identities.extend(identity.map(|identity| (language, identity)));
        }
        for language in languages.iter().filter(|language| !identities.contains_key(language)) {
            let start = Span { end: table.span().start, ..table.span() };
            self.report(Code::MissingKey, start, &[("key", language.as_str())]);
        }
        table.finish(self.findings);
        (identities, former)
    }

    fn former(&mut self, period: &mut Table, languages: &Languages) -> FormerPublisher {
        let host = period.text("host");
        let url = host.and_then(|host| self.host(&host));
        let mut names = BTreeMap::new();
        for (key, entry) in period.entries() {
            let Some(language) = self.language(&key, languages) else { continue };
            let Some(mut table) = entry.table(self.findings) else { continue };
            let (short_name, name) = (table.text("short_name"), table.required("name", Table::text));
            table.finish(self.findings);
            let Some(name) = name.map(|name| name.value) else { continue };
            let short_name = short_name.map_or_else(|| name.clone(), |short| short.value);
            names.insert(language, PublisherNames { name, short_name });
        }
        FormerPublisher { url, names }
    }

    /// The address of a host, which may be written with `https://` and a path or without.
    fn host(&mut self, host: &At<String>) -> Option<String> {
        let url = if host.value.contains("://") { host.value.clone() } else { format!("https://{}", host.value) };
        let base = BaseUrl::parse(&url);
        if base.is_none() {
            self.report(Code::UnsafeUrl, host.span, &[("url", &host.value), ("why", "malformed")]);
        }
        base.map(|base| base.absolute(&Permalink::file("")).trim_end_matches('/').to_owned())
    }

    fn identity(&mut self, mut table: Table) -> Identity {
        let mut text = |key| table.text(key).map(|text| text.value);
        let (short_name, description) = (text("short_name"), text("description").unwrap_or_default());
        let (address, legal) = (text("address"), text("legal"));
        let name = table.required("name", Table::text).map(|name| name.value).unwrap_or_default();
        table.finish(self.findings);
        Identity { short_name: short_name.unwrap_or_else(|| name.clone()), name, description, address, legal }
    }

    fn abbreviations(
        &mut self,
        mut lists: Table,
        languages: &Languages,
    ) -> BTreeMap<Language, BTreeMap<String, String>> {
        let mut abbreviations = BTreeMap::new();
        for (key, entry) in lists.entries() {
            let Some(language) = self.language(&key, languages) else { continue };
            let list = entry.table(self.findings).map(|list| self.meanings(list));
            abbreviations.extend(list.map(|list| (language, list)));
        }
        lists.finish(self.findings);
        abbreviations
    }

    fn meanings(&mut self, mut list: Table) -> BTreeMap<String, String> {
        let mut meanings = BTreeMap::new();
        for (short, entry) in list.entries() {
            let problem = if entry.form() == Form::Nothing { Some("empty") } else { None };
            let problem = problem.or((!is_abbreviation(&short.value)).then_some("words"));
            match (problem, entry.text(self.findings)) {
                (Some(why), _) => {
                    self.report(Code::BadAbbreviation, short.span, &[("text", &short.value), ("why", why)])
                }
                (None, meaning) => meanings.extend(meaning.map(|meaning| (short.value, meaning.value))),
            }
        }
        list.finish(self.findings);
        meanings
    }

    fn contact(&mut self, mut table: Table, languages: &Languages) -> Option<ContactEntry> {
        const KINDS: [(&str, &str); 4] =
            [("email", "email"), ("phone", "phone"), ("address", "address"), ("link", "link")];
        let kind = table.required("kind", Table::text).and_then(|kind| self.choice("kind", kind, &KINDS));
        let value = table.required("value", Table::text);
        let labels = table
            .required("labels", Table::table)
            .map(|labels| localized(&self.file, labels, languages, self.findings));
        table.finish(self.findings);
        let (kind, value) = (kind?, value?);
        if let Some(why) = Destination::of(&value.value).not_web().filter(|_| kind == "link") {
            self.report(Code::UnsafeUrl, value.span, &[("url", &value.value), ("why", why)]);
            return None;
        }
        Some(ContactEntry { kind, value: value.value, labels: labels.unwrap_or_default() })
    }

    fn outputs(&mut self, mut table: Table) -> Outputs {
        const FORMATS: [(&str, FeedFormat); 3] =
            [("rss", FeedFormat::Rss), ("atom", FeedFormat::Atom), ("json", FeedFormat::Json)];
        let taxonomies = Taxonomy::ALL.map(|taxonomy| (taxonomy.word(), taxonomy));
        const ARCHIVES: [(&str, Archive); 2] = [("year", Archive::Year), ("month", Archive::Month)];
        let mut outputs = Outputs::default();
        if let Some(mut feeds) = table.table("feeds") {
            self.choices(&mut feeds, "site", &FORMATS, &mut outputs.site_feeds);
            self.choices(&mut feeds, "terms", &FORMATS, &mut outputs.term_feeds);
            feeds.finish(self.findings);
        }
        self.choices(&mut table, "terms", &taxonomies, &mut outputs.terms);
        self.choices(&mut table, "archives", &ARCHIVES, &mut outputs.archives);
        let switches = [
            ("opml", &mut outputs.opml),
            ("sitemap", &mut outputs.sitemap),
            ("news_sitemap", &mut outputs.news_sitemap),
            ("robots", &mut outputs.robots),
            ("events", &mut outputs.events),
            ("calendars", &mut outputs.calendars),
            ("json_ld", &mut outputs.json_ld),
            ("related", &mut outputs.related),
            ("share", &mut outputs.share),
            ("redirects", &mut outputs.redirects),
        ];
        for (key, switch) in switches {
            *switch = Switch::of(table.flag(key));
        }
        table.finish(self.findings);
        outputs
    }

    fn choices<T: Copy>(&mut self, table: &mut Table, key: &'static str, known: &[(&str, T)], chosen: &mut Vec<T>) {
        if table.has(key) {
            *chosen = table.texts(key).into_iter().filter_map(|text| self.choice(key, text, known)).collect();
        }
    }

    fn choice<T: Copy>(&mut self, key: &'static str, text: At<String>, known: &[(&str, T)]) -> Option<T> {
        let found = known.iter().find(|(word, _)| *word == text.value).map(|(_, choice)| *choice);
        if found.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            let finding =
                Diagnostic::new(Code::UnknownChoice, Place::new(self.file.clone(), text.span)).with("key", key);
            let finding = finding.with("text", &text.value).nearest(&text.value, words.iter().copied());
            self.findings.push(finding.with("known", most_alike(&text.value, words)));
        }
        found
    }

    fn rules(&mut self, mut table: Table) -> BTreeMap<Code, Rule> {
        const LEVELS: [(&str, Rule); 4] = [
            ("error", Rule::Report(Severity::Error)),
            ("warning", Rule::Report(Severity::Warning)),
            ("note", Rule::Report(Severity::Note)),
            ("off", Rule::Off),
        ];
        let free: Vec<(&str, Code)> = Code::ALL
            .iter()
            .filter(|code| code.severity() < Severity::Error)
            .map(|code| (code.word(), *code))
            .collect();
        let mut rules = BTreeMap::new();
        for (key, entry) in table.entries() {
            let code = self.choice("rules", key, &free);
            let rule = entry.text(self.findings).and_then(|level| self.choice("rules", level, &LEVELS));
            rules.extend(code.zip(rule));
        }
        table.finish(self.findings);
        rules
    }
}
