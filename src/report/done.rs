//! What a command came to, in one line.

use crate::diagnostic::Diagnostic;
use crate::report::messages::{UiLanguage, format, summary};
use fluent_bundle::FluentArgs;
use std::time::Duration;

/// The figures of a build.
#[derive(Clone, Copy, Debug, Default)]
pub struct Done {
    /// HTML pages of the site.
    pub pages: usize,
    /// Feeds of the site.
    pub feeds: usize,
    /// Files that were created or replaced.
    pub written: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files that were removed.
    pub removed: usize,
}

/// The line of a build that succeeded.
pub fn built(done: Done, took: Duration, ui: UiLanguage) -> String {
    let seconds = format!("{:.2}", took.as_secs_f64());
    let seconds = if ui == UiLanguage::En { seconds } else { seconds.replace('.', ",") };
    let mut args = FluentArgs::from_iter([("seconds", seconds)]);
    let counts = [
        ("pages", done.pages),
        ("feeds", done.feeds),
        ("written", done.written),
        ("unchanged", done.unchanged),
        ("removed", done.removed),
    ];
    counts.into_iter().for_each(|(name, count)| args.set(name, count));
    line(ui, "done-built", &args)
}

/// The line of a build that the content refused.
pub fn refused(ui: UiLanguage) -> String {
    line(ui, "done-refused", &FluentArgs::new())
}

/// The reason that there is no such folder.
pub fn no_folder(folder: &str, ui: UiLanguage) -> String {
    line(ui, "done-no-folder", &FluentArgs::from_iter([("folder", folder)]))
}

/// The reason that a folder is needed where a file is.
pub fn no_folder_but_file(file: &str, ui: UiLanguage) -> String {
    line(ui, "done-file", &FluentArgs::from_iter([("file", file)]))
}

/// The reason that a line of a baseline cannot be read.
pub fn broken_baseline(file: &str, number: usize, ui: UiLanguage) -> String {
    let mut args = FluentArgs::from_iter([("file", file)]);
    args.set("line", number);
    line(ui, "done-broken-baseline", &args)
}

/// The line of a check: how many files it read, and what it found that is shown.
pub fn checked(files: usize, findings: &[Diagnostic], ui: UiLanguage) -> String {
    let mut args = FluentArgs::from_iter([("files", files)]);
    args.set("summary", summary(findings, ui));
    line(ui, "done-checked", &args)
}

/// The line of a check that mended `places` in `files`.
pub fn fixed(places: usize, files: usize, ui: UiLanguage) -> String {
    line(ui, "done-fixed", &FluentArgs::from_iter([("places", places), ("files", files)]))
}

/// The line of a check that only shows what it would mend.
pub fn would_fix(places: usize, files: usize, ui: UiLanguage) -> String {
    line(ui, "done-would-fix", &FluentArgs::from_iter([("places", places), ("files", files)]))
}

/// The line about findings that the baseline holds and that are therefore not shown.
pub fn baselined(findings: usize, ui: UiLanguage) -> String {
    line(ui, "done-baselined", &FluentArgs::from_iter([("findings", findings)]))
}

/// The line about a file that was written on request, such as a baseline.
pub fn file_written(file: &str, ui: UiLanguage) -> String {
    line(ui, "done-written", &FluentArgs::from_iter([("file", file)]))
}

pub(crate) fn line(ui: UiLanguage, key: &str, args: &FluentArgs) -> String {
    format(ui, key, None, args).unwrap_or_else(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place, Span};
    use std::slice;

    #[test]
    fn a_build_is_summed_up_in_the_language_of_the_user() {
        let done = Done { pages: 21, feeds: 3, written: 2, unchanged: 22, removed: 0 };
        let line = |ui| built(done, Duration::from_millis(1530), ui);
        assert_eq!(
            line(UiLanguage::En),
            "Built in 1.53 s: 21 pages, 3 feeds; files written: 2, unchanged: 22, removed: 0"
        );
        assert_eq!(
            line(UiLanguage::Ru),
            "Сайт собран за 1,53 с: 21 страница, 3 ленты; файлов записано: 2, без изменений: 22, удалено: 0"
        );
        assert_eq!(
            line(UiLanguage::Kk),
            "Сайт 1,53 с ішінде жиналды: 21 бет, 3 таспа; жазылған файл: 2, өзгермегені: 22, өшірілгені: 0"
        );
    }

    #[test]
    fn a_check_tells_what_it_read_and_found() {
        let alt = Diagnostic::new(Code::MissingAlt, Place::new("ru.md", Span::default()));
        assert_eq!(checked(1, &[], UiLanguage::En), "Checked 1 file: nothing to mend");
        assert_eq!(checked(21, &[], UiLanguage::Ru), "Проверен 21 файл: исправлять нечего");
        assert_eq!(checked(3, slice::from_ref(&alt), UiLanguage::Ru), "Проверено 3 файла: 1 предупреждение");
        assert_eq!(checked(11, &[alt.clone(), alt], UiLanguage::Ru), "Проверено 11 файлов: 2 предупреждения");
        assert_eq!(checked(5, &[], UiLanguage::Kk), "5 файл тексерілді: түзететін ештеңе жоқ");
    }

    #[test]
    fn mending_is_counted_in_places_and_files() {
        assert_eq!(fixed(1, 1, UiLanguage::En), "Mended 1 place in 1 file");
        assert_eq!(fixed(0, 0, UiLanguage::En), "Nothing was mended");
        assert_eq!(fixed(21, 21, UiLanguage::Ru), "Исправлено 21 место в 21 файле");
        assert_eq!(fixed(3, 2, UiLanguage::Ru), "Исправлено 3 места в 2 файлах");
        assert_eq!(fixed(12, 1, UiLanguage::Ru), "Исправлено 12 мест в 1 файле");
        assert_eq!(fixed(12, 2, UiLanguage::Kk), "2 файлда 12 жер түзетілді");
        assert_eq!(
            would_fix(5, 2, UiLanguage::En),
            "--fix will mend 5 places in 2 files; nothing has been changed yet"
        );
        assert_eq!(
            would_fix(21, 3, UiLanguage::Ru),
            "С ключом --fix будет исправлено 21 место в 3 файлах; пока ничего не изменено"
        );
        assert_eq!(would_fix(0, 0, UiLanguage::Ru), "С ключом --fix исправлять нечего");
        assert_eq!(
            would_fix(5, 2, UiLanguage::Kk),
            "--fix кілті 2 файлда 5 жерді түзетеді; әзірге ештеңе өзгертілген жоқ"
        );
    }

    #[test]
    fn what_is_not_shown_is_counted() {
        assert_eq!(baselined(1, UiLanguage::En), "1 finding is in the baseline and not shown");
        assert_eq!(baselined(2, UiLanguage::Ru), "Не показано 2 замечания: они есть в списке известных");
        assert_eq!(baselined(21, UiLanguage::Ru), "Не показано 21 замечание: оно есть в списке известных");
        assert_eq!(baselined(7, UiLanguage::Kk), "7 хабарлама көрсетілмеді: олар белгілі хабарламалар тізімінде бар");
    }

    #[test]
    fn a_written_file_is_named() {
        assert_eq!(file_written("baseline.json", UiLanguage::En), "Written: baseline.json");
        assert_eq!(file_written("baseline.json", UiLanguage::Ru), "Файл записан: baseline.json");
        assert_eq!(file_written("baseline.json", UiLanguage::Kk), "Файл жазылды: baseline.json");
    }
}
