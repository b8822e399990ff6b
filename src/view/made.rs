//! What is made once for many pages.

use std::sync::{Arc, OnceLock};

/// What templates are handed again and again: of a card from the first list that shows it on, of a newsroom from the first
/// page on.
pub type Made = Arc<OnceLock<tera::Value>>;
