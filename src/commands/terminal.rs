//! What the user sees: his language, colours, a progress bar where there is a terminal to draw it on.

use crate::diagnostic::Diagnostic;
use crate::pipeline::Progress;
use crate::report::{self, Colour, Texts, UiLanguage};
use crate::source::Sources;
use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, Write};
use std::process::ExitCode;

/// How to speak to the user.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    ui: UiLanguage,
    /// Of standard output.
    out: Colour,
    /// Of standard error.
    err: Colour,
}

impl Terminal {
    /// In a language, or in that of the environment's locale; with colours where there is a terminal that shows them
    /// (`NO_COLOR`, `CLICOLOR` and `TERM` are heeded).
    pub fn new(ui: Option<UiLanguage>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        let locale = locale.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
        let ui = ui.unwrap_or_else(|| UiLanguage::from_locale(&locale));
        Self { ui, out: colour(&io::stdout()), err: colour(&io::stderr()) }
    }

    /// The language of messages.
    pub fn ui(&self) -> UiLanguage {
        self.ui
    }

    /// The colours of standard output.
    pub fn colour(&self) -> Colour {
        self.out
    }

    /// Shows findings beside what was asked for, with the lines that they are about.
    pub fn report(&self, findings: &[Diagnostic], sources: &Sources) {
        if !findings.is_empty() {
            self.complain(&report::for_people(findings, &Quoted(sources), self.ui, self.err));
            self.complain(&report::summary(findings, self.ui));
        }
    }

    /// Says something on standard output. A reader that has gone away is no reason to fail.
    ///
    /// # Errors
    /// When it leads to a disk that refuses.
    pub fn say(&self, text: &str) -> io::Result<()> {
        writeln!(io::stdout(), "{text}").or_else(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => Ok(()),
            _ => Err(error),
        })
    }

    /// Says something on standard output; the exit code, which is another when it could not be said.
    pub fn answer(&self, text: &str, code: ExitCode) -> ExitCode {
        self.say(text).map_or_else(|error| self.fail(&error), |()| code)
    }

    /// Says that something could not be done; the exit code for that.
    pub fn fail(&self, error: &io::Error) -> ExitCode {
        self.complain(&report::impossible(error, self.ui));
        ExitCode::from(2)
    }

    /// Says something on standard error.
    pub fn complain(&self, text: &str) {
        let _ = writeln!(io::stderr(), "{}", text.trim_end());
    }
}

fn colour(stream: &impl RawStream) -> Colour {
    if AutoStream::choice(stream) == ColorChoice::Never { Colour::Plain } else { Colour::Styled }
}

/// The texts of a snapshot.
pub struct Quoted<'a>(pub &'a Sources);

impl Texts for Quoted<'_> {
    fn text(&self, file: &str) -> Option<String> {
        self.0.quote(file)
    }
}

/// A progress bar; without a terminal it draws nothing.
#[derive(Debug)]
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar on standard error.
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{bar:40.cyan/white} {pos}/{len}");
        Self(style.map_or_else(|_| bar.clone(), |style| bar.clone().with_style(style)))
    }
}

impl Progress for Bar {
    fn begin(&self, targets: usize) {
        self.0.set_length(targets as u64);
    }

    fn advance(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
