//! The report that a person reads: sentence, place, the line itself with the words underlined, and the remedy.

use crate::diagnostic::{Diagnostic, Place, Severity, Span};
use crate::report::messages::{UiLanguage, label, sentence};
use crate::report::position::{Position, line_at, position};
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};
use std::ops::Range;
use std::sync::Arc;

/// Where the report finds the texts that it quotes.
pub trait Texts {
    /// The text of a file as the spans of findings count its bytes; `None` for a folder or what is no text.
    fn text(&self, file: &str) -> Option<String>;
}

/// Whether the report is for a terminal with colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// Only text.
    Plain,
    /// With ANSI escape sequences.
    Styled,
}

/// All findings, by file and place, each with an empty line behind it.
pub fn for_people(findings: &[Diagnostic], texts: &dyn Texts, ui: UiLanguage, colour: Colour) -> String {
    let mut findings: Vec<&Diagnostic> = findings.iter().collect();
    findings.sort_by_key(|finding| (&finding.place, finding.code));
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Styled => Renderer::styled(),
    };
    let renderer = renderer.term_width(TERMINAL);
    let mut quotes = Quotes::new(texts);
    let mut report = String::new();
    for finding in findings {
        let groups = groups(finding, &mut quotes, ui);
        report.push_str(&renderer.render(&groups));
        report.push_str("\n\n");
    }
    report
}

/// How many columns a line of the report has; the renderer cuts longer lines around the words that are meant.
const TERMINAL: usize = 120;

/// How many characters of a line are quoted from the words on.
const MOST_AFTER: usize = 100;

/// How many characters before the words the renderer is given: it takes long over more.
const MOST_BEFORE: usize = 4096;

fn groups(finding: &Diagnostic, quotes: &mut Quotes, ui: UiLanguage) -> Vec<Group<'static>> {
    let (message, remedy) = sentence(finding, ui);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title =
        level.with_name(label(ui, level_label(finding.severity))).primary_title(message).id(finding.code.word());
    let help = remedy.map(|remedy| {
        let help = Level::HELP.with_name(label(ui, "label-help"));
        Element::from(help.message(normalize_untrusted_str(&remedy)))
    });
    let mut groups = vec![title.elements(quotes.elements(&finding.place)).elements(help)];
    for place in &finding.also {
        let title = Level::NOTE.with_name(label(ui, "label-note")).secondary_title(label(ui, "label-also"));
        groups.push(title.elements(quotes.elements(place)));
    }
    groups
}

/// The key of the word for a severity.
pub fn level_label(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "label-error",
        Severity::Warning => "label-warning",
        Severity::Note => "label-note",
    }
}

/// The texts that findings quote; findings of one file follow one another, so the last text is kept.
pub struct Quotes<'a> {
    texts: &'a dyn Texts,
    last: Option<(Arc<str>, Option<String>)>,
}

impl<'a> Quotes<'a> {
    /// The texts, none read yet.
    pub fn new(texts: &'a dyn Texts) -> Self {
        Self { texts, last: None }
    }

    /// The position of a place in a text, and its line; nothing for a file as a whole, or one that cannot be read.
    pub fn quoted(&mut self, place: &Place) -> Option<(Position, Quote)> {
        if place.span == Span::default() {
            return None;
        }
        let text = self.text(&place.file)?;
        Some((position(text, place.span.start), quote(text, place.span)))
    }

    fn elements(&mut self, place: &Place) -> Vec<Element<'static>> {
        let path = normalize_untrusted_str(&place.file);
        if place.span == Span::default() {
            let start =
                |origin: Origin<'static>| if is_text(&place.file) { origin.line(1).char_column(1) } else { origin };
            return vec![start(Origin::path(path)).into()];
        }
        let Some((Position { line, column }, Quote { text, marked, is_cut })) = self.quoted(place) else {
            return vec![Origin::path(path).into()];
        };
        let snippet = Snippet::source(text).line_start(line).annotation(AnnotationKind::Primary.span(marked));
        if is_cut {
            vec![Origin::path(path).line(line).char_column(column).into(), snippet.into()]
        } else {
            vec![snippet.path(path).into()]
        }
    }

    /// The text of a file; nothing for a folder or what is no text.
    pub fn text(&mut self, file: &Arc<str>) -> Option<&str> {
        if self.last.as_ref().is_none_or(|(last, _)| last != file) {
            self.last = Some((file.clone(), self.texts.text(file)));
        }
        self.last.as_ref().and_then(|(_, text)| text.as_deref())
    }
}

/// Whether a file without a place in it is one that an editor can open at its beginning.
fn is_text(file: &str) -> bool {
    [".md", ".yaml", ".ftl", ".html", ".css"].iter().any(|extension| file.ends_with(extension))
}

