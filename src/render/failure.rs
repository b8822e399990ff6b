//! Why a target was not rendered.

use crate::diagnostic::Diagnostic;
use std::io;

/// Why a target was not rendered.
#[derive(Debug)]
pub enum Failure {
    /// Something in the theme is wrong.
    Content(Box<Diagnostic>),
    /// The world refused.
    World(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::World(error)
    }
}

impl From<Box<Diagnostic>> for Failure {
    fn from(finding: Box<Diagnostic>) -> Self {
        Self::Content(finding)
    }
}
