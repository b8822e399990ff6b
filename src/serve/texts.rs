//! The texts that reports quote, as they are at the moment.

use crate::report::Texts;
use std::path::PathBuf;

/// The files below a root.
#[derive(Clone, Debug)]
pub struct Disk(pub PathBuf);

impl Texts for Disk {
    fn text(&self, file: &str) -> Option<String> {
        Some(String::from_utf8_lossy(&std::fs::read(self.0.join(file)).ok()?).into_owned())
    }
}
