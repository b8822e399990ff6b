//! Why nothing is made.

use crate::commands::terminal::Terminal;
use crate::commands::vocabulary::said;
use crate::diagnostic::Diagnostic;
use crate::report::{UiLanguage, phrase};
use fluent_bundle::FluentValue;
use std::io;
use std::process::ExitCode;

/// Why nothing is made.
#[derive(Debug)]
pub enum Stop {
    /// What was asked for cannot be made; a sentence says why, and what to do.
    Refused(String),
    /// The disk or the terminal refuses.
    World(io::Error),
    /// All has been said.
    Told(ExitCode),
}

impl Stop {
    /// A refusal in the words of a message.
    pub fn phrase<const N: usize>(ui: UiLanguage, key: &str, args: [(&'static str, FluentValue<'_>); N]) -> Self {
        Self::Refused(phrase(ui, key, args))
    }

    /// A refusal in the words of a finding.
    pub fn finding(ui: UiLanguage, finding: &Diagnostic) -> Self {
        Self::Refused(said(finding, ui))
    }

    /// Says it; the exit code.
    pub fn tell(self, terminal: &Terminal) -> ExitCode {
        match self {
            Self::Refused(sentence) => {
                terminal.complain(&sentence);
                ExitCode::from(1)
            }
            Self::World(error) => terminal.fail(&error),
            Self::Told(code) => code,
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::World(error)
    }
}
