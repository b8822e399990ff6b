//! What one Markdown file says, read but not yet understood: names are not resolved, files not joined.

use crate::config::Former;
use crate::diagnostic::{At, Place, Span};
use crate::hash::ContentHash;
use crate::language::Language;
use crate::markdown::{ImageUse, Survey};
use crate::parse::paragraph_hash::ParagraphHash;
use jiff::Zoned;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A date as front matter gives it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct When {
    /// The instant, in the site's zone or the zone that was written; midnight when only a day was written.
    pub at: Zoned,
    /// How exactly it was written.
    pub precision: Precision,
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = if self.precision == Precision::Day { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M" };
        write!(f, "{}", self.at.strftime(form))
    }
}

/// How exactly a date was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Precision {
    /// A day.
    Day,
    /// A time of day.
    Minute,
}

/// A Markdown file of content.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Document {
    /// The file's path from the root.
    #[serde(skip)]
    pub file: Arc<str>,
    /// The hash of the file's bytes.
    #[serde(skip, default = "ContentHash::none")]
    pub hash: ContentHash,
    /// The path that all languages of the subject share: `content/releases/2024/2024-10-18-akim-kenes`.
    #[serde(skip)]
    pub subject: Arc<str>,
    /// The language.
    pub language: Language,
    /// The title.
    pub title: At<String>,
    /// The summary.
    pub summary: Option<String>,
    /// What the front matter says beyond these.
    pub front: Front,
    /// The text.
    pub body: BodyText,
}

impl Document {
    /// Whether it is the text of a release and says the same as another but for its title, its summary and the words of
    /// its body: neither a fact, nor where a link or picture leads, nor whether the picture is described, is another.
    pub fn differs_in_words_alone(&self, other: &Self) -> bool {
        let same = |one: &[At<String>], other: &[At<String>]| {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.value == other.value)
        };
        let (survey, others) = (&self.body.survey, &other.body.survey);
        let image = |image: &ImageUse| (image.file.value.clone(), image.alt);
        let images = |survey: &Survey| survey.images.iter().map(image).collect::<Vec<_>>();
        matches!(self.front, Front::Release(_))
            && same(&survey.links, &others.links)
            && images(survey) == images(others)
            && self.summary.is_some() == other.summary.is_some()
            && facts(&self.front) == facts(&other.front)
    }

    /// Where the facts, links and pictures of another text, from which this one differs in words alone, stand in this
    /// one: each place there with the place here, and the whole file as well.
    pub fn moved_from(&self, other: &Self) -> Vec<(Span, Span)> {
        let places = |document: &Self| {
            let survey = &document.body.survey;
            let mut places = vec![Span::default()];
            gather(&serde_json::to_value(&document.front).unwrap_or_default(), &mut places);
            places.extend(survey.links.iter().map(|link| link.span));
            places.extend(survey.images.iter().map(|image| image.file.span));
            places
        };
        places(other).into_iter().zip(places(self)).collect()
    }

    /// The file as a whole.
    pub fn place(&self) -> Place {
        Place::new(self.file.clone(), Span::default())
    }
}

/// The places of the values of a front matter, in an order that only its facts decide.
fn gather(front: &serde_json::Value, places: &mut Vec<Span>) {
    match front {
        serde_json::Value::Object(fields) => {
            places.extend(fields.get("span").and_then(|span| Span::deserialize(span).ok()));
            fields.values().for_each(|field| gather(field, places));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| gather(item, places)),
        _ => {}
    }
}

/// A front matter without the places of its values, which shift with every letter before them.
fn facts(front: &Front) -> Option<serde_json::Value> {
    fn bare(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                fields.remove("span");
                fields.values_mut().for_each(bare);
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(bare),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(front).ok()?;
    bare(&mut value);
    Some(value)
}

/// The text of a document, by its place and hash; its bytes stay on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BodyText {
    /// The first byte in the file.
    pub start: u32,
    /// The hash of the bytes.
    pub hash: ContentHash,
    /// What is known of it without rendering.
    pub survey: Survey,
}

/// Front matter, by the kind of document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Front {
    /// A release.
    Release(Box<ReleaseFront>),
    /// A project.
    Project(Box<ProjectFront>),
    /// A standing page.
    Page(PageFront),
}

