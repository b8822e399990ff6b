//! The tag of a language (BCP 47) and what follows from it alone.

use serde::{Deserialize, Serialize};
use std::fmt;
use tinystr::TinyAsciiStr;

/// A well-formed BCP 47 tag of at most 16 characters in canonical case: `kk`, `en-GB`, `kk-Latn`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Language(TinyAsciiStr<16>);

/// The direction in which a script runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Language {
    /// Reads a tag of language, script and region subtags (RFC 5646, 2.1), in any case; `None` when it is none.
    pub fn parse(tag: &str) -> Option<Self> {
        let id = icu_locale_core::LanguageIdentifier::try_from_str(tag).ok()?;
        if id.language.is_unknown() {
            return None;
        }
        TinyAsciiStr::try_from_str(&id.to_string()).ok().map(Self)
    }

    /// The tag as `lang` attributes, hreflang and feeds write it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The primary language subtag: `en` of `en-GB`.
    pub fn primary(&self) -> &str {
        self.as_str().split('-').next().unwrap_or_default()
    }

    /// The script subtag, where the tag has one.
    pub fn script(&self) -> Option<&str> {
        self.as_str().split('-').find(|part| part.len() == 4 && part.chars().all(char::is_alphabetic))
    }

    /// The folder of the language in URLs: the tag in lower case.
    pub fn prefix(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }

    /// Right to left for Arabic script, by the script subtag or the language's usual script (languages.md, 10).
    pub fn direction(&self) -> Direction {
        const RTL_LANGUAGES: [&str; 7] = ["ar", "fa", "he", "ug", "ur", "ps", "yi"];
        match self.script() {
            Some("Arab" | "Hebr") => Direction::Rtl,
            None if RTL_LANGUAGES.contains(&self.primary()) => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// Whether it is written in Cyrillic letters.
    pub fn is_cyrillic(&self) -> bool {
        const CYRILLIC: [&str; 13] = ["kk", "ru", "uk", "be", "ky", "tg", "tt", "ba", "cv", "bg", "mk", "mn", "dng"];
        self.script().map_or(CYRILLIC.contains(&self.primary()), |script| script == "Cyrl")
    }

    /// The locale as Open Graph writes it: language, underscore, territory.
    pub fn open_graph(&self) -> String {
        let region = self.as_str().split('-').skip(1).find(|part| part.len() == 2);
        let region = region.unwrap_or(match self.primary() {
            "kk" => "KZ",
            "ru" => "RU",
            "en" => "GB",
            "uz" => "UZ",
            "ug" => "CN",
            "ko" => "KR",
            "de" => "DE",
            "ky" => "KG",
            "uk" => "UA",
            "tr" => "TR",
            "tg" => "TJ",
            "az" => "AZ",
            "pl" => "PL",
            _ => return self.primary().to_owned(),
        });
        format!("{}_{region}", self.primary())
    }

    /// The language's own name for itself (CLDR 48), capitalised as a switcher shows it; the tag when unknown.
    pub fn endonym(&self) -> &str {
        match (self.primary(), self.script()) {
            ("kk", Some("Latn")) => "Qazaqşa",
            ("kk", Some("Arab")) => "قازاقشا",
            ("kk", _) => "Қазақша",
            ("ru", _) => "Русский",
            ("en", _) => "English",
            ("ug", Some("Cyrl")) => "Уйғурчә",
            ("ug", _) => "ئۇيغۇرچە",
            ("uz", Some("Cyrl")) => "Ўзбекча",
            ("uz", _) => "O‘zbekcha",
            ("ko", _) => "한국어",
            ("de", _) => "Deutsch",
            ("uk", _) => "Українська",
            ("tr", _) => "Türkçe",
            ("tt", _) => "Татарча",
            ("az", _) => "Azərbaycan",
            ("ky", _) => "Кыргызча",
            ("tg", _) => "Тоҷикӣ",
            ("pl", _) => "Polski",
            _ => self.as_str(),
        }
    }
}

impl Language {
    /// The beginning of its own name in capitals, as a switcher shows it where there is little room; the tag in capitals
    /// when unknown. Scripts without capitals have the small letters.
    pub fn abbreviation(&self) -> String {
        let name = self.endonym();
        if name == self.as_str() {
            return name.to_uppercase();
        }
        name.chars().take(3).flat_map(char::to_uppercase).collect()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Option<String> {
        Language::parse(text).map(|language| language.to_string())
    }

    #[test]
    fn tags_are_read_in_any_case_and_written_canonically() {
        assert_eq!(tag("EN-gb").as_deref(), Some("en-GB"));
        assert_eq!(tag("kk-latn").as_deref(), Some("kk-Latn"));
        assert_eq!(tag("қазақ"), None);
        assert_eq!(tag(""), None);
        assert_eq!(tag("und"), None);
    }

    #[test]
    fn arabic_script_runs_right_to_left() {
        let direction = |text| Language::parse(text).map(|language| language.direction());
        assert_eq!(direction("ug"), Some(Direction::Rtl));
        assert_eq!(direction("ug-Cyrl"), Some(Direction::Ltr));
        assert_eq!(direction("kk-Arab"), Some(Direction::Rtl));
        assert_eq!(direction("kk"), Some(Direction::Ltr));
    }
}
