//! The text of a document, surveyed.

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::markdown;
use crate::parse::document::BodyText;
use std::ops::Range;
use std::sync::Arc;

/// Surveys the body that stands at `range` of a file.
pub fn read(file: &Arc<str>, text: &str, range: Range<usize>, findings: &mut Vec<Diagnostic>) -> BodyText {
    let body = &text[range.clone()];
    let survey = markdown::survey(file, body, range.start).into_value(findings);
    BodyText { start: u32::try_from(range.start).unwrap_or(u32::MAX), hash: ContentHash::of(body.as_bytes()), survey }
}
