//! The command line as types: what stands here is what `--help` says.

use crate::commands::build::Build;
use crate::commands::serve::Serve;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Жаршы (herald): turns Markdown press releases into a newsroom in several languages.
#[derive(Debug, Parser)]
#[command(name = "jarshy", version, max_term_width = 100)]
pub struct Arguments {
    /// The folder that holds content/ and themes/.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes the site.
    ///
    /// Exit code 0: it is built; 1: the content has errors, and nothing was written; 2: it could not be done.
    Build(Build),
    /// Shows the site on this computer, fresh after every save, with a desk for editors at /_desk/.
    ///
    /// Drafts and embargoed releases are shown, marked. Ctrl+C ends it. Exit code 0: it was ended; 2: it could not be begun.
    Serve(Serve),
}

/// Does what the command line says.
pub fn run(arguments: &Arguments) -> ExitCode {
    match &arguments.command {
        Command::Build(build) => build.run(&arguments.root),
        Command::Serve(serve) => serve.run(&arguments.root),
    }
}
