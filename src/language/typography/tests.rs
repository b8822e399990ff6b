//! What readers get of what editors type, language by language, and what holds of every text.

use crate::language::tag::Language;
use crate::language::typography::{Edit, FIXED, LINE, edits, set, set_plain};
use proptest::prelude::*;

fn tag(text: &str) -> Language {
    Language::parse(text).unwrap()
}

/// Every no-break space as `_`.
fn shown(language: &str, text: &str) -> String {
    set(tag(language), text).replace('\u{a0}', "_")
}

#[track_caller]
fn sets<const N: usize>(language: &str, texts: [(&str, &str); N]) {
    for (typed, expected) in texts {
        assert_eq!(shown(language, typed), expected, "{language}");
    }
}

/// As they are typed, so they stay.
#[track_caller]
fn keeps<const N: usize>(language: &str, texts: [&str; N]) {
    for typed in texts {
        assert_eq!(shown(language, typed), typed.replace('\u{a0}', "_"), "{language}");
    }
}

#[test]
fn a_russian_press_release_is_set() {
    sets(
        "ru",
        [
            (
                "18 октября 2024 г. в Доме дружбы открыли выставку \"Единство - наша сила\".",
                "18_октября 2024_г. в_Доме дружбы открыли выставку «Единство_— наша сила».",
            ),
            (
                "В области работают 19 ЭКО, а в 2024-2026 гг. на их проекты направят 120 млн тенге.",
                "В_области работают 19 ЭКО, а_в_2024–2026_гг. на_их проекты направят 120_млн_тенге.",
            ),
            (
                "- Мы вместе, - сказал аким К. К. Токаев. - Это не слова...",
                "—_Мы вместе,_— сказал аким К._К._Токаев._— Это не_слова…",
            ),
            ("Проект \"Школа \"Достық\" в ауле\" идёт 3-й год", "Проект «Школа „Достық“ в_ауле» идёт 3-й год"),
            ("Приказ №5 и договор № 12-5 от 1 марта", "Приказ №_5 и_договор №_12-5 от_1_марта"),
            ("Награду вручил Л.Мартель, автор А.С. Пушкин", "Награду вручил Л._Мартель, автор А._С._Пушкин"),
            ("Это ли не праздник? Он же сказал бы и т. д.", "Это_ли не_праздник? Он_же сказал_бы и_т._д."),
            ("Выросло на 25%, а 25%-ный рост - на 5 %", "Выросло на_25_%, а_25%-ный рост_— на_5_%"),
            ("Собрали 5-7 млн тенге, прошли 10-15 км", "Собрали 5–7_млн_тенге, прошли 10–15_км"),
            ("Встреча 18-20 октября в г. Алматы", "Встреча 18–20_октября в_г._Алматы"),
            ("С 10:00-12:30 пришли 5-7 человек 10-15 лет", "С_10:00–12:30 пришли 5–7 человек 10–15 лет"),
            ("В XIX-XX веках -- и позже", "В_XIX–XX веках_— и_позже"),
            ("-XIX-XX век, - сказал он", "—_XIX–XX век,_— сказал он"),
            ("-V-X", "—_V–X"),
            ("Приехали 1 234 567 гостей, взнос 500₸", "Приехали 1_234_567 гостей, взнос 500_₸"),
            ("Дружба — это — главное", "Дружба_— это_— главное"),
        ],
    );
}

#[test]
fn a_kazakh_press_release_is_set() {
    sets(
        "kk",
        [
            (
                "2024 ж. 18 қазанда \"Бірлік - біздің күшіміз\" атты \"Достық \"көпірі\"\" көрмесі ашылды...",
                "2024_ж. 18_қазанда «Бірлік_— біздің күшіміз» атты «Достық “көпірі”» көрмесі ашылды…",
            ),
            ("- Біз біргеміз, - деді Қ. Тоқаев.", "—_Біз біргеміз,_— деді Қ._Тоқаев."),
            (
                "2024-2026 жж. 120 млн теңгеге 5 мың кітап, ән, күй және т.б. алынды",
                "2024–2026_жж. 120_млн_теңгеге 5_мың кітап, ән, күй және_т.б. алынды",
            ),
            ("Халықтың 25 % - жастар", "Халықтың 25%_— жастар"),
            ("Сағат 9:00-12:00-де, 5-7 адам, 5-7 %", "Сағат 9:00–12:00-де, 5–7 адам, 5–7%"),
            ("Халықтың 25%-ы №5 мектепте", "Халықтың 25%-ы №_5 мектепте"),
            ("ҚХА-ның XXXIV сессиясы 18-20 қазанда өтеді", "ҚХА-ның XXXIV сессиясы 18–20_қазанда өтеді"),
        ],
    );
    sets("kk-Latn", [("2024 j. 18 qazan - \"Dostyq\"", "2024_j. 18_qazan_— «Dostyq»")]);
    sets("kk-Arab", [("\"قازاق \"ءتىلى\"\" - دوستىق...", "«قازاق ‹ءتىلى›»_— دوستىق…")]);
}

