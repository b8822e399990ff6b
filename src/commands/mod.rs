//! One file, one command, one `run`.

pub mod build;
pub mod check;
mod git;
pub mod history;
pub mod manual;
pub mod new;
mod newsroom;
pub mod next;
pub mod serve;
pub mod status;
mod status_table;
mod terminal;
mod vocabulary;

use crate::fault::at;
use crate::pipeline::Order;
use crate::plan::Audience;
use crate::report;
use jiff::Timestamp;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub use terminal::Terminal;

/// What a newsroom is made of and where its site goes, when both are folders.
fn order_of(
    root: &Path,
    out: Option<PathBuf>,
    now: Option<Timestamp>,
    audience: Audience,
    terminal: &Terminal,
) -> io::Result<Order> {
    is_newsroom(root, terminal)?;
    let out = out.unwrap_or_else(|| root.join("public"));
    if out.is_file() {
        let reason = report::no_folder_but_file(&out.to_string_lossy(), terminal.ui());
        return Err(io::Error::other(reason));
    }
    let now = now.unwrap_or_else(Timestamp::now);
    Ok(Order { root: root.to_path_buf(), out, now, base_url: None, audience })
}

/// Sees to it that there is a folder which may hold a newsroom.
fn is_newsroom(root: &Path, terminal: &Terminal) -> io::Result<()> {
    match root.metadata() {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Err(at(root)(error)),
        _ => Err(io::Error::other(report::no_folder(&root.to_string_lossy(), terminal.ui()))),
    }
}

/// The exit code of a command; 2, with a sentence, when the world refused.
fn outcome_code(outcome: io::Result<ExitCode>, terminal: &Terminal) -> ExitCode {
    outcome.unwrap_or_else(|error| terminal.fail(&error))
}
