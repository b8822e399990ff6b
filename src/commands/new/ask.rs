//! Questions on a terminal, in the language of the user.

use crate::commands::new::stop::Stop;
use crate::commands::terminal::Terminal;
use crate::language::names::fold;
use crate::report::{Colour, UiLanguage, phrase};
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{InquireError, MultiSelect, Select, Text};
use std::fmt;
use std::io::{self, IsTerminal};

/// One of several answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// What is taken; nothing for the answer that none is right.
    pub value: Option<String>,
    /// What is shown.
    pub label: String,
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}

/// Checks an answer; a sentence says what is wrong with it.
pub type Check = fn(UiLanguage, &str) -> Result<(), String>;

/// Somebody who can be asked.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    ui: UiLanguage,
    colour: Colour,
}

impl Asker {
    /// Nobody where there is no terminal.
    pub fn at(terminal: &Terminal) -> Option<Self> {
        let there = io::stdin().is_terminal() && io::stderr().is_terminal();
        there.then_some(Self { ui: terminal.ui(), colour: terminal.colour() })
    }

    /// A line of text.
    pub fn text(self, key: &str, default: Option<&str>, check: Check) -> Result<String, Stop> {
        let question = phrase(self.ui, key, []);
        let ui = self.ui;
        let validator = move |text: &str| {
            Ok(match check(ui, text) {
                Ok(()) => Validation::Valid,
                Err(sentence) => Validation::Invalid(sentence.into()),
            })
        };
        let prompt = Text::new(&question).with_validator(validator).with_render_config(self.look());
        let answer = match default {
            Some(default) => prompt.with_default(default).prompt(),
            None => prompt.prompt(),
        };
        answer.map_err(|error| self.stop(error))
    }

    /// One of several answers; what is typed narrows them down, in any case.
    pub fn one(self, key: &str, choices: Vec<Choice>) -> Result<Option<String>, Stop> {
        let (question, help) = (phrase(self.ui, key, []), phrase(self.ui, "new-help-one", []));
        let scorer = |typed: &str, _: &Choice, label: &str, _: usize| score(typed, label);
        let prompt = Select::new(&question, choices).with_help_message(&help).with_render_config(self.look());
        let answer = prompt.with_scorer(&scorer).prompt();
        answer.map(|choice| choice.value).map_err(|error| self.stop(error))
    }

    /// Any of several answers; all are chosen at first, or none.
    pub fn many(self, key: &str, choices: Vec<Choice>, first: First) -> Result<Vec<String>, Stop> {
        let (question, help) = (phrase(self.ui, key, []), phrase(self.ui, "new-help-many", []));
        let scorer = |typed: &str, _: &Choice, label: &str, _: usize| score(typed, label);
        let prompt = MultiSelect::new(&question, choices).with_help_message(&help).with_render_config(self.look());
        let prompt = prompt.with_scorer(&scorer).with_keep_filter(false);
        let prompt = if first == First::All { prompt.with_all_selected_by_default() } else { prompt };
        let answer = prompt.prompt().map_err(|error| self.stop(error))?;
        Ok(answer.into_iter().filter_map(|choice| choice.value).collect())
    }

    fn look(self) -> RenderConfig<'static> {
        let look = match self.colour {
            Colour::Plain => RenderConfig::empty(),
            Colour::Styled => RenderConfig::default_colored(),
        };
        look.with_canceled_prompt_indicator(Styled::new("—"))
    }

    fn stop(self, error: InquireError) -> Stop {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => {
                Stop::phrase(self.ui, "new-cancelled", [])
            }
            InquireError::IO(error) => Stop::World(error),
            other => Stop::World(io::Error::other(other.to_string())),
        }
    }
}

/// Which answers are chosen at first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum First {
    /// All.
    All,
    /// None.
    None,
}

/// The nearer to its beginning an answer has what was typed, the better; `None` if it has it nowhere.
fn score(typed: &str, label: &str) -> Option<i64> {
    let at = fold(label).find(&fold(typed))?;
    Some(-i64::try_from(at).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn an_answer_is_found_by_any_part_of_it_in_any_case() {
        assert_eq!(score("ҚОСТ", "Қостанай облысы"), Some(0));
        assert!(score("облыс", "Қостанай облысы") < score("қост", "Қостанай облысы"));
        assert_eq!(score("абай", "Қостанай облысы"), None);
    }
}
