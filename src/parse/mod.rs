//! Stage 2, parse: every file of content is read for itself, in parallel. Nothing is resolved here, and nothing fails:
//! what is wrong becomes a finding, and the file says as much as could be understood.

mod body;
mod cache;
mod document;
mod found;
mod front_matter;
mod media;
mod paragraph_hash;
mod paragraphs;
mod position;
mod release;
mod stage;
mod terms;

pub use cache::{Cache, Reading, Renewal};
pub use document::{
    AuthorFront, BodyText, Document, Draft, Front, Kind, MediaFront, Names as WrittenNames, PageFront, Precision,
    ProjectFront, ReleaseFront, Status, When,
};
pub use front_matter::{Parts, table as front_matter};
pub use media::{MediaFile, Shape, TYPES};
pub use paragraph_hash::ParagraphHash;
pub use paragraphs::{Paragraph, hashes, paragraphs};
pub use position::subject;
pub use release::TRANSLATED_FROM;
pub use stage::{Parsed, key, look, parse, read};
pub use terms::{MapPlace, REGIONS, RegionEntry, TAGS, TagEntry};
