//! What templates and feeds see. A view is the whole dependency of its target: what is not named here cannot show.
//!
//! URLs are local (`/news/ru/…`, ready for `href`) unless a field says absolute. Texts are plain, not HTML.

mod feeds;
mod frame;
mod made;
mod page;
mod pages;
mod release;
mod shared;
mod sitemaps;
mod tile;
mod whole;

pub use feeds::*;
pub use frame::*;
pub use made::Made;
pub use page::*;
pub use pages::*;
pub use release::*;
pub use shared::{Shared, hash_of};
pub use sitemaps::*;
pub use tile::Tile;
pub use whole::{FileCopy, View};
