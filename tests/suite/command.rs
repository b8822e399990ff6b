//! The program as people start it: arguments, exit codes, what it says where, and what it leaves on the disk.

use crate::site::{Site, Tree, attributes, tree};
use std::path::Path;
use std::process::Command;

/// What came of a run.
pub struct Run {
    /// The exit code.
    pub code: Option<i32>,
    /// What it said on standard output.
    pub out: String,
    /// What it said on standard error.
    pub err: String,
}

/// Starts the program in a folder, with nothing in its environment but this.
pub fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jarshy"));
    command.current_dir(folder).args(arguments).env_clear().envs(environment.iter().copied());
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Builds in the folder of a newsroom.
fn build(site: &Site, arguments: &[&str]) -> Run {
    run(site.root(), &[&["build", "--now", "2026-01-01T00:00:00Z"], arguments].concat(), &[("LC_ALL", "C")])
}

fn sound() -> Site {
    Site::empty().release("2024-10-18-kenes", "ru", "title: Совет\ndate: 2024-10-18", "Текст.")
}

fn faulty() -> Site {
    Site::empty().release("2024-10-18-kenes", "ru", "title: Совет\ndate: 2024-10-18\nregion: Атлантида", "Текст.")
}

#[test]
fn a_site_that_is_built_is_summed_up_in_one_line() {
    let site = sound();
    let first = build(&site, &[]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    assert!(first.out.starts_with("Built in ") && first.out.lines().count() == 1, "{}", first.out);
    let files = tree(&site.root().join("public")).len();
    assert!(first.out.ends_with(&format!("; files written: {files}, unchanged: 0, removed: 0\n")), "{}", first.out);
    let second = build(&site, &[]);
    assert!(second.out.ends_with(&format!("; files written: 0, unchanged: {files}, removed: 0\n")), "{}", second.out);
}

#[test]
fn errors_in_the_content_are_told_and_nothing_is_written() {
    let site = faulty();
    let before = tree(site.root());
    let Run { code, out, err } = build(&site, &[]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(
        err.contains("error[unknown-region]: ") && err.contains("content/releases/2024-10-18-kenes/ru.md:4:9"),
        "{err}"
    );
    assert!(
        err.ends_with(
            "\n1 error\nNothing was written: the site stays as it was. Mend what is listed above and build again.\n"
        ),
        "{err}"
    );
    let input = |path: &str| !path.starts_with(".jarshy/");
    let after: Tree = tree(site.root()).into_iter().filter(|(path, _)| input(path)).collect();
    assert_eq!(after, before);
    assert!(!site.root().join("public").exists());
}

#[test]
fn a_refused_build_leaves_the_last_good_site() {
    let site = sound();
    build(&site, &[]);
    let before = tree(&site.root().join("public"));
    let site = site.edit("releases/2024-10-18-kenes/ru.md", "date: 2024-10-18", "date: осенью");
    assert_eq!(build(&site, &[]).code, Some(1));
    assert_eq!(tree(&site.root().join("public")), before);
}

#[test]
fn warnings_are_told_beside_the_summary() {
    let site = Site::empty().release("a", "ru", "title: Совет: итоги\ndate: 2024-10-18", "Текст.");
    let Run { code, out, err } = build(&site, &[]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("Built in ") && out.lines().count() == 1, "{out}");
    assert!(err.starts_with("warning[unquoted-colon]: ") && err.ends_with("\n1 warning\n"), "{err}");
}

#[test]
fn only_the_output_and_the_state_are_written() {
    let site = sound();
    let before = tree(site.root());
    build(&site, &[]);
    let kept = |path: &str| !path.starts_with("public/") && !path.starts_with(".jarshy/");
    let after: Tree = tree(site.root()).into_iter().filter(|(path, _)| kept(path)).collect();
    assert_eq!(before, after);
    assert!(tree(&site.root().join("public")).keys().all(|path| !path.contains("jarshy")));
}

#[test]
fn the_newsroom_is_where_root_says_and_the_site_where_out_says() {
    let (site, elsewhere) = (sound(), tempfile::tempdir().unwrap());
    let root = site.root().to_str().unwrap();
    let locale = [("LC_ALL", "C")];
    assert_eq!(run(elsewhere.path(), &["--root", root, "build"], &locale).code, Some(0));
    assert!(site.root().join("public/index.html").exists() && tree(elsewhere.path()).is_empty());
    assert_eq!(run(elsewhere.path(), &["build", "--root", root, "--out", "a/b"], &locale).code, Some(0));
    assert!(elsewhere.path().join("a/b/index.html").exists() && !elsewhere.path().join(".jarshy").exists());
    assert_eq!(tree(&elsewhere.path().join("a/b")), tree(&site.root().join("public")));
    let manifests = tree(&site.root().join(".jarshy")).into_keys().filter(|name| name.starts_with("manifest"));
    assert_eq!(manifests.count(), 2, "one for each output");
}

#[test]
fn what_cannot_be_done_is_said_in_a_sentence() {
    let site = sound().file("file", "a").file("blocked/ru/index.html/a", "a");
    for (arguments, reason) in [
        (&["--root", "nowhere", "build"][..], "there is no folder “nowhere”\n"),
        (&["--root", "file", "build"], "there is no folder “file”\n"),
        (&["build", "--out", "file"], "“file” is a file, but a folder is needed\n"),
        (&["build", "--out", "file/below"], "file/below/"),
        (&["build", "--out", "blocked"], "blocked/ru/index.html: "),
    ] {
        let Run { code, out, err } = run(site.root(), arguments, &[("LC_ALL", "C")]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?} {err}");
        let said = err.strip_prefix("This could not be done: ");
        assert!(said.is_some_and(|said| said.starts_with(reason) && said.lines().count() == 1), "{arguments:?} {err}");
    }
    assert_eq!(std::fs::read(site.root().join("file")).unwrap(), b"a");
}

#[test]
fn values_that_mean_nothing_are_refused_before_anything_is_done() {
    let site = sound();
    for (arguments, named) in [
        (&["build", "--now", "tomorrow"][..], "--now"),
        (&["build", "--now", "2026-01-01"], "--now"),
        (&["build", "--base-url", "assembly.example"], "--base-url"),
        (&["build", "--base-url", "javascript:alert(1)"], "--base-url"),
        (&["build", "--base-url", ""], "--base-url"),
        (&["build", "--output", "x"], "--output"),
        (&["bild"], "bild"),
        (&[], "Usage"),
    ] {
        let Run { code, out, err } = run(site.root(), arguments, &[("LC_ALL", "C")]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.contains(named), "{arguments:?} {err}");
    }
    assert!(!site.root().join("public").exists());
}

#[test]
fn the_base_url_can_be_another() {
    let site = sound();
    build(&site, &["--base-url", "http://localhost:8000/news"]);
    let page = std::fs::read_to_string(site.root().join("public/ru/index.html")).unwrap();
    let canonical = attributes(&scraper::Html::parse_document(&page), "link[rel=canonical]", "href");
    assert_eq!(canonical, ["http://localhost:8000/news/ru/"]);
}

#[test]
fn drafts_and_what_is_to_come_are_shown_to_who_asks_for_them() {
    let site = sound()
        .release("2024-10-19-a", "ru", "title: Черновик\ndate: 2024-10-19\ndraft: true", "Текст.")
        .release("2030-01-01-b", "ru", "title: Завтра\ndate: 2030-01-01", "Текст.");
    let shown = |site: &Site| {
        ["2024/10/19/a", "2030/01/01/b"].map(|path| site.root().join("public/ru/news").join(path).exists())
    };
    build(&site, &[]);
    assert_eq!(shown(&site), [false, false]);
    build(&site, &["--drafts"]);
    assert_eq!(shown(&site), [true, true]);
    run(site.root(), &["build", "--now", "2031-01-01T00:00:00+05:00"], &[]);
    assert_eq!(shown(&site), [false, true]);
}

#[test]
fn the_help_names_everything() {
    let help = |arguments: &[&str]| {
        let Run { code, out, err } = run(Path::new("."), arguments, &[]);
        assert_eq!((code, err.as_str()), (Some(0), ""));
        out
    };
    for option in ["build", "--root", "--help", "--version"] {
        assert!(help(&["--help"]).contains(option), "{option}");
    }
    let build = help(&["build", "--help"]);
    for option in
        ["--out", "--now", "--base-url", "--drafts", "--root", "Exit code 0", "1:", "2:", "public", "RFC 3339"]
    {
        assert!(build.contains(option), "{option} in {build}");
    }
    let serve = help(&["serve", "--help"]);
    for option in
        ["--port", "--address", "--open", "--public", "--now", "--poll", "--ui-lang", "1111", "Ctrl+C", "/_desk/"]
    {
        assert!(serve.contains(option), "{option} in {serve}");
    }
    assert!(help(&["--version"]).starts_with("jarshy "));
}

#[test]
fn the_program_speaks_the_language_of_the_locale() {
    let (sound, faulty) = (sound(), faulty());
    for (locale, built, finding, refused) in [
        ("C", "Built in ", "error[unknown-region]: ", "Nothing was written: "),
        ("ru_RU.UTF-8", "Сайт собран за ", "ошибка[unknown-region]: ", "Ничего не записано: "),
        ("kk_KZ.UTF-8", "Сайт ", "қате[unknown-region]: ", "Ештеңе жазылған жоқ: "),
    ] {
        let environment = [("LC_ALL", ""), ("LANG", locale)];
        assert!(run(sound.root(), &["build"], &environment).out.starts_with(built), "{locale}");
        let err = run(faulty.root(), &["build"], &environment).err;
        assert!(err.starts_with(finding) && err.contains(&format!("\n{refused}")), "{locale} {err}");
    }
    let err = |environment: &[(&str, &str)]| run(sound.root(), &["--root", "nowhere", "build"], environment).err;
    assert!(err(&[("LC_ALL", "kk_KZ.UTF-8"), ("LANG", "ru_RU.UTF-8")]).contains("деген қалта жоқ"));
    assert!(err(&[("LC_MESSAGES", "ru_RU.UTF-8"), ("LANG", "kk_KZ.UTF-8")]).contains("нет папки"));
    assert!(err(&[("LANG", "de_DE.UTF-8")]).contains("there is no folder"));
    assert!(err(&[]).contains("there is no folder"));
}

#[test]
fn nothing_is_coloured_that_no_terminal_shows() {
    let site = faulty();
    for environment in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]] {
        let Run { out, err, .. } = run(site.root(), &["build"], environment);
        assert!(!out.contains('\u{1b}') && !err.contains('\u{1b}'), "{err}");
    }
}
