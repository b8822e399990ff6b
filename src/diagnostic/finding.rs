//! A finding: a kind, a place, and what the sentence about it names.

use crate::diagnostic::code::Code;
use crate::diagnostic::severity::Severity;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

/// A range of bytes in a file, end exclusive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `start..end`; files are far below 4 GB, a larger offset is held at the limit.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end) }
    }

    /// The same span in a text that begins `offset` bytes later in the file.
    pub fn shifted(self, offset: usize) -> Self {
        Self::new(self.start as usize + offset, self.end as usize + offset)
    }
}

/// A change that mends a text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there instead.
    pub text: String,
}

/// A value and where it was written.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its place in the file that it was read from.
    pub span: Span,
}

impl<T> At<T> {
    /// A value with its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Another value at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> At<U> {
        At { value: change(self.value), span: self.span }
    }
}

/// A place in a file (or a folder, with an empty span).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The path from the root, with `/`: `content/releases/2024/…/ru.md`.
    pub file: Arc<str>,
    /// Where in the file.
    pub span: Span,
}

impl Place {
    /// A place in a file.
    pub fn new(file: impl Into<Arc<str>>, span: Span) -> Self {
        Self { file: file.into(), span }
    }
}

/// One finding. Its sentence and remedy are chosen by `code` and filled with `args` when it is reported.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What the sentence names, by the variable's name in the message.
    pub args: Vec<(Cow<'static, str>, String)>,
    /// Other places that belong to it, such as the first of two that collide.
    pub also: Vec<Place>,
    /// What mends it safely, in the file of `place`; nothing where only an editor can tell.
    pub fix: Vec<Edit>,
}

impl Diagnostic {
    /// A finding of the code's own severity.
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, severity: code.severity(), place, args: Vec::new(), also: Vec::new(), fix: Vec::new() }
    }

    /// Adds what the message calls `$name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// Adds the name nearest to `written` among `known` as `$nearest`, or `none`.
    #[must_use]
    pub fn nearest<'a>(self, written: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let nearest = nearest(written, known).unwrap_or("none").to_owned();
        self.with("nearest", nearest)
    }

    /// Adds another place.
    #[must_use]
    pub fn also(mut self, place: Place) -> Self {
        self.also.push(place);
        self
    }

    /// Adds what mends it: `text` in the place of `span`.
    #[must_use]
    pub fn mended_by(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix.push(Edit { span, text: text.into() });
        self
    }
}

/// The known name most like `written`: the fewest letters added, left out, changed or swapped, case ignored, and at most
/// two in five of them; the first of equals.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let mut best = (0.6, None);
    for name in known {
        let likeness = strsim::normalized_damerau_levenshtein(&written, &name.to_lowercase());
        if likeness > best.0 {
            best = (likeness, Some(name));
        }
    }
    best.1
}

/// A value and all that was found on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Checked<T> {
    /// The value: whole when nothing grave was found, else what could be made of the input.
    pub value: T,
    /// What was found, in the order of finding.
    pub findings: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with its findings.
    pub fn new(value: T, findings: Vec<Diagnostic>) -> Self {
        Self { value, findings }
    }

    /// The value, its findings moved to `all`.
    pub fn into_value(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.findings);
        self.value
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_the_one_with_the_fewest_changes() {
        let regions = ["Карагандинская область", "Костанайская область", "KZ-39"];
        assert_eq!(nearest("Кастанайская область", regions), Some("Костанайская область"));
        assert_eq!(nearest("titel", ["date", "title"]), Some("title"));
        assert_eq!(nearest("x", regions), None);
    }
}
