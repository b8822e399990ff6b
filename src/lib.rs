//! Jarshy (жаршы, herald) turns Markdown press releases into a multilingual newsroom.

pub mod diagnostic;
pub mod hash;
pub mod language;
pub mod report;
pub mod yaml;
