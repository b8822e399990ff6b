//! The command line as types: what stands here is what `--help` says.

use crate::commands::Terminal;
use crate::commands::build::Build;
use crate::commands::check::Check;
use crate::report::UiLanguage;
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
    /// The language of messages: kk, ru or en [default: that of the computer].
    #[arg(long, global = true, value_name = "LANG", value_parser = ui_language)]
    pub ui_lang: Option<UiLanguage>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes the site.
    ///
    /// Exit code 0: it is built; 1: the content has errors, and nothing was written; 2: it could not be done.
    Build(Build),
    /// Looks for mistakes, as a careful editor would, and writes no site.
    ///
    /// Exit code 0: there is nothing that a build refuses; 1: there is (with --strict: there are warnings); 2: it could
    /// not be done.
    Check(Check),
}

fn ui_language(tag: &str) -> Result<UiLanguage, String> {
    UiLanguage::ALL.into_iter().find(|ui| ui.tag() == tag).ok_or_else(|| "kk, ru or en".to_owned())
}

/// Does what the command line says.
pub fn run(arguments: &Arguments) -> ExitCode {
    let terminal = Terminal::new(arguments.ui_lang);
    match &arguments.command {
        Command::Build(build) => build.run(&arguments.root, &terminal),
        Command::Check(check) => check.run(&arguments.root, &terminal),
    }
}