/// Names as written, and the place of them all.
pub type Names = At<Vec<At<String>>>;

/// The front matter of a release in one language: facts of the release, and what is of the language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReleaseFront {
    /// The id, where it is not the folder's name.
    pub id: Option<At<String>>,
    /// The date that the release shows.
    pub date: Option<At<When>>,
    /// Regions by any name.
    pub regions: Option<Names>,
    /// Projects by any name.
    pub projects: Option<Names>,
    /// Tags by id or name.
    pub tags: Option<Names>,
    /// The kind of release.
    pub kind: Option<At<Kind>>,
    /// When the event begins.
    pub event_starts: Option<At<When>>,
    /// When it ends.
    pub event_ends: Option<At<When>>,
    /// Not public before.
    pub embargo: Option<At<When>>,
    /// Not public from then on.
    pub expires: Option<At<When>>,
    /// Whether it leads the front page.
    pub pinned: Option<At<bool>>,
    /// The last announced change.
    pub updated: Option<At<When>>,
    /// The language in which it was written.
    pub original_language: Option<At<String>>,
    /// Where it first appeared.
    pub source_url: Option<At<String>>,
    /// The lead picture.
    pub image: Option<MediaFront>,
    /// More pictures.
    pub gallery: Vec<MediaFront>,
    /// Files to take along.
    pub attachments: Vec<MediaFront>,
    /// The publisher's name of the source.
    pub source_name: Option<String>,
    /// Where the event takes place.
    pub event_place: Option<String>,
    /// Who signs.
    pub author: Option<AuthorFront>,
    /// Corrections.
    pub corrections: Vec<(When, String)>,
    /// The slug, where it is not made of the id.
    pub slug: Option<At<String>>,
    /// Addresses that lead here.
    pub aliases: Vec<At<String>>,
    /// Whether this language is not ready.
    pub draft: Draft,
    /// What a translation was made from; nothing where that was not noted.
    pub translated_from: Option<Box<[ParagraphHash]>>,
}

/// Whether a text is ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Draft {
    /// It is.
    #[default]
    Ready,
    /// It is not to be public yet.
    Draft,
}

/// The kind of a release.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Kind {
    /// What happened.
    #[default]
    News,
    /// A position.
    Statement,
    /// What will happen.
    Announcement,
    /// Questions and answers.
    Interview,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::News, Self::Statement, Self::Announcement, Self::Interview];

    /// The word in front matter and in views.
    pub fn word(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Statement => "statement",
            Self::Announcement => "announcement",
            Self::Interview => "interview",
        }
    }
}

/// Who signs.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AuthorFront {
    /// A person.
    pub name: Option<String>,
    /// The post.
    pub role: Option<String>,
    /// The organisation.
    pub organization: Option<String>,
}

/// A picture or attachment as front matter names it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MediaFront {
    /// The path beside the text.
    pub file: At<String>,
    /// Who made it: a fact of the release.
    pub credit: Option<At<String>>,
    /// The alternative text.
    pub alt: Option<String>,
    /// The caption.
    pub caption: Option<String>,
    /// The title of an attachment.
    pub title: Option<String>,
}

/// The front matter of a project in one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ProjectFront {
    /// The titles that it bore before, in the order of time.
    pub former: Vec<Former<String>>,
    /// The project that it continues, by any name.
    pub predecessor: Option<At<String>>,
    /// Other names.
    pub short_names: Vec<At<String>>,
    /// Who takes part.
    pub partners: Vec<String>,
    /// The state.
    pub status: Option<At<Status>>,
    /// The first day.
    pub started: Option<At<When>>,
    /// The last day.
    pub ended: Option<At<When>>,
    /// Addresses that lead here.
    pub aliases: Vec<At<String>>,
}

/// The state of a project.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Status {
    /// It will begin.
    Planned,
    /// It goes on.
    Running,
    /// It has ended.
    Completed,
}

impl Status {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Running, Self::Completed];

    /// The word in front matter and in views.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Completed => "completed",
        }
    }
}

/// The front matter of a standing page in one language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PageFront {
    /// Its place in menus, smallest first: a fact of the page.
    pub order: Option<At<i64>>,
    /// Addresses that lead here.
    pub aliases: Vec<At<String>>,
}
