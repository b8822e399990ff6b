//! What the user sees: his language, colours, a progress bar where there is a terminal to draw it on.

use crate::diagnostic::Diagnostic;
use crate::pipeline::Progress;
use crate::report::{self, Colour, Texts, UiLanguage};
use crate::source::Sources;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal, Write};
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
    /// In a language, or in that of the environment's locale; with colours where there is a terminal to show them
    /// (`NO_COLOR` is heeded).
    pub fn new(ui: Option<UiLanguage>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        let locale = locale.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
        let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colour = |is_terminal: bool| if plain || !is_terminal { Colour::Plain } else { Colour::Styled };
        let ui = ui.unwrap_or_else(|| UiLanguage::from_locale(&locale));
        Self { ui, out: colour(std::io::stdout().is_terminal()), err: colour(std::io::stderr().is_terminal()) }
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

    /// Says something on standard output.
    pub fn say(&self, text: &str) {
        // A reader that has gone away is no reason to fail.
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// Says that something could not be done; the exit code for that.
    pub fn fail(&self, error: &io::Error) -> ExitCode {
        self.complain(&report::impossible(error, self.ui));
        ExitCode::from(2)
    }

    /// Says something on standard error.
    pub fn complain(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
    }
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
