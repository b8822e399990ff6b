//! The newsroom: releases, terms and pages, resolved and joined over their languages.

use crate::config::Former;
use crate::diagnostic::{At, Diagnostic};
use crate::hash::ContentHash;
use crate::language::{ByLanguage, Language};
use crate::location::{Permalink, Taxonomy};
use crate::parse::{AuthorFront, Draft, Kind, MapPlace, MediaFile, ParagraphHash, Status, When};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $($(#[$doc])* #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)] pub struct $name(pub u32);

        impl $name {
            /// The number as an index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        })*
    };
}

numbers! {
    /// The number of a release in [`Newsroom::releases`].
    ReleaseNo;
    /// The number of a term in [`Newsroom::terms`].
    TermNo;
    /// The number of a standing page in [`Newsroom::pages`].
    PageNo;
    /// The number of a file in [`Newsroom::media`].
    MediaNo;
}

/// All that the content says.
#[derive(Clone, Debug, Default)]
pub struct Newsroom {
    /// The releases, by instant of publication, then id: the oldest first.
    pub releases: Vec<Release>,
    /// The terms: regions in the order of regions.yaml, projects by id, tags as they are met.
    pub terms: Vec<Term>,
    /// The standing pages in the order of menus.
    pub pages: Vec<StandingPage>,
    /// Pictures and attachments that content uses.
    pub media: Vec<Media>,
    /// Tags that would have one page, wherever such a tag is named.
    pub clashes: Vec<Clash>,
}

/// A tag that would have the page of another one, at a place where it is named.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The tag.
    pub tag: TermNo,
    /// The other one; nothing when that is listed in tags.yaml.
    pub other: Option<TermNo>,
    /// What there is to tell, once both have pages.
    pub finding: Diagnostic,
}

/// What a text calls a tag for which tags.yaml has no name in its language.
#[derive(Clone, Debug)]
pub struct Coined {
    /// The tag.
    pub tag: TermNo,
    /// The language of the text.
    pub language: Language,
    /// The name as written.
    pub name: String,
}

/// A file that content uses.
#[derive(Clone, Debug)]
pub struct Media {
    /// The file.
    pub file: MediaFile,
    /// Its address.
    pub permalink: Permalink,
    /// The release in whose folder it lies, and whose id is in its address.
    pub release: Option<ReleaseNo>,
}

/// A region, project or tag.
#[derive(Clone, Debug)]
pub struct Term {
    /// Which of the three.
    pub taxonomy: Taxonomy,
    /// The id in its URL.
    pub id: String,
    /// Its names; a tag that tags.yaml does not list has none here, but those that releases coin.
    pub names: BTreeMap<Language, String>,
    /// A region's ISO 3166-2 code.
    pub code: Option<String>,
    /// A region's other names.
    pub aliases: Vec<String>,
    /// A region's place on the map.
    pub map: Option<MapPlace>,
    /// What it was before.
    pub history: History,
    /// What a project's files say.
    pub project: Option<Project>,
}

/// What is known of a term's past.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The first day.
    pub from: Option<Date>,
    /// The first day on which it no longer was.
    pub until: Option<Date>,
    /// The names that it bore before, in the order of time.
    pub former: BTreeMap<Language, Vec<Former<String>>>,
    /// The term that it came from.
    pub predecessor: Option<TermNo>,
}

/// What is known of a project.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// Its state.
    pub status: Option<Status>,
    /// The first day.
    pub started: Option<When>,
    /// The last day.
    pub ended: Option<When>,
    /// Its texts.
    pub texts: BTreeMap<Language, ProjectText>,
}

/// A project in one language.
#[derive(Clone, Debug)]
pub struct ProjectText {
    /// The summary.
    pub summary: Option<String>,
    /// Other names.
    pub short_names: Vec<String>,
    /// Who takes part.
    pub partners: Vec<String>,
    /// Addresses that lead here.
    pub aliases: Vec<At<Permalink>>,
    /// The text.
    pub text: Text,
}

/// A body with what its links and pictures mean.
#[derive(Clone, Debug)]
pub struct Text {
    /// The language of its words, where nobody translated them into that in which they are shown.
    pub borrowed: Option<Language>,
    /// The file, from the root.
    pub file: Arc<str>,
    /// The first byte of the body.
    pub start: u32,
    /// The hash of the body.
    pub hash: ContentHash,
    /// The beginning of the text, for where no summary was written.
    pub opening: String,
    /// The number of words.
    pub words: u32,
    /// Links within the site: each destination as written, and what it leads to, in the order of the destinations.
    pub links: Vec<(String, Target)>,
    /// Pictures, by the path as written, with the place of the first, in the order of the paths.
    pub pictures: Vec<(String, At<MediaNo>)>,
}

