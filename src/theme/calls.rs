//! What templates can call, beside what Tera itself knows.

use crate::language::parts::{self, Piece};
use crate::language::{Direction, Language, bidi};
use crate::theme::strings::{Strings, fluent_value};
use fluent_bundle::FluentArgs;
use std::borrow::Cow;
use std::collections::BTreeMap;
use tera::{Kwargs, State, TeraResult, Value};

/// `{{ t(key="count-releases", count=3) }}`: an interface string in the language of the page, told the variables that it
/// names. A key that no language has stands for itself.
///
/// # Errors
/// Without a key.
pub fn t(kwargs: &Kwargs, state: &State<'_>, strings: &BTreeMap<Language, Strings>) -> TeraResult<String> {
    let key = kwargs.must_get::<&str>("key")?;
    let strings = page(state)?.and_then(|language| strings.get(&language)).unwrap_or(Strings::none());
    let args = kwargs.iter().filter(|(name, _)| name.as_str() != Some("key"));
    let args: FluentArgs<'_> =
        args.filter_map(|(name, value)| Some((name.as_str()?.to_owned(), fluent_value(value)))).collect();
    Ok(strings.format(key, &args))
}

/// `{{ page.title | isolated }}`: a text for a place where no markup can tell its direction, as in an attribute; it keeps
/// its own in a line of the other.
///
/// # Errors
/// None of its own.
pub fn isolated(text: &str, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    Ok(page(state)?.map_or_else(|| text.to_owned(), |language| bidi::isolated(language, text).into_owned()))
}

/// `{{ entry.lang | direction }}`: `ltr` or `rtl`, the direction of the language that has the tag.
///
/// # Errors
/// None of its own.
pub fn direction(tag: &str, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    Ok(Value::from_serializable(&Language::parse(tag).map(|language| language.direction()).unwrap_or_default()))
}

/// `{{ release.title | marked }}`: a text as HTML, escaped, in which what is Kazakh is marked if the text is in another
/// language: that of the page, or the one that `lang` names. Where that runs to the left, telephone numbers keep their order.
///
/// # Errors
/// None of its own.
pub fn marked(text: &str, kwargs: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let language = match kwargs.get::<String>("lang")? {
        Some(tag) => Language::parse(&tag),
        None => page(state)?,
    };
    let Some(language) = language else { return Ok(Value::from(text)) };
    let text = match language.direction() {
        Direction::Ltr => Cow::Borrowed(text),
        Direction::Rtl => bidi::with_numbers_in_order(text),
    };
    let pieces = parts::pieces(language, &text);
    if pieces.len() < 2 {
        return Ok(Value::from(&*text));
    }
    let mut html = String::with_capacity(text.len() * 2);
    for piece in pieces {
        match piece {
            Piece::Own(text) => html.push_str(&state.escape(text)?),
            Piece::Kazakh(text) => html.extend(["<span lang=\"kk\">", &state.escape(text)?, "</span>"]),
        }
    }
    Ok(Value::safe_string(&html))
}

/// The language of the page.
fn page(state: &State<'_>) -> TeraResult<Option<Language>> {
    Ok(state.get::<String>("lang")?.and_then(|tag| Language::parse(&tag)))
}
