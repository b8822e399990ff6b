//! What commands say beside findings.

use crate::language::{Language, dates};
use crate::report::messages::{UiLanguage, format};
use fluent_bundle::{FluentArgs, FluentValue};
use jiff::Zoned;

/// A message of the commands with its variables; the key itself if there is no such message.
pub fn phrase<'a, const N: usize>(ui: UiLanguage, key: &str, args: [(&'static str, FluentValue<'a>); N]) -> String {
    format(ui, key, None, &FluentArgs::from_iter(args)).unwrap_or_else(|| key.to_owned())
}

/// A date with its time, as the language of messages writes it.
pub fn moment(ui: UiLanguage, at: &Zoned) -> String {
    Language::parse(ui.tag()).map_or_else(|| at.to_string(), |language| dates::long_with_time(language, at.datetime()))
}
