//! Stage 1, discover: a frozen snapshot of what lies in `content/` and `themes/`.
//!
//! Nothing is read yet; the snapshot knows each file's path, size and time, and reads a file's bytes when asked.
//! Names are normalised to NFC, so that a folder copied from a Mac or a ZIP is the same content.

mod discover;
mod snapshot;
mod stamp;

pub use discover::{FOLDERS, discover, input_path};
pub use snapshot::{SourceFile, Sources, text};
pub use stamp::Stamp;