#[test]
fn other_languages_have_their_own_marks() {
    sets("en", [("\"He said \"yes\" - don't\" ... No. 5", "“He said ‘yes’_– don’t” … No._5")]);
    sets("en", [("word--word, 2024-2026, 18 October 2024", "word—word, 2024–2026, 18_October 2024")]);
    sets("de", [("\"Das \"Haus\" - 18. Oktober, 25 %\"", "„Das ‚Haus‘_– 18._Oktober, 25_%“")]);
    sets("uz", [("O'zbek \"do'stlik\" - ma'no", "O‘zbek “do‘stlik”_– ma’no")]);
    sets("uz-Cyrl", [("Ўзбек \"дўстлик\" - маъно", "Ўзбек «дўстлик»_— маъно")]);
    sets("ug", [("\"دوستلۇق \"ئۆيى\"\"", "«دوستلۇق ‹ئۆيى›»")]);
    sets("fr", [("\"L'amitié\"", "«\u{202f}L’amitié\u{202f}»")]);
    sets("ko", [("\"우정 - 집\"", "“우정_– 집”")]);
}

#[test]
fn what_is_no_prose_stays() {
    keeps(
        "ru",
        [
            "8-701-123-45-67, 2024-10-18, 5-3, 2:1-3:2, 12-14\u{a0}кв. 5, 12-14\u{a0}г.\u{a0}Алматы, юго-восток, из-за",
            "№\u{a0}2024-2025, https://a.kz/2024-2025--x...y?a=5%, a--b@c.kz",
            "5 - 3 = 2",
            "монитор 24\", \"оборванная цитата",
            "a=\"b\"",
            "....",
            "12.2024-2025, 2024-2025.12",
            "-5 градусов",
            "",
        ],
    );
    keeps("en", ["'tis 5-3, well-known, 2026-11-20", "dogs' tails"]);
}

#[test]
fn a_backslash_keeps_a_mark_as_it_was_typed() {
    sets(
        "ru",
        [
            (r#"\"Как есть\" \- и "так""#, r#""Как есть" - и_«так»"#),
            (r"2024\-2026 \... C:\путь \\- x", r"2024-2026 ... C:\путь \\- x"),
        ],
    );
    assert_eq!(set_plain(tag("ru"), r#"\" и"#), r#"\" и"#);
}

#[test]
fn what_stands_for_something_else_is_never_changed() {
    let text = format!("\"{FIXED}{FIXED}\" - {FIXED}{LINE}- Да, {FIXED}");
    let edit = |range, with| Edit { range, with };
    let expected = [
        edit(0..1, "«"),
        edit(3..4, "»"),
        edit(4..5, "\u{a0}"),
        edit(5..6, "—"),
        edit(11..12, "—"),
        edit(12..13, "\u{a0}"),
    ];
    assert_eq!(edits(tag("ru"), &text), expected);
}

#[test]
fn a_text_with_nothing_to_set_is_not_copied() {
    assert!(matches!(set(tag("ru"), "Ассамблея"), std::borrow::Cow::Borrowed(_)));
}

const LANGUAGES: &str = "(ru|kk|kk-Latn|kk-Arab|en|de|uz|uz-Cyrl|ug|fr|pl|ko|uk|dng)";
const MARKS: &str = "(\"|\"|\"|«|»|„|“|”|‘|’|'|-|-|--|–|—|\\.|\\.\\.\\.|…| | | |\u{a0}|\n|\u{2028}|\u{1a}|№|%|₸|,|\\(|\\)|=|!|/\
    |а|Б|К\\.|Токаев|ли|же|в|и|г\\.|ж\\.|т\\.|т\\.б\\.|км|тыс\\.|млн|тенге|теңге|мың|o|x|X|V|I|qazan|октября|қазан|October\
    |лет|күн|days|5-18 |10:00|12:30|1|5|18|000|234|2024|2026|https://a\\.kz|a@b){0,24}";

/// Words and figures without what is set between them.
fn bare(text: &str) -> String {
    let is_set = |c: char| c.is_whitespace() || "\"'«»„“”‘’‚‹›-–—.…".contains(c);
    text.chars().filter(|c| !is_set(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn what_is_set_stays_set(text in MARKS, language in LANGUAGES) {
        let once = set(tag(&language), &text).into_owned();
        prop_assert_eq!(set(tag(&language), &once), once.as_str(), "of {:?}", text);
    }

    #[test]
    fn no_word_becomes_another(text in MARKS, language in LANGUAGES) {
        prop_assert_eq!(bare(&set(tag(&language), &text)), bare(&text));
    }

    #[test]
    fn edits_stand_in_order_and_apart(text in MARKS, language in LANGUAGES) {
        let edits = edits(tag(&language), &text);
        prop_assert!(edits.iter().all(|edit| text.get(edit.range.clone()).is_some()));
        prop_assert!(edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
    }

    #[test]
    fn any_text_can_be_set(text in "\\PC*", language in LANGUAGES) {
        let once = set_plain(tag(&language), &text).into_owned();
        prop_assert_eq!(set_plain(tag(&language), &once), once.as_str());
    }
}
