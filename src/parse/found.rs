//! What a file of content turned out to be.

use crate::hash::ContentHash;
use crate::parse::document::Document;
use crate::parse::media::MediaFile;
use crate::parse::position::subject;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a file is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Found {
    /// Markdown.
    Document(Arc<Document>),
    /// A picture or attachment.
    Media(MediaFile),
}

impl Found {
    /// The same as what was found in the file of that path and hash, which are not stored again and again.
    #[must_use]
    pub fn of(mut self, path: &Arc<str>, hash: ContentHash) -> Self {
        match &mut self {
            Self::Document(document) => {
                let document = Arc::make_mut(document);
                document.file = path.clone();
                document.hash = hash;
                document.subject = subject(path).unwrap_or(path).into();
            }
            Self::Media(media) => media.file = path.clone(),
        }
        self
    }
}
