//! What shows of a release: on its page, and as a card in lists.

use crate::hash::ContentHash;
use crate::language::script::Converter;
use crate::language::{Direction, Language};
use crate::markdown::Parts;
use crate::markdown::Refs;
use crate::markdown::Words;
use crate::view::frame::Image;
use crate::view::frame::Link;
use crate::view::frame::Moment;
use crate::view::frame::OwnLanguage;
use crate::view::shared::{Shared, nothing};
use serde::Serialize;
use std::sync::Arc;

/// A release in a list.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// The headline.
    pub title: String,
    /// The release's page.
    pub url: String,
    /// The date that it shows.
    pub date: Moment,
    /// The summary, or the beginning of the text.
    pub summary: String,
    /// `news`, `statement`, `announcement` or `interview`.
    pub kind: &'static str,
    /// Its regions.
    pub regions: Vec<Arc<Link>>,
    /// Its projects.
    pub projects: Vec<Arc<Link>>,
    /// Its picture.
    pub image: Option<Image>,
    /// `draft` or `held` in a preview with drafts, else nothing.
    pub mark: Option<&'static str>,
    /// The language of its words, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// A file that readers may take with them.
#[derive(Clone, Debug, Serialize)]
pub struct Attachment {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// The extension in capitals: `PDF`.
    pub kind: String,
    /// The media type.
    pub media_type: &'static str,
    /// Its size in words.
    pub size: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A meeting to come or past.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// The headline of the release that announces it.
    pub title: String,
    /// The release's page.
    pub url: String,
    /// The beginning.
    pub starts: Moment,
    /// The end.
    pub ends: Option<Moment>,
    /// Both in words, as a range where they span days.
    pub text: String,
    /// Where.
    pub place: Option<String>,
    /// The language of the headline and the place, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// A correction.
#[derive(Clone, Debug, Serialize)]
pub struct Correction {
    /// When.
    pub date: Moment,
    /// What was wrong and is right now.
    pub text: String,
}

/// Who signs a release.
#[derive(Clone, Debug, Serialize)]
pub struct Author {
    /// A person's name.
    pub name: Option<String>,
    /// The post.
    pub role: Option<String>,
    /// The organisation.
    pub organization: Option<String>,
}

/// Where a text first appeared.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Who published it.
    pub name: Option<String>,
    /// Where.
    pub url: Option<String>,
}

/// A body by its hash: the renderer gets exactly these bytes.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    /// The file that holds it, from the root.
    pub file: Arc<str>,
    /// The first byte of the body in the file.
    pub start: u32,
    /// The hash of the body's bytes.
    pub hash: ContentHash,
    /// What its links and pictures lead to.
    pub refs: Refs,
    /// The words that the renderer adds.
    pub words: Arc<Words>,
    /// The language as whose words they are set; nothing where they stay as they were typed.
    pub typography: Option<Language>,
    /// What converts it to another script; nothing where it stays in that in which it was typed.
    pub script: Option<Arc<Shared<Converter>>>,
    /// The direction in which it runs.
    pub dir: Direction,
    /// What its parts are told by; nothing where they are not.
    pub parts: Option<Arc<Shared<Parts>>>,
}

/// A release: `release` in `release.html`, beside `body` (HTML) and `json_ld`.
#[derive(Clone, Debug, Serialize)]
pub struct ReleaseView {
    /// The identifier of feeds and calendars, the same for ever: `tag:…`.
    pub uri: String,
    /// The headline.
    pub title: String,
    /// The summary that the editor wrote.
    pub summary: Option<String>,
    /// `news`, `statement`, `announcement` or `interview`.
    pub kind: &'static str,
    /// The dateline.
    pub date: Moment,
    /// The instant of publication, RFC 3339: the later of date and embargo.
    pub published: String,
    /// The last change that was announced, never before `published`; its instant in RFC 3339 even where a day was written.
    pub updated: Option<Moment>,
    /// Who published it, where that bore another name on the date than today.
    pub publisher: Option<Publisher>,
    /// Its regions, by their names on the date.
    pub regions: Vec<Arc<Link>>,
    /// The ISO 3166-2 codes of its regions, in the same order.
    pub region_codes: Vec<String>,
    /// Its projects.
    pub projects: Vec<Arc<Link>>,
    /// Its tags.
    pub tags: Vec<Arc<Link>>,
    /// Who signs.
    pub author: Option<Author>,
    /// Where it first appeared.
    pub source: Option<Source>,
    /// The event it announces or reports.
    pub event: Option<Event>,
    /// The calendar file with the event.
    pub calendar: Option<String>,
    /// The lead picture.
    pub image: Option<Image>,
    /// More pictures.
    pub gallery: Vec<Image>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Corrections, newest first.
    pub corrections: Vec<Correction>,
    /// The number of words of the text.
    pub words: u32,
    /// The text.
    pub body: Body,
    /// Links to pass the release on; none for one that only editors see.
    pub share: Vec<ShareLink>,
    /// The release before it in this language.
    #[serde(serialize_with = "nothing")]
    pub earlier: Option<Link>,
    /// The release after it in this language.
    #[serde(serialize_with = "nothing")]
    pub later: Option<Link>,
    /// Up to three earlier releases on the same subject.
    #[serde(serialize_with = "nothing")]
    pub related: Vec<RelatedLink>,
    /// The original's language and page, on a translation.
    pub original: Option<Original>,
    /// The language of its words and the page in it, where nobody translated it into the language of this page.
    pub own: Option<Own>,
    /// `draft` or `held` in a preview with drafts, else nothing.
    pub mark: Option<&'static str>,
    /// When a held release is public.
    pub due: Option<Moment>,
}

/// The publisher under a name that is not that of today.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Publisher {
    /// The full name.
    pub name: String,
    /// The short name.
    pub short_name: String,
    /// Where its site stood then.
    pub url: Option<String>,
    /// The first day of the next name, in ISO 8601; nothing for the last name, which is yet to come.
    pub until: Option<String>,
}

/// A link that passes a page on.
#[derive(Clone, Debug, Serialize)]
pub struct ShareLink {
    /// `telegram`, `whatsapp` or `email`.
    pub service: &'static str,
    /// Where it leads.
    pub url: String,
}

/// An entry of 'read also'.
#[derive(Clone, Debug, Serialize)]
pub struct RelatedLink {
    /// The headline.
    pub title: String,
    /// The page.
    pub url: String,
    /// Its date.
    pub date: Moment,
    /// The language of the headline, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// The language of a text that nobody translated into that of its page.
#[derive(Clone, Debug, Serialize)]
pub struct Own {
    /// The language.
    pub lang: Language,
    /// `ltr` or `rtl`.
    pub dir: Direction,
    /// The language's own name.
    pub name: String,
    /// The page in it.
    pub url: String,
}

/// The original of a translation.
#[derive(Clone, Debug, Serialize)]
pub struct Original {
    /// Its language.
    pub lang: Language,
    /// That language's own name.
    pub name: String,
    /// Its page; none where it is not public.
    pub url: Option<String>,
}

/// The notice in place of a release that has expired: `expired` in `expired.html`.
#[derive(Clone, Debug, Serialize)]
pub struct ExpiredView {
    /// The day on which it was taken down.
    pub date: Moment,
    /// The list that goes on.
    pub list: Link,
}