/// What a link within the site leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The thing.
    pub goal: Goal,
    /// The fragment with its `#`, or nothing.
    pub fragment: String,
    /// Where the link stands in the file.
    pub span: crate::diagnostic::Span,
}

/// A thing that a text can link to.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal {
    /// A release.
    Release(ReleaseNo),
    /// A project.
    Project(TermNo),
    /// A standing page.
    Page(PageNo),
    /// A file.
    Media(MediaNo),
    /// A place on the same page.
    Here,
}

/// One announcement in all its languages.
#[derive(Clone, Debug)]
pub struct Release {
    /// Its id, unique for ever.
    pub id: String,
    /// Its folder or stem, for reports.
    pub subject: Arc<str>,
    /// The date that it shows and that stands in its URL.
    pub date: When,
    /// The instant of publication: the later of date and embargo.
    pub published: Timestamp,
    /// The same with its zone, for datetime attributes and feeds.
    pub published_at: jiff::Zoned,
    /// Not public from then on.
    pub expires: Option<jiff::Zoned>,
    /// Its regions, projects and tags, in the order written.
    pub terms: Vec<TermNo>,
    /// The names that its texts coin for tags.
    pub coined: Vec<Coined>,
    /// Its kind.
    pub kind: Kind,
    /// Its event.
    pub event: Option<(When, Option<When>)>,
    /// Whether it leads the front page.
    pub pinned: bool,
    /// The last announced change.
    pub updated: Option<When>,
    /// The language in which it was written.
    pub original: Language,
    /// Where it first appeared.
    pub source_url: Option<String>,
    /// The lead picture and its credit.
    pub image: Option<MediaUse>,
    /// More pictures.
    pub gallery: Vec<MediaUse>,
    /// Files to take along.
    pub attachments: Vec<MediaUse>,
    /// Its texts.
    pub translations: ByLanguage<Translation>,
}

/// A file in the service of a release.
#[derive(Clone, Debug)]
pub struct MediaUse {
    /// The file.
    pub media: MediaNo,
    /// Who made it.
    pub credit: Option<String>,
    /// What each language says of it.
    pub words: ByLanguage<MediaWords>,
}

/// What one language says of a file.
#[derive(Clone, Debug, Default)]
pub struct MediaWords {
    /// The alternative text.
    pub alt: Option<String>,
    /// The caption.
    pub caption: Option<String>,
    /// The title of an attachment.
    pub title: Option<String>,
    /// Who made it, where the language writes that its own way.
    pub credit: Option<String>,
}

/// A release in one language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The hash of the file that it comes from.
    pub source: ContentHash,
    /// The headline.
    pub title: String,
    /// The summary, where one was written.
    pub summary: Option<String>,
    /// The last part of its address.
    pub slug: String,
    /// Addresses that lead here.
    pub aliases: Vec<At<Permalink>>,
    /// Whether it is ready.
    pub draft: Draft,
    /// Who signs.
    pub author: Option<AuthorFront>,
    /// The publisher's name of the source.
    pub source_name: Option<String>,
    /// Where the event takes place.
    pub event_place: Option<String>,
    /// Corrections, newest first.
    pub corrections: Vec<(When, String)>,
    /// What it was made from, where it is a translation that notes it.
    pub translated_from: Option<Box<[ParagraphHash]>>,
    /// The text.
    pub text: Text,
}

/// A standing page.
#[derive(Clone, Debug)]
pub struct StandingPage {
    /// Its id, the last part of its address.
    pub id: String,
    /// Its place in menus.
    pub order: i64,
    /// Its texts.
    pub texts: BTreeMap<Language, PageText>,
}

/// A standing page in one language.
#[derive(Clone, Debug)]
pub struct PageText {
    /// The title.
    pub title: String,
    /// The summary.
    pub summary: Option<String>,
    /// Addresses that lead here.
    pub aliases: Vec<At<Permalink>>,
    /// The text.
    pub text: Text,
}

impl Newsroom {
    /// A release by its number.
    pub fn release(&self, no: ReleaseNo) -> &Release {
        &self.releases[no.index()]
    }

    /// A term by its number.
    pub fn term(&self, no: TermNo) -> &Term {
        &self.terms[no.index()]
    }

    /// A file by its number.
    pub fn media(&self, no: MediaNo) -> &Media {
        &self.media[no.index()]
    }

    /// A standing page by its number.
    pub fn page(&self, no: PageNo) -> &StandingPage {
        &self.pages[no.index()]
    }

    /// The numbers of the terms of a taxonomy, in order.
    pub fn terms_of(&self, taxonomy: Taxonomy) -> impl Iterator<Item = TermNo> + '_ {
        (0..).map(TermNo).zip(&self.terms).filter(move |(_, term)| term.taxonomy == taxonomy).map(|(no, _)| no)
    }
}
