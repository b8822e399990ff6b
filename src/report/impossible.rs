//! What the world refused, in a sentence that says what to do.

use crate::fault::{Cause, Fault};
use crate::report::messages::{UiLanguage, format};
use crate::report::phrase::phrase;
use fluent_bundle::FluentArgs;
use std::io::{self, ErrorKind};

/// Why something could not be done, and what helps. What is known is said in the user's language; the rest in the words
/// of the system, or in those that the error was made with.
pub fn impossible(error: &io::Error, ui: UiLanguage) -> String {
    let fault = Fault::of(error);
    let word = match fault.map(|fault| &fault.cause) {
        Some(Cause::Huge) => Some("huge"),
        Some(Cause::Outside) => Some("outside"),
        Some(Cause::System(error)) => word(error),
        None => word(error),
    };
    let told = |attribute| format(ui, &format!("fault-{}", word?), attribute, &FluentArgs::new());
    let why = match (told(None), fault) {
        (Some(why), Some(fault)) => format!("{}: {why}", fault.place.display()),
        (Some(why), None) => why,
        (None, _) => error.to_string(),
    };
    let failed = phrase(ui, "failed", [("reason", why.into())]);
    told(Some("remedy")).map_or_else(|| failed.clone(), |remedy| format!("{failed}. {remedy}"))
}

/// The word of the messages for what the system refused; nothing for what is only rarely refused, and for errors that
/// are not the system's.
fn word(error: &io::Error) -> Option<&'static str> {
    if error.get_ref().is_some() {
        return None;
    }
    Some(match error.kind() {
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "readonly",
        ErrorKind::FileTooLarge => "size",
        ErrorKind::NotFound => "missing",
        ErrorKind::NotADirectory => "folder",
        ErrorKind::IsADirectory | ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => "taken",
        ErrorKind::InvalidFilename => "name",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "busy",
        ErrorKind::TimedOut | ErrorKind::StaleNetworkFileHandle | ErrorKind::NetworkDown => "network",
        ErrorKind::OutOfMemory => "memory",
        _ => return error.raw_os_error().and_then(word_of_number),
    })
}

/// What has a number only.
fn word_of_number(number: i32) -> Option<&'static str> {
    const EIO: i32 = 5;
    const ENFILE: i32 = 23;
    const EMFILE: i32 = 24;
    match number {
        EIO if cfg!(unix) => Some("broken"),
        ENFILE | EMFILE if cfg!(unix) => Some("files"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::{at, refusal};
    use std::path::Path;

    fn said(error: &io::Error) -> [String; 3] {
        [UiLanguage::En, UiLanguage::Kk, UiLanguage::Ru].map(|ui| impossible(error, ui))
    }

    #[test]
    fn what_is_refused_is_told_with_its_place_and_what_to_do() {
        let full = at("public/ru/index.html")(ErrorKind::StorageFull.into());
        assert_eq!(
            said(&full),
            [
                "This could not be done: public/ru/index.html: the disk is full. Make room on it and try again.",
                "Мұны орындау мүмкін болмады: public/ru/index.html: дискіде орын жоқ. Орын босатып, қайталап көріңіз.",
                "Сделать это не удалось: public/ru/index.html: на диске нет места. Освободите место и попробуйте снова.",
            ]
        );
        let denied: io::Error = ErrorKind::PermissionDenied.into();
        assert_eq!(
            said(&denied)[0],
            "This could not be done: access is denied. Ask whoever looks after the computer for the right to this file or folder."
        );
    }

    #[test]
    fn every_word_has_a_sentence_and_a_remedy_in_every_language() {
        let kinds = [
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::QuotaExceeded,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::FileTooLarge,
            ErrorKind::NotFound,
            ErrorKind::NotADirectory,
            ErrorKind::IsADirectory,
            ErrorKind::AlreadyExists,
            ErrorKind::DirectoryNotEmpty,
            ErrorKind::InvalidFilename,
            ErrorKind::ResourceBusy,
            ErrorKind::ExecutableFileBusy,
            ErrorKind::TimedOut,
            ErrorKind::StaleNetworkFileHandle,
            ErrorKind::NetworkDown,
            ErrorKind::OutOfMemory,
        ];
        let mut errors: Vec<io::Error> = kinds.map(|kind| at("a")(kind.into())).into();
        errors.extend([Cause::Huge, Cause::Outside].map(|cause| refusal(Path::new("a"), cause)));
        if cfg!(unix) {
            errors.extend([5, 23, 24].map(io::Error::from_raw_os_error));
        }
        for error in errors {
            let [en, kk, ru] = said(&error);
            for said in [&en, &kk, &ru] {
                assert!(said.ends_with(['.', ')']) && said.contains(". ") && said.lines().count() == 1, "{said}");
                assert!(!said.contains("os error") && !said.contains('{'), "{said}");
            }
            assert!(!kk.contains(&error.to_string()) && !ru.contains(&error.to_string()), "{error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_numbers_of_the_system_are_known() {
        let told = |number| word(&io::Error::from_raw_os_error(number));
        let numbers = [13, 28, 122, 30, 27, 2, 20, 21, 17, 39, 36, 16, 12, 5, 24];
        let words = numbers.map(told).map(Option::unwrap_or_default);
        if cfg!(target_os = "linux") {
            assert_eq!(
                words.join(" "),
                "denied full full readonly size missing folder taken taken taken name busy memory broken files"
            );
        }
    }

    #[test]
    fn what_is_not_known_is_told_as_it_came() {
        let own = io::Error::other("port 80 is in use. Choose another");
        assert_eq!(said(&own)[0], "This could not be done: port 80 is in use. Choose another");
        let named = at("a")(io::Error::other("odd"));
        assert_eq!(said(&named)[2], "Сделать это не удалось: a: odd");
    }
}
