//! How each text of a release stands, as editors see it.

use crate::language::Language;
use crate::model::newsroom::Release;
use crate::parse::Draft;
use jiff::Timestamp;
use serde::Serialize;

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
        match release.translations.get(&language) {
            None => Self::Missing,
            Some(text) if text.draft == Draft::Draft => Self::Draft,
            Some(_) if release.published > now => Self::Embargoed,
            Some(_) if release.expires.as_ref().is_some_and(|expires| expires.timestamp() <= now) => Self::Expired,
            Some(_) if outdated(language) => Self::Stale,
            Some(_) => Self::Done,
        }
    }
}
