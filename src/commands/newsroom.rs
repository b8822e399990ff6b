//! The newsroom that a command works on.

use crate::commands::is_newsroom;
use crate::commands::terminal::Terminal;
use crate::pipeline::{self, Content, Look};
use std::path::Path;
use std::process::ExitCode;

/// Looks at the newsroom in `root`. When there is none, or its settings cannot be read, says so, and gives the exit code.
pub fn look(root: &Path, terminal: &Terminal) -> Result<(Look, Content), ExitCode> {
    let look = is_newsroom(root, terminal).and_then(|()| pipeline::look(root));
    let mut look = look.map_err(|error| terminal.fail(&error))?;
    match look.content.take() {
        Some(content) => Ok((look, content)),
        None => {
            terminal.report(&look.findings, &look.sources);
            Err(ExitCode::from(1))
        }
    }
}
