//! What the preview says where it was started.

use crate::diagnostic::Diagnostic;
use crate::report::UiLanguage;
use crate::source::Sources;

/// Speaks to the one who started the preview.
pub trait Voice {
    /// His language.
    fn ui(&self) -> UiLanguage;
    /// Says what is as it should be.
    fn say(&self, text: &str);
    /// Says what is not.
    fn complain(&self, text: &str);
    /// Shows findings, with the lines that they are about.
    fn report(&self, findings: &[Diagnostic], sources: &Sources);
}
