//! `jarshy check`: what it says, in which form, and what it leaves alone.

use crate::command::{Run, run};
use crate::site::Site;
use serde_json::{Value, json};

/// Checks in the folder of a newsroom.
fn check(site: &Site, arguments: &[&str]) -> Run {
    run(site.root(), &[&["check", "--now", "2026-01-01T00:00:00Z"], arguments].concat(), &[("LC_ALL", "C")])
}

/// A newsroom in one language, in which nothing is wrong.
fn sound() -> Site {
    let site = Site::empty().file(
        "content/site.yaml",
        "base_url: https://assembly.example\nlanguages: [ru]\ntime_zone: Asia/Almaty\nauthority: assembly.example,2024\n\
         identity:\n  ru: {name: Ассамблея народа, description: Новости}\n",
    );
    let site = site.file("content/regions.yaml", "qostanai:\n  iso: KZ-39\n  names: {ru: Костанайская область}\n");
    site.release("2024-10-18-kenes", "ru", "title: Совет прошёл\ndate: 2024-10-18", "Делегаты собрались утром.")
}

fn with_warning() -> Site {
    sound().release("b", "ru", "title: Совет: итоги\ndate: 2024-10-18", "Решение принято.")
}

fn with_error() -> Site {
    sound().release("b", "ru", "title: Итоги\ndate: осенью", "Решение принято.")
}

#[test]
fn a_sound_newsroom_has_nothing_to_mend() {
    let Run { code, out, err } = check(&sound(), &["--strict"]);
    assert_eq!((code, out.as_str(), err.as_str()), (Some(0), "Checked 1 file: nothing to mend\n", ""));
}

#[test]
fn only_errors_fail_a_check_and_warnings_when_it_is_strict() {
    assert_eq!(check(&with_error(), &[]).code, Some(1));
    assert_eq!(check(&with_warning(), &[]).code, Some(0));
    assert_eq!(check(&with_warning(), &["--strict"]).code, Some(1));
    assert_eq!(run(sound().root(), &["--root", "nowhere", "check"], &[]).code, Some(2));
}

#[test]
fn a_check_makes_no_site_and_changes_no_content() {
    let site = with_warning();
    let before = site.input();
    check(&site, &[]);
    assert_eq!(site.input(), before);
    assert!(!site.root().join("public").exists());
}

#[test]
fn a_template_that_fails_only_when_it_is_used_is_told() {
    let site = sound().build().edit(
        "../themes/default/templates/release.html",
        "{{ release.title | marked }}",
        "{{ nobody.knows }}",
    );
    let report = check(&site, &["--format", "short"]);
    assert_eq!(report.code, Some(1));
    assert!(report.out.contains("error[broken-template]: "), "{}", report.out);
}

#[test]
fn a_report_for_people_quotes_the_line_in_their_language() {
    let Run { out, err, .. } = check(&with_warning(), &["--ui-lang", "ru"]);
    assert!(out.starts_with("предупреждение[unquoted-colon]: В тексте поля «title» есть двоеточие"), "{out}");
    assert!(
        out.contains("2 | title: Совет: итоги\n  |        ^^^^^^^^^^^^")
            && out.ends_with("\nПроверено 2 файла: 1 предупреждение\n"),
        "{out}"
    );
    assert_eq!(err, "");
    let kazakh = run(with_warning().root(), &["check"], &[("LANG", "kk_KZ.UTF-8")]);
    assert!(kazakh.out.ends_with("\n2 файл тексерілді: 1 ескерту\n"), "{}", kazakh.out);
}

#[test]
fn a_report_for_programs_is_one_array() {
    let report = check(&with_warning(), &["--format", "json"]).out;
    let entries: Vec<Value> = serde_json::from_str(&report).unwrap();
    let expected = json!({
        "code": "unquoted-colon", "severity": "warning", "file": "content/releases/b/ru.md", "line": 2, "column": 8,
        "text": "Совет: итоги", "message": entries[0]["message"], "remedy": entries[0]["remedy"],
    });
    assert_eq!(entries, [expected]);
    assert_eq!(check(&sound(), &["--format", "json"]).out, "[]\n");
}

#[test]
fn a_report_for_code_hosts_is_an_annotation_or_sarif() {
    let site = with_warning();
    let line = check(&site, &["--format", "github"]).out;
    assert!(
        line.starts_with("::warning file=content/releases/b/ru.md,line=2,col=8,endColumn=20,title=unquoted-colon::"),
        "{line}"
    );
    let log: Value = serde_json::from_str(&check(&site, &["--format", "sarif"]).out).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "unquoted-colon");
    let line = check(&site, &["--format", "short"]).out;
    assert!(
        line.starts_with("content/releases/b/ru.md:2:8: warning[unquoted-colon]: ") && line.lines().count() == 1,
        "{line}"
    );
}

