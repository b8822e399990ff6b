//! What a file of content turned out to be.

use crate::parse::document::Document;
use crate::parse::media::MediaFile;
use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Found {
    /// Markdown.
    Document(Box<Document>),
    /// A picture or attachment.
    Media(MediaFile),
}
