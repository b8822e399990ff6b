//! A world that refuses: disks that are full, folders that may not be read, limits that are reached, terminals that show
//! no colours. Each is told in one sentence with what to do. Not every machine can be made to refuse; one that cannot says
//! so, and the sentences are tested beside their table.
#![cfg(target_os = "linux")]

use crate::command::{Run, run};
use crate::preview::{Preview, program};
use crate::site::{Site, assert_same, tree};
use expectrl::{Expect, Session};
use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

const NOW: &str = "2026-01-01T00:00:00Z";
const TEXT: &str = "content/releases/2024-10-18-a/ru.md";

fn newsroom() -> Site {
    Site::plain().release("2024-10-18-a", "ru", "title: Первый\ndate: 2024-10-18", "Текст.")
}

/// Says that a test looked at nothing; printing would be heard only of tests that fail.
fn not_here(what: &str) {
    let _ = writeln!(std::io::stderr(), "not tested on this machine: {what}");
}

/// A shell script in which `jarshy` is the program, in the folder of a newsroom.
fn shell(script: &str, folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell.current_dir(folder).args(["-c", script]).env_clear().env("LC_ALL", "ru_RU.UTF-8");
    shell.env("PATH", std::env::var_os("PATH").unwrap()).env("jarshy", env!("CARGO_BIN_EXE_jarshy")).env("now", NOW);
    shell
}

/// The same with a view of the system of its own, where this is allowed: it may mount disks, and set limits.
fn shell_apart(script: &str, folder: &Path) -> Option<Command> {
    let apart = |script: &str| {
        let mut apart = Command::new("unshare");
        let shell = shell(script, folder);
        apart.current_dir(folder).args(["-Urm", "sh", "-c", script]).env_clear();
        apart.envs(shell.get_envs().filter_map(|(name, value)| Some((name, value?))));
        apart
    };
    let allowed = apart("mount -t tmpfs none /tmp && echo 9 > /proc/sys/user/max_inotify_watches").output();
    allowed.is_ok_and(|output| output.status.success()).then(|| apart(script))
}

