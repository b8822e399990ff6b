//! `jarshy build`.

use crate::commands::terminal::{Bar, Terminal};
use crate::location::BaseUrl;
use crate::pipeline::{self, Order, Outcome};
use crate::plan::Audience;
use crate::report;
use clap::Args;
use jiff::Timestamp;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// What `jarshy build` is told.
#[derive(Debug, Args)]
pub struct Build {
    /// The folder for the site [default: public, beside content/].
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The moment at which the site is made public, as RFC 3339 [default: now].
    #[arg(long, value_name = "INSTANT")]
    now: Option<Timestamp>,
    /// Where the site will stand, when not where site.yaml says.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<BaseUrl>,
    /// Adds drafts and releases that are not yet public, marked as such.
    #[arg(long)]
    drafts: bool,
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text)
        .ok_or_else(|| "an http or https address is needed, such as https://assembly.example/news".to_owned())
}

impl Build {
    /// Builds, and says what came of it.
    pub fn run(&self, root: &Path) -> ExitCode {
        let terminal = Terminal::of_environment();
        let begun = Instant::now();
        match self.outcome(root, &terminal) {
            Ok(Outcome { sources, findings, built }) => {
                terminal.report(&findings, &sources);
                let Some(built) = built else {
                    terminal.complain(&report::refused(terminal.ui()));
                    return ExitCode::from(1);
                };
                terminal.say(&report::built(built.done(), begun.elapsed(), terminal.ui()));
                ExitCode::SUCCESS
            }
            Err(error) => {
                terminal.complain(&report::failed(&error, terminal.ui()));
                ExitCode::from(2)
            }
        }
    }

    fn outcome(&self, root: &Path, terminal: &Terminal) -> io::Result<Outcome> {
        if !root.is_dir() {
            let reason = report::no_folder(&root.to_string_lossy(), terminal.ui());
            return Err(io::Error::new(io::ErrorKind::NotFound, reason));
        }
        let out = self.out.clone().unwrap_or_else(|| root.join("public"));
        if out.is_file() {
            let reason = report::no_folder_but_file(&out.to_string_lossy(), terminal.ui());
            return Err(io::Error::new(io::ErrorKind::NotADirectory, reason));
        }
        let order = Order {
            root: root.to_path_buf(),
            out,
            now: self.now.unwrap_or_else(Timestamp::now),
            base_url: self.base_url.clone(),
            audience: if self.drafts { Audience::Editors } else { Audience::Public },
        };
        pipeline::build(&order, &Bar::new())
    }
}
