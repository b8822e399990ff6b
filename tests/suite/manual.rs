//! What the command line says of itself, for shells and for readers of manuals.

use crate::command::run;
use std::path::Path;

fn said(arguments: &[&str]) -> String {
    let run = run(Path::new("."), arguments, &[("LC_ALL", "C")]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    run.out
}

#[test]
fn every_shell_can_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = said(&["completions", shell]);
        for word in ["build", "next", "completions", "man", "base-url", "ui-lang"] {
            assert!(script.contains(word), "{word} in {shell}");
        }
    }
}

#[cfg(unix)]
#[test]
fn bash_can_read_its_completions() {
    let script = said(&["completions", "bash"]);
    let asked =
        format!("{script}\nCOMP_WORDS=(jarshy bu) COMP_CWORD=1\n_jarshy jarshy bu jarshy\necho \"${{COMPREPLY[@]}}\"");
    let output = std::process::Command::new("bash").args(["-c", &asked]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "build\n");
}

#[test]
fn the_manual_says_what_the_help_says() {
    let page = said(&["man"]);
    for part in [".TH jarshy 1", "Жаршы", ".SH OPTIONS", "\\-\\-ui\\-lang", "jarshy\\-build(1)", "Makes the site"]
    {
        assert!(page.contains(part), "{part} in {page}");
    }
    let page = said(&["man", "build"]);
    for part in [".TH jarshy-build 1", "\\-\\-base\\-url", "Exit code 0"] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn a_manual_of_no_command_is_told_with_the_nearest() {
    let run = run(Path::new("."), &["man", "biuld"], &[("LC_ALL", "ru_RU.UTF-8")]);
    let said = "Команды «biuld» нет; возможно, имелась в виду «build»\n";
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(2), "", said));
}

#[test]
fn the_language_of_messages_can_be_asked_for() {
    for (language, said) in [("kk", "деген қалта жоқ"), ("ru", "нет папки"), ("en", "there is no folder")]
    {
        for arguments in [["--ui-lang", language, "build"], ["build", "--ui-lang", language]] {
            let run = run(Path::new("."), &[&["--root", "nowhere"], &arguments[..]].concat(), &[("LC_ALL", "de_DE")]);
            assert!(run.err.contains(said), "{}", run.err);
        }
    }
    let run = run(Path::new("."), &["--ui-lang", "de", "build"], &[]);
    assert!(run.code == Some(2) && run.err.contains("kk, ru, en"), "{}", run.err);
}
