//! How grave findings are.

use serde::{Deserialize, Serialize};

/// How grave a finding is; only an error refuses the build.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Something that an editor may want to know.
    Note,
    /// Something that is probably not meant so.
    Warning,
    /// Something that cannot be published.
    Error,
}
