//! How each text of a release stands, as editors see it.

use crate::language::Language;
use crate::model::newsroom::{Release, Translation};
use crate::parse::Draft;
use jiff::Timestamp;
use serde::Serialize;

/// How a translation stands at the moment, whoever looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// It is public.
    Public,
    /// It is ready, and waits for its time.
    Held,
    /// It is not ready.
    Draft,
    /// It was taken down.
    Expired,
}

impl State {
    /// At `now`.
    pub fn of(release: &Release, translation: &Translation, now: Timestamp) -> Self {
        let expires = release.expires.as_ref().map(jiff::Zoned::timestamp);
        match translation.draft {
            Draft::Draft => Self::Draft,
            Draft::Ready if release.published > now => Self::Held,
            Draft::Ready if expires.is_some_and(|expires| expires <= now) => Self::Expired,
            Draft::Ready => Self::Public,
        }
    }

    /// The state in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Held => "held",
            Self::Draft => "draft",
            Self::Expired => "expired",
        }
    }
}

/// How a release stands in a language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Public, and as the original says.
    Done,
    /// Public, but the original was changed since it was translated.
    Stale,
    /// Not written.
    Missing,
    /// Not ready.
    Draft,
    /// Ready, and not yet public.
    Embargoed,
    /// Taken down.
    Expired,
}

impl Standing {
    /// All, in the order of reports.
    pub const ALL: [Self; 6] = [Self::Done, Self::Stale, Self::Missing, Self::Draft, Self::Embargoed, Self::Expired];

    /// The word in JSON and in the keys of messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Draft => "draft",
            Self::Embargoed => "embargoed",
            Self::Expired => "expired",
        }
    }

    /// At `now`; `outdated` tells whether the original was changed since. What keeps a text from readers goes before that.
    pub fn of(release: &Release, language: Language, now: Timestamp, outdated: impl Fn(Language) -> bool) -> Self {
        let Some(text) = release.translations.get(&language) else { return Self::Missing };
        match State::of(release, text, now) {
            State::Draft => Self::Draft,
            State::Held => Self::Embargoed,
            State::Expired => Self::Expired,
            State::Public if outdated(language) => Self::Stale,
            State::Public => Self::Done,
        }
    }
}
