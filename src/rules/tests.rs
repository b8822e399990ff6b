//! What fixing must never do.

use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::ContentHash;
use crate::language::Language;
use crate::language::typography::set_plain;
use crate::markdown;
use crate::parse::{self, BodyText, Document, Front, ProjectFront};
use crate::rules::page::Page;
use crate::rules::stage::of_page;
use crate::rules::{Fixed, difference, fix};
use crate::yaml::Table;
use proptest::prelude::*;

/// What editors write, right and wrong, with what may stand between.
const PROSE: &str = "(Ассамблея|Kостанай|мəселе|Қазaқстан|IT-компания|Zoomда|ХХІ ғасыр|ХХХІV сессия|2026-2030|XIX-XX|\
    18-20 октября|5-7 күн|10:00-12:30|\
    \"Бірлік\"|\"|«|»|„|“| - |- |\n- |, - деді ол|--| ,|  | |\u{200b}|\u{ad}|\u{a0}|\n|\n\n|\\*\\*|\\*|\\\\\"|&amp;|`a - b`|\
    https://a.kz/x-y|a@b.kz|# |> |1\\. |\\| a \\||18 октября 2024 года|, в четверг|c |B |5\"|\\(|\\)|\\[x\\]\\(y.md\\)|:|;|ю|a|\\.)";
/// What is mended by other words or taken out.
const WORDS: &str = "(обьединений|казакстаннын|государственностиЮ|музейБ|Читайте также: а|Просмотров: 12|Тақырып|Тіркеліңіз|\
    Подпишитесь на наш канал!|© АНК. Все права защищены|\n\n| |\n|\\.)";

fn document(text: &str, tag: &str) -> Option<Document> {
    let file = "content/projects/about/kk.md".into();
    let (mut table, parts) = parse::front_matter(&file, text, &mut Vec::new())?;
    let survey = markdown::survey(&file, text.get(parts.body.clone())?, parts.body.start).value;
    Some(Document {
        file,
        hash: ContentHash::none(),
        subject: "content/projects/about".into(),
        language: Language::parse(tag)?,
        title: table.required("title", Table::text)?,
        summary: None,
        front: Front::Project(ProjectFront::default().into()),
        body: BodyText { start: u32::try_from(parts.body.start).ok()?, hash: ContentHash::none(), survey },
    })
}

fn found(text: &str, tag: &str) -> Vec<Diagnostic> {
    document(text, tag).map(|document| of_page(&Page::new(&document, text))).unwrap_or_default()
}

/// The text when fixing finds nothing more to mend.
fn mended(text: &str, tag: &str) -> Option<String> {
    const MOST: usize = 12;
    let mut text = text.to_owned();
    for _ in 0..MOST {
        let Fixed { text: next, mended } = fix(&text, &found(&text, tag));
        if mended == 0 {
            return Some(text);
        }
        text = next;
    }
    None
}

/// The letters and figures, those of the same shape as one; what stands between words is no matter here.
fn folded(text: &str) -> String {
    const LATIN: &str = "aceopxyikmthəɵbvb";
    const CYRILLIC: &str = "асеорхуікмтһәөвув";
    let twin = |c| LATIN.chars().position(|latin| latin == c).and_then(|at| CYRILLIC.chars().nth(at)).unwrap_or(c);
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).map(twin).collect()
}

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nalt: x\n---\n{body}\n")
}

#[test]
fn a_difference_is_a_unified_diff() {
    let diff = difference("content/ru.md", "a\nb\nc\n", "a\nб\nc\n");
    assert_eq!(diff, "--- a/content/ru.md\n+++ b/content/ru.md\n@@ -1,3 +1,3 @@\n a\n-b\n+б\n c\n");
    assert_eq!(difference("content/ru.md", "a\n", "a\n"), "");
}

#[test]
fn what_would_make_another_structure_is_left_alone() {
    for body in ["\u{200b}- пункт", "\u{200b}# Слово", "1\u{200b}. пункт", "Слово\n\u{200b}---"] {
        let text = page("Тақырып", body);
        assert_eq!(mended(&text, "ru"), Some(text.clone()));
        assert_ne!(found(&text, "ru"), []);
    }
}

