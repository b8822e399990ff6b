//! The filter `date`, by which a template writes the dates of its view in other styles.

use crate::language::Language;
use crate::language::date_styles::{Style, styled};
use jiff::civil::Date;
use std::sync::Arc;
use tera::{Error, Kwargs, State, TeraResult};

/// Says what another function says in words of a language, as the newsroom's readers get it.
pub type Say = Arc<dyn Fn(Language, &dyn Fn(Language) -> String) -> String + Send + Sync>;

/// `{{ release.date.iso | date(style="full") }}`: the day of an ISO date or instant, where `style` is `full`, `long` (unless
/// another is named), `medium`, `short`, `official` (`2024 жылғы 18 қазан`, `18 октября 2024 года`), `until` (`2024 жылғы 18
/// қазанға`) or `month`, and `lang` another language than that of the page.
///
/// # Errors
/// What is no date, no style, or no language.
pub fn date(iso: &str, kwargs: &Kwargs, state: &State<'_>, say: &Say) -> TeraResult<String> {
    let day: Date = iso.get(..10).unwrap_or(iso).parse().map_err(|_| Error::message(format!("`{iso}` is no date")))?;
    let word = kwargs.get::<&str>("style")?.unwrap_or("long");
    let style = Style::of(word).ok_or_else(|| {
        let known: Vec<&str> = Style::ALL.iter().map(|(known, _)| *known).collect();
        Error::message(format!("`{word}` is no style of dates: {}", known.join(", ")))
    })?;
    let tag = match kwargs.get::<&str>("lang")? {
        Some(tag) => tag.to_owned(),
        None => state.get::<String>("lang")?.unwrap_or_default(),
    };
    let language = Language::parse(&tag).ok_or_else(|| Error::message(format!("`{tag}` is no language")))?;
    Ok(say(language, &|spoken| styled(spoken, day, style)))
}
