//! What the newsroom is: its languages, its publisher, its place on the web.

use crate::config::outputs::{Outputs, Switch};
use crate::config::periods::{self, Former};
use crate::config::variant::Variant;
use crate::diagnostic::{At, Code, Diagnostic, Severity};
use crate::language::{Language, typography};
use crate::location::BaseUrl;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The languages of a newsroom, at least one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Languages {
    default: Language,
    others: Vec<Language>,
    /// Those among the others that are converted.
    converted: Vec<Language>,
}

impl Languages {
    /// The languages in order, the default first; `None` for an empty list. A language that stands twice counts once.
    pub fn new(languages: &[Language]) -> Option<Self> {
        let (&default, rest) = languages.split_first()?;
        let mut others: Vec<Language> = Vec::new();
        for &language in rest {
            if language != default && !others.contains(&language) {
                others.push(language);
            }
        }
        Some(Self { default, others, converted: Vec::new() })
    }

    /// The language that `/` leads to.
    pub fn default(&self) -> Language {
        self.default
    }

    /// All languages in order, the default first.
    pub fn iter(&self) -> impl Iterator<Item = Language> + Clone + '_ {
        std::iter::once(self.default).chain(self.others.iter().copied())
    }

    /// The languages that editors write, in order.
    pub fn written(&self) -> impl Iterator<Item = Language> + Clone + '_ {
        self.iter().filter(|language| !self.converted.contains(language))
    }

    /// Adds a language that is converted from one of these, next to it.
    pub(in crate::config) fn add_variant(&mut self, of: Language, language: Language) {
        let place = self.iter().position(|other| other == of).unwrap_or_default() + self.converted.len();
        self.others.insert(place.min(self.others.len()), language);
        self.converted.push(language);
    }

    /// Whether the newsroom is in a language.
    pub fn has(&self, language: Language) -> bool {
        self.iter().any(|other| other == language)
    }

    /// The language that a file name or key means: the tag itself in any case, else the only language of that
    /// primary subtag (`en` where the newsroom has `en-GB`). Languages that are converted are nobody's to write.
    pub fn find(&self, text: &str) -> Option<Language> {
        if let Some(language) = self.written().find(|language| language.as_str().eq_ignore_ascii_case(text)) {
            return Some(language);
        }
        let mut alike = self.written().filter(|language| language.primary().eq_ignore_ascii_case(text));
        alike.next().filter(|_| alike.next().is_none())
    }

    /// The tags of those that editors write, for a message.
    pub fn list(&self) -> String {
        self.written().map(|language| language.to_string()).collect::<Vec<_>>().join(", ")
    }
}

/// The publisher in one language.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// The full name.
    pub name: String,
    /// The short name; the full one where none is given.
    pub short_name: String,
    /// One sentence about the newsroom.
    pub description: String,
    /// The postal address.
    pub address: Option<String>,
    /// The legal notice.
    pub legal: Option<String>,
}

/// The publisher as it was called in earlier times.
#[derive(Clone, Debug)]
pub struct FormerPublisher {
    /// Where its site stood, without a slash at the end; nothing where that is not told.
    pub url: Option<String>,
    /// Its names; a language without any keeps today's.
    pub names: BTreeMap<Language, PublisherNames>,
}

/// What a publisher was called in one language.
#[derive(Clone, Debug)]
pub struct PublisherNames {
    /// The full name.
    pub name: String,
    /// The short name; the full one where none is given.
    pub short_name: String,
}

/// A way to reach the press centre.
#[derive(Clone, Debug)]
pub struct ContactEntry {
    /// `email`, `phone`, `address` or `link`.
    pub kind: &'static str,
    /// The address.
    pub value: String,
    /// What it is for, by language.
    pub labels: BTreeMap<Language, String>,
}

/// What site.yaml makes of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Findings are reported with this severity.
    Report(Severity),
    /// Findings are not reported.
    Off,
}

/// A newsroom's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the site stands.
    pub base_url: BaseUrl,
    /// Its languages.
    pub languages: Languages,
    /// Its time zone.
    pub zone: TimeZone,
    /// The zone's IANA name.
    pub zone_name: String,
    /// The folder of its theme below `themes/`, and where site.yaml names it.
    pub theme: At<String>,
    /// The authority of `tag:` URIs (RFC 4151), fixed for ever: `assembly.example,2024`.
    pub authority: String,
    /// The publisher, in every language of the newsroom.
    pub identity: BTreeMap<Language, Identity>,
    /// What the publisher was before, in the order of time.
    pub former: Vec<Former<FormerPublisher>>,
    /// Ways to reach the press centre, in order.
    pub contacts: Vec<ContactEntry>,
    /// What is made.
    pub outputs: Outputs,
    /// Whether readers get quotation marks, dashes and spaces as their language sets them, or as they were typed.
    pub typography: Switch,
    /// What abbreviations stand for, in every language that has any.
    pub abbreviations: BTreeMap<Language, BTreeMap<String, String>>,
    /// Severities other than the codes' own.
    pub rules: BTreeMap<Code, Rule>,
    /// The languages whose words stand in for those that a language lacks, in order.
    pub fallback: BTreeMap<Language, Vec<Language>>,
    /// The languages that show releases nobody translated into them.
    pub borrowing: Vec<Language>,
    /// The languages that are converted from others.
    pub variants: Vec<Variant>,
}

