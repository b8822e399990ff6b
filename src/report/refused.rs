//! What the system refuses, with what can be done about it.

use crate::report::messages::{UiLanguage, label, line};
use fluent_bundle::FluentArgs;
use std::io::{Error, ErrorKind};

/// The line of a build that the system refused, and, where there is something to do, what.
pub fn failed(error: &Error, ui: UiLanguage) -> String {
    line(ui, "done-failed", &FluentArgs::from_iter([("reason", refusal(error, ui))]))
}

/// What the system said, and, where there is something to do, what.
pub fn refusal(error: &Error, ui: UiLanguage) -> String {
    let advice = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "advice-disk-full",
        ErrorKind::PermissionDenied => "advice-no-permission",
        ErrorKind::ReadOnlyFilesystem => "advice-read-only",
        _ => return error.to_string(),
    };
    format!("{error}\n{}", label(ui, advice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_with_what_to_do() {
        let error = Error::new(ErrorKind::StorageFull, "public/a: no space");
        assert_eq!(
            failed(&error, UiLanguage::Ru),
            "Собрать сайт не удалось: public/a: no space\nДиск заполнен: освободите место и повторите."
        );
        assert_eq!(failed(&Error::other("a"), UiLanguage::En), "The site could not be built: a");
    }
}
