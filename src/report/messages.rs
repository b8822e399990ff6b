//! What findings say: Project Fluent messages, one file a language.

use crate::diagnostic::{Diagnostic, Severity};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;

/// A language that the program speaks with its users; not a language of the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UiLanguage {
    /// English.
    En,
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
}

impl UiLanguage {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Kk, Self::Ru];

    /// The language of a POSIX locale or a language tag: `kk_KZ.UTF-8`, `ru`; English for every other.
    pub fn from_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "kk" => Self::Kk,
            "ru" => Self::Ru,
            _ => Self::En,
        }
    }

    /// Its language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Kk => "kk",
            Self::Ru => "ru",
        }
    }

    fn bundle(self) -> &'static Bundle {
        static EN: LazyLock<Bundle> = LazyLock::new(|| load(UiLanguage::En));
        static KK: LazyLock<Bundle> = LazyLock::new(|| load(UiLanguage::Kk));
        static RU: LazyLock<Bundle> = LazyLock::new(|| load(UiLanguage::Ru));
        match self {
            Self::En => &EN,
            Self::Kk => &KK,
            Self::Ru => &RU,
        }
    }

    /// All messages: what findings say, then what commands say, then what the preview says.
    fn messages(self) -> &'static str {
        match self {
            Self::En => concat!(
                include_str!("messages/en.ftl"),
                "\n",
                include_str!("messages/commands/en.ftl"),
                "\n",
                include_str!("messages/preview/en.ftl")
            ),
            Self::Kk => concat!(
                include_str!("messages/kk.ftl"),
                "\n",
                include_str!("messages/commands/kk.ftl"),
                "\n",
                include_str!("messages/preview/kk.ftl")
            ),
            Self::Ru => concat!(
                include_str!("messages/ru.ftl"),
                "\n",
                include_str!("messages/commands/ru.ftl"),
                "\n",
                include_str!("messages/preview/ru.ftl")
            ),
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

/// A part of a file that Fluent cannot read is left out; the tests see to it that there is none.
fn load(ui: UiLanguage) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![ui.tag().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    let messages = FluentResource::try_new(ui.messages().to_owned()).unwrap_or_else(|(readable, _)| readable);
    bundle.add_resource_overriding(messages);
    bundle
}

/// What is wrong, and what to write instead.
pub fn sentence(diagnostic: &Diagnostic, ui: UiLanguage) -> (String, Option<String>) {
    let word = diagnostic.code.word();
    let mut args = FluentArgs::with_capacity(diagnostic.args.len() + 1);
    for (name, value) in &diagnostic.args {
        args.set(name.as_ref(), value.as_str());
        if *name == "text" {
            args.set("quoted", quoted(value));
        }
    }
    let message = format(ui, word, None, &args).unwrap_or_else(|| word.to_owned());
    (message, format(ui, word, Some("remedy"), &args))
}

/// How many errors, warnings and notes there are: `2 errors, 1 warning`.
pub fn summary(findings: &[Diagnostic], ui: UiLanguage) -> String {
    let kinds = [
        (Severity::Error, "summary-errors"),
        (Severity::Warning, "summary-warnings"),
        (Severity::Note, "summary-notes"),
    ];
    let counts = kinds.iter().filter_map(|(severity, key)| {
        let count = findings.iter().filter(|finding| finding.severity == *severity).count();
        let args = FluentArgs::from_iter([("count", count)]);
        format(ui, key, None, &args).filter(|_| count > 0)
    });
    let counts: Vec<String> = counts.collect();
    if counts.is_empty() { label(ui, "summary-none") } else { counts.join(", ") }
}

/// A message without variables.
pub fn label(ui: UiLanguage, key: &str) -> String {
    format(ui, key, None, &FluentArgs::new()).unwrap_or_else(|| key.to_owned())
}

pub(crate) fn format(ui: UiLanguage, key: &str, attribute: Option<&str>, args: &FluentArgs) -> Option<String> {
    let bundle = ui.bundle();
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

/// A text as a value of YAML in quotes; of one that was cut, the quotes.
fn quoted(text: &str) -> String {
    let text = if text.ends_with('…') { "…" } else { text };
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place, Span};
    use std::collections::{BTreeMap, BTreeSet};

    /// How the keys of messages begin that are of no code.
    const GROUPS: [&str; 13] = [
        "ago-", "label-", "summary-", "done-", "failed", "fault-", "manual-", "next-", "status-", "new-", "in-",
        "serve-", "desk-",
    ];

    /// The languages with their messages.
    fn files() -> [(UiLanguage, &'static str); 3] {
        [UiLanguage::En, UiLanguage::Kk, UiLanguage::Ru].map(|ui| (ui, ui.messages()))
    }

    /// The args that the documentation of each code promises, by the code's word.
    fn promised() -> BTreeMap<&'static str, Vec<&'static str>> {
        let mut promised = BTreeMap::new();
        let mut args = Vec::new();
        for line in include_str!("../diagnostic/code.rs").lines().map(str::trim) {
            if let Some((_, list)) = line.strip_prefix("///").and_then(|line| line.split_once("Args: ")) {
                args = list.split('`').skip(1).step_by(2).collect();
            } else if let Some(word) = line.split_once(" = \"").and_then(|(_, rest)| rest.split('"').next()) {
                promised.insert(word, std::mem::take(&mut args));
            }
        }
        promised
    }

    /// The variables of each message of a file, with those of its remedy.
    fn used(file: &'static str) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut used: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        let mut key = "";
        for line in file.lines() {
            if let Some((name, _)) =
                line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key = name;
            }
            let names = line.split("{ $").skip(1).filter_map(|rest| rest.split(' ').next());
            used.entry(key).or_default().extend(names);
        }
        used
    }

    /// A finding whose every arg is `value`.
    fn finding(code: Code, value: &str) -> Diagnostic {
        let args = promised().remove(code.word()).unwrap();
        let empty = Diagnostic::new(code, Place::new("site.yaml", Span::default()));
        args.into_iter().fold(empty, |finding, arg| finding.with(arg, value))
    }

    #[test]
    fn every_file_is_good_fluent() {
        for (ui, file) in files() {
            let errors = FluentResource::try_new(file.to_owned()).err().map(|(_, errors)| errors);
            assert_eq!(errors, None, "{ui:?}");
        }
    }

    #[test]
    fn every_code_has_a_message_and_a_remedy_in_every_language() {
        for (ui, _) in files() {
            for &code in Code::ALL {
                for value in ["none", "Astana"] {
                    let (message, remedy) = sentence(&finding(code, value), ui);
                    let remedy = remedy.unwrap_or_default();
                    assert!(message != code.word() && !message.contains('{'), "{ui:?} {message}");
                    assert!(remedy.len() > 10 && !remedy.contains('{'), "{ui:?} {code:?} {remedy}");
                    assert!(!message.ends_with('.') && message.len() > 10, "{ui:?} {message}");
                }
            }
        }
    }

    #[test]
    fn messages_use_only_what_their_code_promises() {
        let promised = promised();
        for (ui, file) in files() {
            for (key, names) in used(file).into_iter().filter(|(key, _)| promised.contains_key(key)) {
                let known = &promised[key];
                let surplus: Vec<_> = names
                    .iter()
                    .filter(|name| !(known.contains(name) || **name == "quoted" && known.contains(&"text")))
                    .collect();
                assert!(surplus.is_empty(), "{ui:?} {key} {surplus:?}");
            }
        }
    }

    #[test]
    fn no_file_has_a_message_that_nothing_says() {
        for (ui, file) in files() {
            let named = |key: &&str| GROUPS.iter().any(|prefix| key.starts_with(prefix));
            for key in used(file).into_keys().filter(|key| !named(key)) {
                assert!(key.is_empty() || promised().contains_key(key), "{ui:?} {key}");
            }
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables_for_commands() {
        let of_commands = |file| {
            let mut used = used(file);
            used.retain(|key, _| {
                ["failed", "fault-", "manual-", "next-", "status-", "new-"].iter().any(|group| key.starts_with(group))
            });
            used
        };
        assert_eq!(of_commands(files()[0].1), of_commands(files()[1].1));
        assert_eq!(of_commands(files()[0].1), of_commands(files()[2].1));
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
        let sources = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
        let sources = sources.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"));
        let sources: String = sources.map(|entry| std::fs::read_to_string(entry.path()).unwrap()).collect();
        let said = |key: &str| {
            let of_a_kind = key.rsplit_once('-').is_some_and(|(kind, _)| sources.contains(&format!("\"{kind}-{{")));
            of_a_kind || key.starts_with("next-") || sources.contains(&format!("\"{key}\""))
        };
        let silent: Vec<_> = of_commands(files()[0].1).into_keys().filter(|key| !said(key)).collect();
        assert_eq!(silent, [""; 0]);
    }

    #[test]
    fn every_language_chooses_among_the_same_words() {
        let variants = |file: &'static str| {
            let marks = file.lines().filter_map(|line| line.trim_start().trim_start_matches('*').strip_prefix('['));
            let plurals = ["one", "few", "many"];
            let words = marks.filter_map(|line| line.split(']').next()).filter(|word| !plurals.contains(word));
            words.map(str::to_owned).collect::<BTreeSet<_>>()
        };
        assert_eq!(variants(files()[0].1), variants(files()[1].1));
        assert_eq!(variants(files()[0].1), variants(files()[2].1));
    }

    #[test]
    fn a_remedy_can_be_pasted_into_the_file() {
        let remedy = |text: &str| {
            let place = Place::new("ru.md", Span::default());
            sentence(
                &Diagnostic::new(Code::UnquotedColon, place).with("key", "title").with("text", text),
                UiLanguage::En,
            )
            .1
        };
        assert!(remedy("Unity: a report").unwrap().contains("title: \"Unity: a report\""));
        assert!(remedy("The \"Unity\": it's on").unwrap().contains("title: 'The \"Unity\": it''s on'"));
    }

    #[test]
    fn a_summary_has_right_plurals() {
        let count = |errors: usize, warnings: usize, ui| {
            let error = finding(Code::MissingDate, "a");
            let warning = finding(Code::UnquotedHash, "a");
            summary(&[vec![error; errors], vec![warning; warnings]].concat(), ui)
        };
        assert_eq!(count(0, 0, UiLanguage::En), "nothing to mend");
        assert_eq!(count(2, 1, UiLanguage::En), "2 errors, 1 warning");
        assert_eq!(count(1, 2, UiLanguage::Ru), "1 ошибка, 2 предупреждения");
        assert_eq!(count(11, 5, UiLanguage::Ru), "11 ошибок, 5 предупреждений");
        assert_eq!(count(21, 0, UiLanguage::Ru), "21 ошибка");
        assert_eq!(count(5, 1, UiLanguage::Kk), "5 қате, 1 ескерту");
        assert_eq!(summary(&[finding(Code::UnlistedTag, "a")], UiLanguage::Ru), "1 заметка");
    }

    #[test]
    fn a_locale_names_a_language() {
        assert_eq!(UiLanguage::from_locale("kk_KZ.UTF-8"), UiLanguage::Kk);
        assert_eq!(UiLanguage::from_locale("ru"), UiLanguage::Ru);
        assert_eq!(UiLanguage::from_locale("RU-ru"), UiLanguage::Ru);
        for other in ["C", "", "en_GB", "rue", "қаз"] {
            assert_eq!(UiLanguage::from_locale(other), UiLanguage::En);
        }
    }
}
