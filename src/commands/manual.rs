//! `jarshy completions` and `jarshy man`: what the command line says of itself.

use crate::commands::terminal::Terminal;
use crate::diagnostic::nearest;
use crate::report::phrase;
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::process::ExitCode;

/// Prints the completions for a shell.
pub fn completions(shell: Shell, mut program: Command, terminal: &Terminal) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut program, "jarshy", &mut script);
    terminal.answer(String::from_utf8_lossy(&script).trim_end(), ExitCode::SUCCESS)
}

/// Prints the page of the program, or of the command that the words name.
pub fn page(words: &[String], mut program: Command, terminal: &Terminal) -> ExitCode {
    program.build();
    let mut command = &program;
    for word in words {
        let Some(found) = command.find_subcommand(word) else {
            let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let nearest = nearest(word, known.iter().copied()).unwrap_or("none");
            let args = [("command", word.into()), ("nearest", nearest.into()), ("known", known.join(", ").into())];
            terminal.complain(&phrase(terminal.ui(), "manual-unknown", args));
            return ExitCode::from(2);
        };
        command = found;
    }
    let mut page = Vec::new();
    match Man::new(command.clone()).render(&mut page) {
        Ok(()) => terminal.answer(String::from_utf8_lossy(&page).trim_end(), ExitCode::SUCCESS),
        Err(error) => terminal.fail(&error),
    }
}
