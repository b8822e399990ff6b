//! What the user sees: his language, colours, a progress bar where there is a terminal to draw it on.

use crate::diagnostic::Diagnostic;
use crate::pipeline::Progress;
use crate::report::{self, Colour, Texts, UiLanguage};
use crate::source::Sources;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write};

/// How to speak to the user.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    ui: UiLanguage,
    colour: Colour,
}

impl Terminal {
    /// By the environment: the locale, and whether the messages go to a terminal (`NO_COLOR` is heeded).
    pub fn of_environment() -> Self {
        Self::speaking(None)
    }

    /// The same, in the language that was asked for.
    pub fn speaking(asked: Option<UiLanguage>) -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        let locale = locale.into_iter().find(|value| !value.is_empty()).unwrap_or_default();
        let plain =
            std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) || !std::io::stderr().is_terminal();
        let colour = if plain { Colour::Plain } else { Colour::Styled };
        Self { ui: asked.unwrap_or_else(|| UiLanguage::from_locale(&locale)), colour }
    }

    /// The language of messages.
    pub fn ui(&self) -> UiLanguage {
        self.ui
    }

    /// Shows findings, with the lines that they are about.
    pub fn report(&self, findings: &[Diagnostic], sources: &Sources) {
        if !findings.is_empty() {
            self.complain(&report::for_people(findings, &Quoted(sources), self.ui, self.colour));
            self.complain(&report::summary(findings, self.ui));
        }
    }

    /// Says something on standard output.
    pub fn say(&self, text: &str) {
        // A reader that has gone away is no reason to fail.
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// Says something on standard error.
    pub fn complain(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
    }
}

struct Quoted<'a>(&'a Sources);

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