#[test]
fn what_is_no_prose_is_never_touched() {
    for body in [
        "`обьект - \"x\"` и [слово](обьект-\"x\".md)",
        "<span lang=\"en\">the \"Unity\" - a prоject ,</span>",
        "```\nобьект - \"x\" ,\n```",
        "<div title=\"обьект - x\">\n\nслово\n\n</div>",
        "https://example.com/обьект--x и обьект@example.com",
        "\\\"Единство\\\"",
    ] {
        assert_eq!(found(&page("Тақырып", body), "ru"), [], "{body}");
    }
}

#[test]
fn only_what_can_be_seen_is_written() {
    for (tag, body, expected) in [
        ("fr", "Le \"mot\" juste -- bien sûr.", "Le « mot » juste"),
        ("ru", "Слово--слово и \"слово\".", "Слово — слово и «слово»."),
    ] {
        let text = mended(&page("Т", body), tag).unwrap();
        assert!(text.contains(expected) && !text.contains(['\u{a0}', '\u{202f}']), "{text}");
    }
}

#[test]
fn a_range_for_rules_is_one_for_readers_and_no_other() {
    for (tag, body, ranges) in [
        ("ru", "С 18-20 октября, 10:00-12:30, 5-7 человек, 2026-2030", 4),
        ("kk", "Әр 2-3 сәуір, 5-7 күн, 100-150 мың, XIX-XX, 5-7%", 5),
        ("en", "The 18-20 October, 10-12 years, 3-5 km, 9:00-17:00", 4),
        ("ru", "Счёт 3-1, № 12-15 дней, 12-14 кв. 5, 8 701 555-777 дней, 5-7-летие, 2:1-3:2, 05-07 лет", 0),
    ] {
        let shown = set_plain(Language::parse(tag).unwrap(), body).replace('\u{a0}', " ");
        assert_eq!(mended(&page("Т", body), tag), Some(page("Т", &shown)));
        assert_eq!(shown.matches('–').count(), ranges, "{shown}");
    }
}

#[test]
fn no_rule_about_wording_refuses_a_build() {
    let text = page("Обьект", "Kостанай \"x\" - ХХІ ғасыр ,  слово");
    assert!(found(&text, "ru").iter().all(|finding| finding.severity < Severity::Error));
}

proptest! {
    #[test]
    fn fixing_comes_to_an_end_and_keeps_the_words(
        title in "(Тақырып|Kостанай| - | \"Бірлік\"| ,|\u{200b}|  | а|: |#|'|\\\\){1,6}",
        parts in prop::collection::vec(PROSE, 0..40),
        tag in "(kk|ru|en|de)",
    ) {
        // A title that no text begins with, for that would be taken out.
        let text = page(&format!("Жаңалық {title}"), &parts.concat());
        let mended = mended(&text, &tag);
        prop_assert!(mended.is_some());
        let mended = mended.unwrap_or_default();
        prop_assert_eq!(folded(&mended), folded(&text));
        let hard = |text: &str| text.matches('\u{a0}').count();
        prop_assert!(hard(&mended) <= hard(&text));
        let keys = |text: &str| document(text, &tag).map(|document| folded(&document.title.value));
        prop_assert_eq!(keys(&mended), keys(&text));
    }

    #[test]
    fn fixing_comes_to_an_end_where_words_are_mended(
        parts in prop::collection::vec(prop_oneof![WORDS, PROSE], 0..40),
        tag in "(kk|ru|en)",
    ) {
        let text = page("Тақырып", &parts.concat());
        let mended = mended(&text, &tag);
        prop_assert!(mended.is_some());
        prop_assert_eq!(document(&mended.unwrap_or_default(), &tag).is_some(), document(&text, &tag).is_some());
    }

    #[test]
    fn no_text_makes_a_rule_panic(body in "\\PC*", tag in "(kk|ru|en|ug|fr)") {
        for finding in found(&page("Тақырып", &body), &tag) {
            prop_assert!(finding.place.span.start <= finding.place.span.end);
        }
    }
}
