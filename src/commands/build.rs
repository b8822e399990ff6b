//! `jarshy build`.

use crate::commands::terminal::{Bar, Terminal};
use crate::commands::{order_of, outcome_code};
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

/// An address of the web, or what one looks like.
pub fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text)
        .ok_or_else(|| "an http or https address is needed, such as https://assembly.example/news".to_owned())
}

impl Build {
    /// Builds, and says what came of it.
    pub fn run(&self, root: &Path, terminal: &Terminal) -> ExitCode {
        let begun = Instant::now();
        let outcome = self.outcome(root, terminal).map(|Outcome { sources, findings, built }| {
            terminal.report(&findings, &sources);
            let Some(built) = built else {
                terminal.complain(&report::refused(terminal.ui()));
                return ExitCode::from(1);
            };
            terminal.answer(&report::built(built.done(), begun.elapsed(), terminal.ui()), ExitCode::SUCCESS)
        });
        outcome_code(outcome, terminal)
    }

    fn outcome(&self, root: &Path, terminal: &Terminal) -> io::Result<Outcome> {
        let audience = if self.drafts { Audience::Editors } else { Audience::Public };
        let order = order_of(root, self.out.clone(), self.now, audience, terminal)?;
        pipeline::build(&Order { base_url: self.base_url.clone(), ..order }, &Bar::new())
    }
}
