//! The command line as types: what stands here is what `--help`, the completions and the manual say.

use crate::commands::Terminal;
use crate::commands::build::Build;
use crate::commands::check::Check;
use crate::commands::manual;
use crate::commands::new::New;
use crate::commands::next::Next;
use crate::commands::serve::Serve;
use crate::commands::status::Status;
use crate::report::UiLanguage;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;
use std::process::ExitCode;

/// Жаршы (herald): turns Markdown press releases into a newsroom in several languages.
#[derive(Debug, Parser)]
#[command(name = "jarshy", version, max_term_width = 100)]
pub struct Arguments {
    /// The folder that holds content/ and themes/.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The language of messages [default: that of the computer].
    #[arg(long, global = true, value_name = "LANG", value_parser = ui_language())]
    pub ui_lang: Option<UiLanguage>,
    #[command(subcommand)]
    command: Command,
}

fn ui_language() -> impl TypedValueParser<Value = UiLanguage> {
    PossibleValuesParser::new(["kk", "ru", "en"]).map(|tag| UiLanguage::from_locale(&tag))
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
    /// Makes something new: a release, a translation, a project, a page, a whole newsroom.
    ///
    /// It asks for what it is not told. Nothing that is there is ever written over.
    ///
    /// Exit code 0: it is made; 1: it cannot be made so, and nothing was written; 2: it could not be done.
    #[command(subcommand)]
    New(New),
    /// Says when the site will next change by itself, and why.
    ///
    /// An embargo is lifted, a release expires or is no longer news, an event is over: then the site must be built again.
    ///
    /// Exit code 0: there is such a moment; 3: there is none; 1: the content has errors; 2: it could not be done.
    Next(Next),
    /// Shows the site on this computer, fresh after every save, with a desk for editors at /_desk/.
    ///
    /// Drafts and embargoed releases are shown, marked. Ctrl+C ends it.
    ///
    /// Exit code 0: it was ended; 2: it could not be begun.
    Serve(Serve),
    /// Shows how each release stands in each language.
    ///
    /// A text is done, stale (the original was changed since it was translated), missing, a draft, embargoed or expired.
    ///
    /// Exit code 0: it is shown; 1: so is it, but the content has errors; 2: it could not be done.
    Status(Status),
    /// Prints what a shell needs to complete the commands.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Prints the manual page of the program, or of one of its commands: jarshy man new release.
    Man {
        /// The command.
        command: Vec<String>,
    },
}

/// Does what the command line says.
pub fn run(arguments: &Arguments) -> ExitCode {
    // Where files may not grow any further, the system would end the program without a word; so it only refuses to write.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    let (root, terminal) = (&arguments.root, &Terminal::new(arguments.ui_lang));
    match &arguments.command {
        Command::Build(build) => build.run(root, terminal),
        Command::Check(check) => check.run(root, terminal),
        Command::New(new) => new.run(root, terminal),
        Command::Next(next) => next.run(root, terminal),
        Command::Serve(serve) => serve.run(root, terminal),
        Command::Status(status) => status.run(root, terminal),
        Command::Completions { shell } => manual::completions(*shell, Arguments::command(), terminal),
        Command::Man { command } => manual::page(command, Arguments::command(), terminal),
    }
}