fn said(output: Output) -> Run {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Asserts that a run could not be done, and that one line ending like this is all it said.
#[track_caller]
fn refused(Run { code, out, err }: &Run, end: &str) {
    assert_eq!((*code, out.as_str()), (Some(2), ""), "{err}");
    assert!(err.starts_with("Сделать это не удалось: ") && err.lines().count() == 1, "{err}");
    assert!(err.trim_end().ends_with(end), "{err}");
}

/// Starts the program as somebody who may not do everything.
fn as_anybody(site: &Site, arguments: &[&str]) -> Run {
    let mut program = Command::new(env!("CARGO_BIN_EXE_jarshy"));
    program.current_dir(site.root()).args(arguments).env_clear().env("LC_ALL", "ru_RU.UTF-8");
    if may_do_everything(site) {
        program.uid(65534);
    }
    said(program.output().unwrap())
}

fn may_do_everything(site: &Site) -> bool {
    let file = site.root().join("closed");
    std::fs::write(&file, "").unwrap();
    std::fs::set_permissions(&file, Permissions::from_mode(0o000)).unwrap();
    std::fs::read(&file).is_ok()
}

/// A newsroom in a folder that anybody may write to, where the program can be run as anybody.
fn anybodys(what: &str) -> Option<Site> {
    let site = newsroom();
    std::fs::set_permissions(site.root(), Permissions::from_mode(0o777)).unwrap();
    let runs = as_anybody(&site, &["--version"]).code == Some(0);
    if !runs {
        not_here(what);
    }
    runs.then_some(site)
}

#[test]
fn a_folder_that_may_not_be_read_is_told() {
    let Some(site) = anybodys("a folder that may not be read") else { return };
    let folder = site.root().join("content/releases/2024-10-18-a");
    std::fs::set_permissions(&folder, Permissions::from_mode(0o000)).unwrap();
    let denied = "content/releases/2024-10-18-a: нет доступа. Попросите того, кто отвечает за компьютер, дать доступ к \
                  этому файлу или папке.";
    for command in [&["build"][..], &["check"], &["status"], &["next"], &["new", "page"], &["serve", "--port", "0"]] {
        refused(&as_anybody(&site, command), denied);
    }
    std::fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_output_that_may_not_be_written_is_told() {
    let Some(site) = anybodys("an output that may not be written") else { return };
    std::fs::create_dir(site.root().join("public")).unwrap();
    std::fs::set_permissions(site.root().join("public"), Permissions::from_mode(0o555)).unwrap();
    let Run { code, err, .. } = as_anybody(&site, &["build"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("public/.jarshy-staging: нет доступа. ") && err.lines().count() == 1, "{err}");
}

#[test]
fn a_full_disk_is_told_and_the_next_build_makes_up_for_it() {
    let site = newsroom();
    let script = "
        mount -t tmpfs -o size=64m none disk && cp -r content themes disk
        used=$(du -sk disk | cut -f 1)
        mount -o remount,size=$((used + room))k disk
        $jarshy --root disk build --now $now; code=$?
        mount -o remount,size=64m disk
        $jarshy --root disk build --now $now > out && cp -r disk/public made && exit $code";
    std::fs::create_dir(site.root().join("disk")).unwrap();
    let Some(mut shell) = shell_apart(script, site.root()) else { return not_here("a full disk") };
    let expected = site.fresh().unwrap();
    for room in [0, 8, 16, 32, 64, 96, 128] {
        let run = said(shell.env("room", room.to_string()).output().unwrap());
        assert!(run.err.contains("на диске нет места") || room > 64, "{room} {}", run.err);
        if run.code != Some(0) {
            refused(&run, ": на диске нет места. Освободите место и попробуйте снова.");
        }
        assert_same(&expected, &tree(&site.root().join("made")), &format!(" with room for {room} KB"));
        std::fs::remove_dir_all(site.root().join("made")).unwrap();
    }
}

#[test]
fn a_limit_of_the_size_of_files_is_told_and_ends_nothing_in_silence() {
    let site = newsroom().file("content/releases/2024-10-18-a/a.pdf", vec![b'%'; 1 << 20]).edit(
        "releases/2024-10-18-a/ru.md",
        "date:",
        "attachments: [{file: a.pdf, title: А}]\ndate:",
    );
    let run = said(shell("ulimit -f 256; exec $jarshy build --now $now", site.root()).output().unwrap());
    let end = "система не позволяет записать такой большой файл. Попросите того, кто отвечает за компьютер, увеличить \
               предел (ulimit -f).";
    refused(&run, end);
    let again = said(shell("exec $jarshy build --now $now", site.root()).output().unwrap());
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert_same(&site.fresh().unwrap(), &site.tree(), " after the limit is gone");
}

#[test]
fn a_report_that_cannot_be_written_down_is_no_success() {
    let site = newsroom();
    for command in ["build", "check --format json", "status --json", "next", "man", "completions bash", "check --diff"]
    {
        let faulty = site.root().join(TEXT);
        std::fs::write(&faulty, "---\ntitle: Первый\ndate: 2024-10-18\n---\nПрошло обьединение ХХХІV.\n").unwrap();
        let run = said(shell(&format!("exec $jarshy {command} > /dev/full"), site.root()).output().unwrap());
        assert_eq!(run.code, Some(2), "{command}: {}", run.err);
        assert!(run.err.contains("на диске нет места. Освободите место"), "{command}: {}", run.err);
    }
    let run = said(shell("{ $jarshy man; echo $? >&2; } | true", site.root()).output().unwrap());
    assert_eq!(run.err, "0\n", "a reader that goes away is no fault");
}

#[test]
fn a_limit_of_watched_folders_is_told_and_changes_are_seen_all_the_same() {
    let watching = |limit: &str| {
        let mut site = newsroom();
        for number in 0..12 {
            site = site.file(&format!("content/releases/empty-{number}/.keep"), "");
        }
        let script = format!("echo 9 > /proc/sys/user/{limit} && LC_ALL=C exec $jarshy serve --port 0");
        let mut shell = shell_apart(&script, site.root())?;
        shell.stdin(std::process::Stdio::null());
        shell.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        Some(Preview::of(site, shell))
    };
    let Some(mut preview) = watching("max_inotify_watches") else { return not_here("a limit of watched folders") };
    preview.hears(|line| line.contains("every second") && line.ends_with("raise fs.inotify.max_user_watches."));
    let tab = preview.open("/ru/news/2024/10/18/a/");
    preview.edit(|site| site.edit("releases/2024-10-18-a/ru.md", "Первый", "Первый из всех"));
    tab.expect("reload");
}

#[test]
fn a_limit_of_watching_programs_is_told_with_its_own_name() {
    let site = newsroom();
    let script = "echo 0 > /proc/sys/user/max_inotify_instances && LC_ALL=C exec $jarshy serve --port 0";
    let Some(mut shell) = shell_apart(script, site.root()) else { return not_here("a limit of watching programs") };
    shell.stdin(std::process::Stdio::null());
    shell.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let preview = Preview::of(site, shell);
    preview.hears(|line| line.contains("every second") && line.ends_with("raise fs.inotify.max_user_instances."));
}

#[test]
fn a_preview_whose_state_may_not_be_written_is_told() {
    let site = newsroom().file(".jarshy", "");
    let output = program(&site, &["--port", "0"], "C").output().unwrap();
    let Run { code, err, .. } = said(output);
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains(".jarshy: ") && err.contains("Move") && err.lines().count() == 1, "{err}");
}

#[test]
fn a_check_whose_state_may_not_be_written_tells_the_same() {
    let check = |site: Site| run(site.root(), &["check", "--external", "--now", NOW], &[("LC_ALL", "C")]);
    let site = || newsroom().edit("releases/2024-10-18-a/ru.md", "Текст.", "Прошло обьединение.");
    let expected = check(site());
    assert!(expected.out.contains("[misspelling]"), "{}", expected.out);
    let Run { code, out, err } = check(site().file(".jarshy", ""));
    assert_eq!((code, out, err), (expected.code, expected.out, expected.err));
}

#[test]
fn a_check_on_a_disk_that_takes_nothing_tells_the_same() {
    let site = newsroom().edit("releases/2024-10-18-a/ru.md", "Текст.", "Прошло обьединение.");
    let script = "
        mount -t tmpfs -o size=64m none disk && cp -r content themes disk
        [ $built = no ] || $jarshy --root disk build --now $now > out
        echo >> disk/$text
        [ $refusal = ro ] || refusal=size=$(du -sk disk | cut -f 1)k
        mount -o remount,$refusal disk
        exec $jarshy --root disk check --now $now";
    std::fs::create_dir(site.root().join("disk")).unwrap();
    let Some(mut shell) = shell_apart(script, site.root()) else { return not_here("a disk that takes nothing") };
    let expected = said(self::shell("exec $jarshy check --now $now", site.root()).output().unwrap());
    assert!(expected.out.contains("[misspelling]"), "{}", expected.out);
    for (refusal, built) in [("ro", "no"), ("ro", "yes"), ("full", "no"), ("full", "yes")] {
        let run = said(shell.env("refusal", refusal).env("built", built).env("text", TEXT).output().unwrap());
        assert_eq!((run.code, run.err), (expected.code, expected.err.clone()), "{refusal} {built}");
        assert_eq!(run.out.replace("disk/", ""), expected.out, "{refusal} {built}");
    }
}

/// What a terminal of this kind is shown of a build with a finding.
fn shown(environment: &[(&str, &str)]) -> String {
    let site = newsroom().edit("releases/2024-10-18-a/ru.md", "date:", "region: Атлантида\ndate:");
    let mut command = Command::new(env!("CARGO_BIN_EXE_jarshy"));
    command.current_dir(site.root()).arg("build").env_clear().envs(environment.iter().copied());
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(60)));
    let end = session.expect(expectrl::Eof).unwrap();
    String::from_utf8_lossy(end.as_bytes()).into_owned()
}

#[test]
fn a_terminal_without_colours_is_shown_none() {
    let coloured = shown(&[("TERM", "xterm-256color")]);
    assert!(coloured.contains("\u{1b}["), "{coloured:?}");
    for environment in [&[][..], &[("TERM", "dumb")], &[("TERM", "xterm"), ("NO_COLOR", "1")]] {
        let plain = shown(environment);
        assert!(plain.contains("error[unknown-region]: ") && !plain.contains('\u{1b}'), "{environment:?} {plain:?}");
    }
}

#[test]
fn a_folder_that_is_none_is_told_alike_by_all_commands() {
    let site = newsroom();
    for command in ["build", "check", "status", "next", "serve"] {
        let Run { code, err, .. } = run(site.root(), &["--root", "nowhere", command], &[("LC_ALL", "C")]);
        assert_eq!(
            (code, err.as_str()),
            (Some(2), "This could not be done: there is no folder “nowhere”\n"),
            "{command}"
        );
    }
}
