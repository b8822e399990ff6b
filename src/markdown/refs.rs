//! What the page tells the renderer: where links lead, what pictures are, which words it adds.

use crate::language::Language;
use serde::Serialize;
use std::collections::BTreeMap;

/// All that a body may refer to, by the destination as written.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Refs {
    /// What links lead to; the key is the whole destination, with its fragment.
    pub links: BTreeMap<String, LinkTo>,
    /// The pictures.
    pub pictures: BTreeMap<String, Picture>,
}

/// Where a link leads.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LinkTo {
    /// The address with its fragment.
    pub url: String,
    /// The language of the target, where it is another than the page's.
    pub language: Option<Language>,
}

/// A picture that is shown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Picture {
    /// Its address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// What a body's parts are told by: its language, in which abbreviations are explained.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Parts {
    /// The language of the body.
    pub language: Language,
    /// What stands for what, by abbreviation.
    pub abbreviations: BTreeMap<String, String>,
}

/// The words that rendering adds to a body, in the language of the page.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Words {
    /// The text of a link to a video elsewhere; `{host}` stands for where.
    pub video: String,
    /// The text of a link to a video file of this site.
    pub video_file: String,
    /// The heading of the footnotes, for those who hear the page.
    pub footnotes: String,
    /// What the arrow at a footnote's end does, for those who hear the page.
    pub footnote_back: String,
    /// The name of a table that can be scrolled, for those who hear the page.
    pub table: String,
}
