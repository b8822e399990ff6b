//! What threads tell the preview.

use notify::Event;

/// What comes in from other threads.
#[derive(Debug)]
pub enum Signal {
    /// Something that the system reports.
    Report(notify::Result<Event>),
    /// A file of the input was found to be another: its path from the root.
    Changed(String),
    /// The user wants an end.
    End,
}
