//! The newsroom that a command works on.

use crate::commands::terminal::Terminal;
use crate::pipeline::{self, Content, Look};
use crate::report;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Looks at the newsroom in `root`. When there is none, or its settings cannot be read, says so, and gives the exit code.
pub fn look(root: &Path, terminal: &Terminal) -> Result<(Look, Content), ExitCode> {
    if !root.is_dir() {
        let reason = report::no_folder(&root.to_string_lossy(), terminal.ui());
        return Err(terminal.fail(&io::Error::new(io::ErrorKind::NotFound, reason)));
    }
    let mut look = pipeline::look(root).map_err(|error| terminal.fail(&error))?;
    match look.content.take() {
        Some(content) => Ok((look, content)),
        None => {
            terminal.report(&look.findings, &look.sources);
            Err(ExitCode::from(1))
        }
    }
}
