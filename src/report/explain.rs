//! What a kind of finding means, at length: one file a language, one part a code.

use crate::diagnostic::{Code, Severity, nearest};
use crate::report::done::line;
use crate::report::messages::{UiLanguage, label};
use fluent_bundle::FluentArgs;

/// The explanation of a code: a line with its word and its severity unless site.yaml says otherwise, then what is
/// found and why it matters, wrong and right text, and the remedy. Ends with a line feed.
pub fn explain(code: Code, ui: UiLanguage) -> String {
    let severity = match code.severity() {
        Severity::Error => label(ui, "label-error"),
        Severity::Warning => label(ui, "label-warning"),
        Severity::Note => label(ui, "label-note"),
    };
    let text = parts(file(ui)).find(|(word, _)| *word == code.word()).map_or("", |(_, text)| text);
    format!("{} — {severity}\n\n{text}\n", code.word())
}

/// The answer to a word that is no code, with the code most like it.
pub fn unknown_code(word: &str, ui: UiLanguage) -> String {
    let nearest = nearest(word, Code::ALL.iter().map(|code| code.word())).unwrap_or("none");
    line(ui, "done-unknown-code", &FluentArgs::from_iter([("code", word), ("nearest", nearest)]))
}

fn file(ui: UiLanguage) -> &'static str {
    match ui {
        UiLanguage::En => include_str!("explanations/en.md"),
        UiLanguage::Kk => include_str!("explanations/kk.md"),
        UiLanguage::Ru => include_str!("explanations/ru.md"),
    }
}