#[test]
fn what_a_baseline_knows_is_not_told_and_what_is_new_is() {
    let site = with_warning();
    assert_eq!(check(&site, &["--baseline", "known.txt"]).code, Some(2), "there is none yet");
    assert_eq!(check(&site, &["--baseline", "known.txt", "--update-baseline", "--strict"]).code, Some(0));
    let site = site.edit("releases/b/ru.md", "title: ", "summary: Кратко\ntitle: ");
    assert_eq!(
        check(&site, &["--baseline", "known.txt"]).out,
        "Checked 2 files: nothing to mend\n",
        "it moved to another line"
    );
    let site = site.edit("releases/b/ru.md", "Совет: итоги", "Совет: новое");
    let report = check(&site, &["--baseline", "known.txt", "--format", "short"]);
    assert!(report.out.contains(":3:8: warning[unquoted-colon]: "), "{}", report.out);
    let broken = site.file("known.txt", "unquoted-colon\n");
    let report = check(&broken, &["--baseline", "known.txt"]);
    assert_eq!((report.code, report.err.contains("“known.txt”, line 1: ")), (Some(2), true), "{}", report.err);
}

#[test]
fn a_code_is_explained_in_the_language_of_the_user() {
    let explain = |word: &str, ui: &str| check_nothing(&["check", "--explain", word, "--ui-lang", ui]);
    let russian = explain("unknown-region", "ru");
    assert_eq!(russian.code, Some(0));
    assert!(russian.out.starts_with("unknown-region — ошибка\n\n"), "{}", russian.out);
    assert!(russian.out.contains("неверно: ") && russian.out.contains("верно: "), "{}", russian.out);
    assert!(explain("unknown-region", "kk").out.starts_with("unknown-region — қате\n\n"));
    let unknown = explain("unknown-reigon", "en");
    assert_eq!((unknown.code, unknown.err.contains("perhaps unknown-region is meant")), (Some(2), true));
}

/// Starts the program where there is no newsroom.
fn check_nothing(arguments: &[&str]) -> Run {
    run(tempfile::tempdir().unwrap().path(), arguments, &[("LC_ALL", "C")])
}

/// A release with what can be mended: a Latin letter in a Cyrillic word, a hyphen for a dash, a colon without quotes.
fn to_mend() -> Site {
    sound().release("b", "ru", "title: Совет: итоги\ndate: 2024-10-18", "Решение приняли в Костанаe - единогласно.")
}

#[test]
fn what_would_be_mended_is_shown_and_nothing_is_changed() {
    let site = to_mend();
    let before = site.input();
    let Run { code, out, err } = check(&site, &["--diff"]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("--- a/content/releases/b/ru.md\n+++ b/content/releases/b/ru.md\n@@ "), "{out}");
    assert!(out.contains("\n-title: Совет: итоги\n+title: \"Совет: итоги\"\n"), "{out}");
    assert!(
        out.ends_with("\n-Решение приняли в Костанаe - единогласно.\n+Решение приняли в Костанае — единогласно.\n"),
        "{out}"
    );
    assert_eq!(err, "--fix will mend 3 places in 1 file; nothing has been changed yet\n");
    assert_eq!(site.input(), before);
}

#[test]
fn what_is_mended_is_what_was_shown_and_stays_mended() {
    let site = to_mend();
    let Run { code, out, err } = check(&site, &["--fix", "--strict"]);
    assert_eq!((code, out.as_str()), (Some(0), "Checked 2 files: nothing to mend\n"));
    assert_eq!(err, "Mended 3 places in 1 file\n");
    let expected = to_mend().release(
        "b",
        "ru",
        "title: \"Совет: итоги\"\ndate: 2024-10-18",
        "Решение приняли в Костанае — единогласно.",
    );
    assert_eq!(site.input(), expected.input());
    assert_eq!(check(&site, &["--fix"]).err, "Nothing was mended\n");
    assert_eq!(site.input(), expected.input());
}

#[test]
fn a_rule_that_is_off_mends_nothing() {
    let site = to_mend().edit("site.yaml", "identity:", "rules: {mixed-scripts: off, unquoted-colon: off}\nidentity:");
    check(&site, &["--fix"]);
    let expected = to_mend().release(
        "b",
        "ru",
        "title: Совет: итоги\ndate: 2024-10-18",
        "Решение приняли в Костанаe — единогласно.",
    );
    let text = |site: &Site| site.input()["content/releases/b/ru.md"].clone();
    assert_eq!(text(&site), text(&expected));
}
