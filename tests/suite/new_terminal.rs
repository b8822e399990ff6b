//! `jarshy new` on a terminal: it asks for what it is not told, in the language of the user.
#![cfg(unix)]

use crate::site::{Site, tree};
use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Expect, Session};
use std::process::Command;
use std::time::Duration;

fn start(site: &Site, arguments: &[&str]) -> OsSession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jarshy"));
    command
        .current_dir(site.root())
        .args(["new"])
        .args(arguments)
        .env_clear()
        .env("TERM", "xterm")
        .env("LC_ALL", "kk_KZ.UTF-8");
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(60)));
    session
}

/// Waits for a question, then types.
#[track_caller]
fn answer(session: &mut OsSession, question: &str, typed: &str) {
    session.expect(question).unwrap_or_else(|error| panic!("{question}: {error}"));
    session.send(typed).unwrap();
}

#[track_caller]
fn ended(session: &mut OsSession, code: i32) {
    session.expect(expectrl::Eof).unwrap();
    assert!(matches!(session.get_process().wait().unwrap(), WaitStatus::Exited(_, exit) if exit == code));
}

const ENTER: &str = "\r";

fn site() -> Site {
    Site::plain()
        .file("content/tags.yaml", "dostyq-uii: {kk: Достық үйі, ru: Дом дружбы}\n")
        .file("content/projects/kesh/kk.md", "---\ntitle: Достық кештері\n---\nМәтін.\n")
}

#[test]
fn a_release_is_asked_for_step_by_step() {
    let site = site();
    let mut session = start(&site, &["release"]);
    answer(&mut session, "Қай тілде жазасыз?", "рус");
    answer(&mut session, "Русский", ENTER);
    answer(&mut session, "Тақырып:", "Ночь: «Достық» — 30 лет\r");
    answer(&mut session, "Күні:", "20.11.2026\r");
    answer(&mut session, "Өңір:", "КОСТАН");
    answer(&mut session, "Костанайская", ENTER);
    answer(&mut session, "Жоба:", "\u{1b}[B\r");
    answer(&mut session, "Тегтер:", " \r");
    answer(&mut session, "Қай тілдерге аударылады?", ENTER);
    session.expect("Жасалды:").unwrap();
    ended(&mut session, 0);
    let made = tree(&site.root().join("content/releases"));
    let folder = "2026/2026-11-20-noch-dostyq-30-let";
    let names: Vec<&String> = made.keys().collect();
    assert_eq!(names, [&format!("{folder}/en.md"), &format!("{folder}/kk.md"), &format!("{folder}/ru.md")]);
    let front = String::from_utf8(made[&format!("{folder}/ru.md")].clone()).unwrap();
    let front = front.split("draft:").next().unwrap();
    assert_eq!(
        front,
        "---\ntitle: \"Ночь: «Достық» — 30 лет\"\nsummary:\ndate: 2026-11-20\nregion: Костанайская область\n\
         project: Достық кештері\ntags: Дом дружбы\n"
    );
    site.build();
}

#[test]
fn an_answer_that_is_none_is_told_and_asked_for_again() {
    let site = site();
    let mut session = start(&site, &["page", "--lang", "kk"]);
    answer(&mut session, "Тақырып:", ENTER);
    answer(&mut session, "Тақырып керек", "Біз туралы\r");
    answer(&mut session, "Қай тілдерге аударылады?", "\u{1b}[D\r");
    session.expect("Жасалды:").unwrap();
    ended(&mut session, 0);
    assert_eq!(tree(&site.root().join("content/pages")).into_keys().collect::<Vec<_>>(), ["biz-turaly/kk.md"]);
}

#[test]
fn who_gives_up_has_made_nothing() {
    let site = site();
    let before = tree(site.root());
    for key in ["\u{3}", "\u{1b}"] {
        let mut session = start(&site, &["project"]);
        answer(&mut session, "Қай тілде жазасыз?", key);
        session.expect("Ештеңе жасалған жоқ").unwrap();
        ended(&mut session, 1);
    }
    assert_eq!(tree(site.root()), before);
}

#[test]
fn nobody_is_asked_who_has_said_all_that_is_needed() {
    let site = site();
    let mut session = start(&site, &["release", "--title", "Кеш", "--lang", "kk", "--date", "2026-01-02"]);
    session.expect("2026-01-02-kesh/kk.md").unwrap();
    ended(&mut session, 0);
}

#[test]
fn a_release_to_translate_is_chosen_from_a_list() {
    let site = site().release("2025-01-01-kesh", "kk", "title: Достық кеші\ndate: 2025-01-01", "Мәтін.");
    let mut session = start(&site, &["translation"]);
    answer(&mut session, "Қай пресс-релиз?", "достық");
    answer(&mut session, "Достық кеші", ENTER);
    answer(&mut session, "Қай тілге?", ENTER);
    session.expect("Жасалды:").unwrap();
    ended(&mut session, 0);
    assert!(site.root().join("content/releases/2025-01-01-kesh/ru.md").exists());
}
