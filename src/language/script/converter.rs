//! A scheme and the words that it does not spell by its rules, together.

use crate::language::script::exceptions::Exceptions;
use crate::language::script::scheme::Scheme;
use serde::Serialize;
use std::borrow::Cow;

/// What converts the texts of a newsroom to one script.
#[derive(Clone, Debug, Serialize)]
pub struct Converter {
    scheme: Scheme,
    exceptions: Exceptions,
}

impl Converter {
    /// Of a scheme and all exceptions from it.
    pub fn new(scheme: Scheme, exceptions: Exceptions) -> Self {
        Self { scheme, exceptions }
    }

    /// The text in the scheme's script; see [`Scheme::convert`].
    pub fn convert<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.scheme.convert(text, &self.exceptions)
    }

    /// The pieces of one running text; see [`Scheme::convert_pieces`].
    pub fn convert_pieces(&self, pieces: &[&str]) -> Vec<String> {
        self.scheme.convert_pieces(pieces, &self.exceptions)
    }
}