/// The words of a file, each with the text below it.
fn parts(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = file.split("\n## ").skip(1);
    parts.map(|part| part.split_once('\n').unwrap_or((part, ""))).map(|(word, text)| (word, text.trim_matches('\n')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const ALL: [UiLanguage; 3] = [UiLanguage::En, UiLanguage::Kk, UiLanguage::Ru];

    /// Words in Latin letters that Kazakh and Russian sentences may hold; names of fields, files and options may be there, too.
    const NAMES: &str = "YAML HTML SVG PDF PNG JPEG UTF-8 Windows macOS Word Tab XXXIV KZ-39 Asia/Almaty kk ru en kk-Latn \
        true false projects themes jarshy check new translation";

    /// What begins the wrong and the right line of an example.
    fn marks(ui: UiLanguage) -> [&'static str; 2] {
        match ui {
            UiLanguage::En => ["wrong: ", "right: "],
            UiLanguage::Kk => ["қате: ", "дұрыс: "],
            UiLanguage::Ru => ["неверно: ", "верно: "],
        }
    }

    /// The lines of an explanation that are, or are not, an example.
    fn lines(text: &'static str, is_example: impl Fn(&str) -> bool) -> impl Iterator<Item = &'static str> {
        text.lines().filter(move |line| !line.is_empty() && is_example(line))
    }

    fn example(text: &'static str) -> Vec<&'static str> {
        lines(text, |line| line.starts_with("    ")).map(str::trim_start).collect()
    }

    /// The words outside of the example, without the marks around them.
    fn words(text: &'static str) -> impl Iterator<Item = &'static str> {
        let words = lines(text, |line| !line.starts_with("    ")).flat_map(str::split_whitespace);
        words.map(|word| word.trim_matches(['.', ',', ';', '(', ')', '«', '»', '“', '”', '?', '…']))
    }

    /// Whether a word is the name of a field, a file, an option or a link as an editor types it.
    fn is_typed(word: &str) -> bool {
        word.contains([':', '.', '/', '_', '[', '<', '='])
            || word.starts_with("--")
            || word.starts_with(|c: char| c.is_ascii_digit())
    }

    #[track_caller]
    fn assert_each(rule: impl Fn(UiLanguage, &'static str) -> bool) {
        for ui in ALL {
            let broken: Vec<_> = parts(file(ui)).filter(|(_, text)| !rule(ui, text)).map(|(word, _)| word).collect();
            assert_eq!(broken, [""; 0], "{ui:?}");
        }
    }

    #[test]
    fn every_code_has_one_explanation_in_every_language() {
        let codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.word()).collect();
        for ui in ALL {
            let explained: BTreeSet<_> = parts(file(ui)).map(|(word, _)| word).collect();
            assert_eq!(explained, codes, "{ui:?}");
            assert_eq!(parts(file(ui)).count(), codes.len(), "{ui:?}");
        }
    }

    #[test]
    fn an_explanation_is_short_and_fits_a_terminal() {
        assert_each(|_, text| (3..=12).contains(&lines(text, |_| true).count()));
        assert_each(|_, text| lines(text, |_| true).all(|line| line.chars().count() <= 90));
        assert_each(|_, text| lines(text, |line| !line.starts_with("    ")).all(|line| line.chars().count() <= 80));
    }

    #[test]
    fn an_explanation_shows_what_is_wrong_and_then_what_is_right() {
        assert_each(|ui, text| {
            let marked =
                example(text).into_iter().filter_map(|line| marks(ui).into_iter().find(|mark| line.starts_with(mark)));
            marked.eq(marks(ui))
        });
        assert_each(|ui, text| example(text)[0].starts_with(marks(ui)[0]));
    }

    #[test]
    fn the_languages_have_examples_of_equal_length() {
        let lengths = |ui| parts(file(ui)).map(|(word, text)| (word, example(text).len())).collect::<Vec<_>>();
        assert_eq!(lengths(UiLanguage::Kk), lengths(UiLanguage::En));
        assert_eq!(lengths(UiLanguage::Ru), lengths(UiLanguage::En));
    }

    #[test]
    fn an_explanation_names_no_code_that_does_not_exist() {
        let is_like_a_code =
            |word: &str| word.contains('-') && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert_each(|_, text| {
            words(text)
                .filter(|word| is_like_a_code(word) && !word.starts_with("--"))
                .all(|word| Code::ALL.iter().any(|code| code.word() == word))
        });
    }

    #[test]
    fn kazakh_and_russian_sentences_are_in_their_own_letters() {
        let is_foreign = |word: &&str| {
            word.contains(|c: char| c.is_ascii_alphabetic())
                && !is_typed(word)
                && !NAMES.split(' ').any(|name| name == *word)
        };
        for ui in [UiLanguage::Kk, UiLanguage::Ru] {
            let foreign: Vec<_> = parts(file(ui)).flat_map(|(_, text)| words(text)).filter(is_foreign).collect();
            assert_eq!(foreign, [""; 0], "{ui:?}");
        }
        let kazakh = ['ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'һ', 'і'];
        let is_kazakh = |word: &&str| word.to_lowercase().contains(kazakh);
        let kazakh: Vec<_> = parts(file(UiLanguage::Ru)).flat_map(|(_, text)| words(text)).filter(is_kazakh).collect();
        assert_eq!(kazakh, [""; 0]);
    }

    #[test]
    fn the_explanation_of_a_code_begins_with_its_word_and_severity() {
        let first = |ui| explain(Code::MissingAlt, ui).lines().next().map(str::to_owned);
        assert_eq!(first(UiLanguage::En).as_deref(), Some("missing-alt — warning"));
        assert_eq!(first(UiLanguage::Ru).as_deref(), Some("missing-alt — предупреждение"));
        assert_eq!(first(UiLanguage::Kk).as_deref(), Some("missing-alt — ескерту"));
        assert_eq!(
            explain(Code::UnusualFlag, UiLanguage::Ru),
            "unusual-flag — предупреждение

«Да» или «нет» записано по-своему. Программа это поняла, но другие знают
только два слова: true («да») и false («нет»). Они могут принять ваше «нет» за
«да» и опубликовать черновик.

    неверно: draft: да
    верно:   draft: true

Напишите true или false.
"
        );
    }

    #[test]
    fn a_word_that_is_no_code_is_answered_with_the_nearest() {
        assert_eq!(
            unknown_code("unkown-region", UiLanguage::En),
            "There is no code “unkown-region”; perhaps unknown-region is meant"
        );
        assert_eq!(
            unknown_code("регион", UiLanguage::Ru),
            "Кода «регион» нет. Код стоит в скобках в начале замечания: ошибка[bad-date]"
        );
        assert_eq!(unknown_code("bad-dat", UiLanguage::Kk), "«bad-dat» деген код жоқ; мүмкін, bad-date болар");
    }
}
