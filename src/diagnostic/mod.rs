//! Findings about content: what was found, where, and what to do, in no particular language.

mod code;
mod finding;
mod severity;

pub use code::Code;
pub use finding::{At, Checked, Diagnostic, Edit, Place, Span, nearest};
pub use severity::Severity;
