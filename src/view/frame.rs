//! The frame of every page, and the smallest things that views are made of.

use crate::language::Direction;
use crate::language::Language;
use crate::view::made::Made;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A text that leads somewhere.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// The text.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// The language of the text, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// The language of words on a page of another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OwnLanguage {
    /// The language.
    pub lang: Language,
    /// `ltr` or `rtl`.
    pub dir: Direction,
}

impl OwnLanguage {
    /// That of words in a language.
    pub fn of(lang: Language) -> Self {
        Self { lang, dir: lang.direction() }
    }
}

/// A date for machines and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// RFC 3339 with the offset of that day, or the date alone.
    pub iso: String,
    /// The long date of the page's language.
    pub text: Arc<str>,
}

/// A name that held for a time that is over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FormerName {
    /// The name.
    pub title: String,
    /// The first day; nothing where it held from the end of the name before, or always.
    pub from: Option<Moment>,
    /// The first day of the next name.
    pub until: Moment,
    /// The language of the name, where that is not the page's.
    pub own: Option<OwnLanguage>,
}

/// A feed that a page offers.
#[derive(Clone, Debug, Serialize)]
pub struct FeedLink {
    /// What the feed holds.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// `rss`, `atom` or `json`.
    pub format: &'static str,
    /// The media type, for `<link type>`.
    pub media_type: &'static str,
}

/// A way to reach the press centre.
#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    /// `email`, `phone`, `address` or `link`.
    pub kind: String,
    /// What it is for.
    pub label: String,
    /// The address as people read it.
    pub value: String,
    /// `mailto:`, `tel:` or a web address; none for a postal address.
    pub href: Option<String>,
}

/// The newsroom in one language, the same on all its pages: `site` in templates.
#[derive(Debug, Serialize)]
pub struct Site {
    /// The language of the page.
    pub lang: Language,
    /// `ltr` or `rtl`.
    pub dir: Direction,
    /// The publisher's name.
    pub name: String,
    /// Its short name, for the header and titles.
    pub short_name: String,
    /// One sentence about the newsroom.
    pub description: String,
    /// The postal address.
    pub address: Option<String>,
    /// The legal notice (mass-media certificate).
    pub legal: Option<String>,
    /// The names that the publisher bore before, the latest first.
    pub former: Vec<FormerName>,
    /// Scheme and host, without a slash at the end: before a local URL it makes an absolute one.
    pub origin: String,
    /// The front page.
    pub home: String,
    /// The list of all releases.
    pub news: String,
    /// The menu: news, regions, projects, tags, events, as far as they exist.
    pub menu: Vec<MenuItem>,
    /// The standing pages, in their order.
    pub pages: Vec<Link>,
    /// The page of corrections, where there are any.
    pub corrections: Option<String>,
    /// Ways to reach the press centre.
    pub contacts: Vec<Contact>,
    /// The feeds of the whole newsroom in this language.
    pub feeds: Vec<FeedLink>,
    /// The list of all feeds (OPML), where feeds are on.
    pub opml: Option<String>,
    /// Whether pages carry structured data.
    pub structured: bool,
    /// The bundled stylesheet.
    pub style: String,
    /// The theme's static files: name to hashed URL.
    pub assets: BTreeMap<String, String>,
    /// What the theme's `panel.html` makes of the newsroom, once a page has shown it.
    #[serde(skip)]
    pub panel: Made,
}

/// An entry of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    /// `news`, `regions`, `projects`, `tags` or `events`.
    pub key: &'static str,
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub url: String,
}

/// An entry of the language switcher.
#[derive(Clone, Debug, Serialize)]
pub struct Switch {
    /// The language it leads to.
    pub lang: Language,
    /// The language's own name.
    pub name: String,
    /// Its beginning in capitals, where there is little room.
    pub short: String,
    /// The language that it is converted from to another script, if it is.
    pub of: Option<Language>,
    /// The same place in that language, or the nearest that exists.
    pub url: String,
    /// `here`, `there`, or `missing`: the place does not exist in that language and `url` is the nearest list.
    pub state: SwitchState,
}

/// How the switcher's entry relates to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SwitchState {
    /// The page itself.
    Here,
    /// The same place in another language.
    There,
    /// No such place in that language.
    Missing,
}

/// One `<link rel="alternate" hreflang>`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alternate {
    /// A language tag or `x-default`.
    pub lang: String,
    /// Absolute URL.
    pub url: String,
}

/// A picture with its size in pixels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Image {
    /// Where it is.
    pub url: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The alternative text, empty for a decoration.
    pub alt: String,
    /// The caption.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// The media type.
    pub media_type: &'static str,
    /// The length of the file in bytes.
    pub bytes: u64,
}

/// What stands in the head and frame of a page: `page` in templates.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The kind of page: `home`, `release`, `list`, `year`, `month`, `index`, `events`, `corrections`,
    /// `standing`, `notfound`, `expired`.
    pub kind: &'static str,
    /// The title of the document, without the site's name.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: String,
    /// The page itself.
    pub url: String,
    /// Absolute URL of the page.
    pub canonical: String,
    /// What search engines may do: `index`, or `noindex` for drafts, held and error pages.
    pub robots: &'static str,
    /// The menu entry that the page belongs to.
    pub section: Option<&'static str>,
    /// The page in the script in which it was written, on a page that was converted to another.
    pub converted: Option<Switch>,
    /// The languages of this place, all of them, in the order of site.yaml.
    pub switcher: Vec<Switch>,
    /// The languages in which it exists and one `x-default`; empty on numbered pages.
    pub alternates: Vec<Alternate>,
    /// Open Graph's locale of the page, as `kk_KZ`.
    pub locale: String,
    /// Open Graph's locales of the alternates.
    pub other_locales: Vec<String>,
    /// The picture for previews.
    pub image: Option<Image>,
    /// The way from the front page to here, this page last.
    pub breadcrumbs: Vec<Arc<Link>>,
    /// The feeds of this place, beyond the site's.
    pub feeds: Vec<FeedLink>,
}