/// The line in which a span begins, or a part of a long line.
pub struct Quote {
    /// The text.
    pub text: String,
    /// The bytes of it to be underlined.
    pub marked: Range<usize>,
    /// Its first character is not the first of the line: the renderer cannot tell the column.
    is_cut: bool,
}

fn quote(text: &str, span: Span) -> Quote {
    let line = line_at(text, span.start as usize);
    let start = text.floor_char_boundary(span.start as usize).clamp(line.start, line.end);
    let end = text.floor_char_boundary(span.end as usize).clamp(start, line.end);
    let before = text.get(line.start..start).unwrap_or_default();
    let after = text.get(start..line.end).unwrap_or_default();
    let is_cut = before.chars().nth(MOST_BEFORE).is_some();
    let kept_before = if is_cut { last_chars(before, MOST_AFTER) } else { before };
    let kept_after = first_chars(after, MOST_AFTER);
    let ellipsis = if kept_after.len() < after.len() { "…" } else { "" };
    let marked = kept_before.len()..kept_before.len() + (end - start).min(kept_after.len());
    Quote { text: format!("{kept_before}{kept_after}{ellipsis}"), marked, is_cut }
}

fn first_chars(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn last_chars(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use proptest::prelude::*;

    /// Files and their texts.
    struct Files(&'static [(&'static str, &'static str)]);

    impl Texts for Files {
        fn text(&self, file: &str) -> Option<String> {
            self.0.iter().find(|(name, _)| *name == file).map(|(_, text)| (*text).to_owned())
        }
    }

    /// The place of `words` in a file.
    fn place(files: &Files, file: &str, words: &str) -> Place {
        let start = files.text(file).unwrap().find(words).unwrap();
        Place::new(file, Span::new(start, start + words.len()))
    }

    const RELEASE: Files = Files(&[
        (
            "content/releases/2024/council/ru.md",
            "\u{feff}---\r\ntitle: Совет: итоги\r\nregion: Кастанай\r\n---\r\nТекст\r\n",
        ),
        ("content/releases/2024/council/kk.md", "---\ntitle: Кеңес\ndate: 2024-10-18\n---\nМәтін\n"),
    ]);

    fn findings() -> Vec<Diagnostic> {
        let at = |words| place(&RELEASE, "content/releases/2024/council/ru.md", words);
        let date = place(&RELEASE, "content/releases/2024/council/kk.md", "2024-10-18");
        vec![
            Diagnostic::new(Code::UnknownRegion, at("Кастанай")).with("name", "Кастанай").with("nearest", "Костанай"),
            Diagnostic::new(Code::UnquotedColon, at("Совет: итоги")).with("key", "title").with("text", "Совет: итоги"),
            Diagnostic::new(Code::DuplicateId, date).with("id", "council").with("what", "release").also(at("---")),
            Diagnostic::new(Code::UnexpectedFile, Place::new("content/Thumbs.db", Span::default()))
                .with("name", "Thumbs.db"),
        ]
    }

    const RUSSIAN: &str = r#"предупреждение[unexpected-file]: Файла «Thumbs.db» здесь быть не должно, на сайт он не попадёт
--> content/Thumbs.db
 = что сделать: Перенесите его туда, где ему место (текст — например, в releases/2024-10-18-akim-kenes/ru.md), или удалите.

ошибка[duplicate-id]: Имя «council» уже занято
 --> content/releases/2024/council/kk.md:3:7
  |
3 | date: 2024-10-18
  |       ^^^^^^^^^^
  |
  = что сделать: Дайте одному из двух другое имя: переименуйте папку или напишите строку id: с другим словом.
заметка: также здесь
 --> content/releases/2024/council/ru.md:1:1
  |
1 | ---
  | ^^^

предупреждение[unquoted-colon]: В тексте поля «title» есть двоеточие; он прочитан целиком
 --> content/releases/2024/council/ru.md:2:8
  |
2 | title: Совет: итоги
  |        ^^^^^^^^^^^^
  |
  = что сделать: Надёжнее взять его в кавычки: title: "Совет: итоги".

ошибка[unknown-region]: Регион «Кастанай» неизвестен
 --> content/releases/2024/council/ru.md:3:9
  |
3 | region: Кастанай
  |         ^^^^^^^^
  |
  = что сделать: Напишите «Костанай», если имелось в виду это.

"#;

    const ENGLISH: &str = r#"note[list-or-dialogue]: The line begins with a hyphen: it may be an item of a list or the words of a speaker
 --> en.md:1:1
  |
1 | - In the hall of the House of Friendship, where delegates of all regions had come together to speak …
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = what to do: If somebody speaks here, begin the line with a dash: — …

error[missing-link-target]: The link leads to “unity.md”, which is not there
 --> en.md:1:104
  |
1 | - In the hall of the House of Friendship, where delegates of all regions had come together to speak of unity, the...
  |                                                                                                        ^^^^^
  |
  = what to do: Correct the link, or delete it.

"#;

    const KAZAKH: &str = r#"қате[broken-yaml]: Тырнақша жабылмаған немесе жабатын тырнақшадан кейін тағы сөз тұр
 --> site.yaml:1:8
  |
1 | title: "Бірлік" — күш
  |        ^^^^^^^^^^^^^^
  |
  = не істеу керек: Тік тырнақшаны «мынадай» тырнақшаға ауыстырыңыз немесе бүкіл мәтінді дара тырнақшаға алыңыз: title: '"Бірлік" — күш'. Оның ішіндегі апостроф екі рет жазылады.

"#;

    #[test]
    fn a_report_in_russian() {
        let report = for_people(&findings(), &RELEASE, UiLanguage::Ru, Colour::Plain);
        assert_eq!(report, RUSSIAN);
    }

    #[test]
    fn a_report_in_english() {
        const LONG: &str = "- In the hall of the House of Friendship, where delegates of all regions had come together to speak of unity, there was no empty seat.\n";
        const FILES: Files = Files(&[("en.md", LONG)]);
        let finding = |code, words| Diagnostic::new(code, place(&FILES, "en.md", words));
        let findings = [
            finding(Code::MissingLinkTarget, "unity").with("target", "unity.md").with("nearest", "none"),
            finding(Code::ListOrDialogue, LONG.trim()),
        ];
        let report = for_people(&findings, &FILES, UiLanguage::En, Colour::Plain);
        assert_eq!(report, ENGLISH);
    }

    #[test]
    fn a_report_in_kazakh_on_what_yaml_refuses() {
        const FILES: Files = Files(&[("site.yaml", "title: \"Бірлік\" — күш\n")]);
        let mut findings = Vec::new();
        let text = FILES.text("site.yaml").unwrap();
        assert!(crate::yaml::read(&crate::yaml::Text::new(&"site.yaml".into(), &text), &mut findings).is_none());
        assert_eq!(for_people(&findings, &FILES, UiLanguage::Kk, Colour::Plain), KAZAKH);
    }

    #[test]
    fn a_line_of_a_megabyte_is_cut_around_the_words() {
        let text = format!("{}: {} — {}", "ж".repeat(1 << 19), "сөз", "ж".repeat(1 << 19));
        let start = text.find("сөз").unwrap();
        let Quote { text, marked, is_cut } = quote(&text, Span::new(start, start + 6));
        assert_eq!((&text[marked], is_cut), ("сөз", true));
        assert_eq!(text.chars().count(), 2 * MOST_AFTER + 1);
        assert!(text.starts_with("жж") && text.ends_with("ж…"));
    }

    #[test]
    fn a_place_in_a_long_line_keeps_its_column() {
        struct Long;
        impl Texts for Long {
            fn text(&self, _: &str) -> Option<String> {
                Some(format!("a\n{} b", "ж".repeat(1 << 19)))
            }
        }
        let finding = Diagnostic::new(Code::InvalidUtf8, Place::new("a.md", Span::new(3 + (1 << 20), 4 + (1 << 20))));
        let report = for_people(&[finding], &Long, UiLanguage::En, Colour::Plain);
        assert!(report.contains("--> a.md:2:524290\n"), "{report}");
        assert!(report.len() < 1000, "{report}");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        const ODD: Files = Files(&[("a\u{1b}.md", "a \u{1b}[31m b\n")]);
        let finding = Diagnostic::new(Code::MissingImage, place(&ODD, "a\u{1b}.md", "\u{1b}[31m"));
        let finding = finding.with("file", "\u{1b}[31m").with("nearest", "\u{1b}[32m");
        let report = for_people(&[finding], &ODD, UiLanguage::En, Colour::Plain);
        assert!(!report.contains('\u{1b}'), "{report}");
    }

    #[test]
    fn colours_are_asked_for() {
        assert!(for_people(&findings(), &RELEASE, UiLanguage::Kk, Colour::Styled).contains('\u{1b}'));
        assert!(!for_people(&findings(), &RELEASE, UiLanguage::Kk, Colour::Plain).contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn any_span_of_any_text_is_quoted(text in "[aж\r\n\t\u{feff}\u{301}中]{0,200}", start in 0..700_u32, length in 0..300_u32) {
            let quote = quote(&text, Span { start, end: start + length });
            prop_assert!(quote.text.get(quote.marked).is_some());
            struct One(String);
            impl Texts for One {
                fn text(&self, _: &str) -> Option<String> {
                    Some(self.0.clone())
                }
            }
            let finding = Diagnostic::new(Code::InvalidUtf8, Place::new("a.md", Span { start, end: start + length }));
            for_people(&[finding], &One(text), UiLanguage::En, Colour::Plain);
        }
    }
}
