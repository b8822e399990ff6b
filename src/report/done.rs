//! What a build came to, in one line.

use crate::report::messages::{UiLanguage, line};
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
