//! Ids of what is made.

use crate::language::{Language, slug};
use crate::scaffold::title::Title;
use jiff::civil::Date;

/// The id of a release: its date and the slug of its title; `None` when no Latin letter can be made of the title.
pub fn release_id(date: Date, language: Language, title: &Title) -> Option<String> {
    standing_id(language, title).map(|slug| format!("{date}-{slug}"))
}

/// The id of a project or page: the slug of its title; `None` when no Latin letter can be made of the title.
pub fn standing_id(language: Language, title: &Title) -> Option<String> {
    Some(slug::slug(language, title.as_str())).filter(|slug| !slug.is_empty())
}