impl Config {
    /// Sets a text of front matter or settings as its language sets it for readers.
    pub fn set(&self, language: Language, text: &mut String) {
        self.set_by(typography::set, language, text);
    }

    /// The same of a text that has no escapes.
    pub fn set_plain(&self, language: Language, text: &mut String) {
        self.set_by(typography::set_plain, language, text);
    }

    fn set_by(&self, by: fn(Language, &str) -> Cow<'_, str>, language: Language, text: &mut String) {
        if self.typography == Switch::On
            && let Cow::Owned(set) = by(language, text)
        {
            *text = set;
        }
    }

    /// Sets what the settings say to readers.
    pub(in crate::config) fn set_names(mut self) -> Self {
        let (mut identities, mut contacts) = (std::mem::take(&mut self.identity), std::mem::take(&mut self.contacts));
        let mut former = std::mem::take(&mut self.former);
        for (language, Identity { name, short_name, description, address, legal }) in &mut identities {
            let texts = [name, short_name, description].into_iter().chain(address).chain(legal);
            texts.for_each(|text| self.set(*language, text));
        }
        for (language, PublisherNames { name, short_name }) in former.iter_mut().flat_map(|one| &mut one.value.names) {
            [name, short_name].into_iter().for_each(|text| self.set(*language, text));
        }
        let labels = contacts.iter_mut().flat_map(|contact| &mut contact.labels);
        labels.for_each(|(language, label)| self.set(*language, label));
        let mut abbreviations = std::mem::take(&mut self.abbreviations);
        let meanings =
            abbreviations.iter_mut().flat_map(|(language, list)| list.values_mut().map(|text| (*language, text)));
        meanings.for_each(|(language, text)| self.set(language, text));
        Self { identity: identities, contacts, former, abbreviations, ..self }
    }

    /// What the publisher is called in a language on a day on which it does not bear the last name, with the period.
    pub fn former_publisher(
        &self,
        language: Language,
        day: Date,
    ) -> Option<(&Former<FormerPublisher>, &PublisherNames)> {
        let former = periods::on(&self.former, day)?;
        Some((former, former.value.names.get(&language)?))
    }

    /// The publisher's name and short name in a language on a day.
    pub fn publisher_on(&self, language: Language, day: Date) -> [&str; 2] {
        if let Some((_, names)) = self.former_publisher(language, day) {
            return [&names.name, &names.short_name];
        }
        self.identity.get(&language).map_or(["", ""], |identity| [&identity.name, &identity.short_name])
    }

    /// The finding as the newsroom's rules see it; `None` when the rule is off. Errors stay errors.
    pub fn judge(&self, mut finding: Diagnostic) -> Option<Diagnostic> {
        match self.rules.get(&finding.code) {
            Some(Rule::Off) => return None,
            Some(Rule::Report(severity)) => finding.severity = *severity,
            None => {}
        }
        Some(finding)
    }

    /// The language in which a reader of `language` is told something: the first of the language's chain that has words
    /// for it, else any.
    pub fn spoken<T>(&self, words: &BTreeMap<Language, T>, language: Language) -> Option<Language> {
        if words.contains_key(&language) {
            return Some(language);
        }
        self.chain(language).into_iter().find(|one| words.contains_key(one)).or_else(|| words.keys().next().copied())
    }

    /// The name for a language among names by language.
    pub fn name_in<'a>(&self, names: &'a BTreeMap<Language, String>, language: Language) -> Option<&'a str> {
        names.get(&self.spoken(names, language)?).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_tag_finds_the_only_language_of_its_kind() {
        let tags = |tags: &[&str]| tags.iter().filter_map(|tag| Language::parse(tag)).collect::<Vec<_>>();
        let languages = Languages::new(&tags(&["kk", "en-GB", "kk"])).unwrap();
        assert_eq!(languages.find("en").map(|language| language.to_string()).as_deref(), Some("en-GB"));
        assert_eq!(languages.find("EN-gb"), languages.find("en"));
        assert_eq!(languages.find("ru"), None);
        assert_eq!(languages.list(), "kk, en-GB");
        assert_eq!(Languages::new(&tags(&["uz", "en-GB", "en-US"])).unwrap().find("en"), None);
        assert_eq!(Languages::new(&[]), None);
    }
}
