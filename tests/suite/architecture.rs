//! What must never be in the source: an arrow that runs up, a core that touches the world, a file that grew too long.

use crate::site::{project, tree};
use std::collections::BTreeMap;

/// The floors, the lowest first: a module imports from lower floors and from its own folder, from nowhere else.
const FLOORS: [&[&str]; 13] = [
    &["hash", "diagnostic", "fault", "language"],
    &["source", "yaml", "markdown", "location", "report"],
    &["view", "artifact", "manifest"],
    &["config"],
    &["parse", "theme"],
    &["model"],
    &["plan"],
    &["render", "rules", "write"],
    &["external", "pipeline", "scaffold"],
    &["serve"],
    &["commands"],
    &["cli"],
    &["main", "lib"],
];

/// The modules that may touch disk, network, processes, environment and clock.
const DOORS: [&str; 7] = ["source", "write", "external", "serve", "commands", "cli", "main"];
const WORLD: [&str; 8] =
    ["std::fs", "std::net", "std::process", "std::env", "SystemTime", "Instant", "Timestamp::now", "Zoned::now"];

/// The files of `src` without their tests, which stand at their ends: path to text.
fn code() -> BTreeMap<String, String> {
    let code = |(path, bytes): (String, Vec<u8>)| {
        let mut text = String::from_utf8(bytes).unwrap();
        text.truncate(text.rfind("#[cfg(test)]").filter(|_| !path.ends_with("/mod.rs")).unwrap_or(text.len()));
        (path, text)
    };
    tree(&project().join("src")).into_iter().filter(|(path, _)| !path.ends_with("/tests.rs")).map(code).collect()
}

fn module(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Names every line of every file that breaks a rule.
#[track_caller]
fn nowhere(breaks: impl Fn(&str, &str) -> bool) {
    let code = code();
    let lines = code.iter().flat_map(|(path, text)| text.lines().map(move |line| (path, line)));
    let found: Vec<String> = lines
        .filter(|(path, line)| !line.trim_start().starts_with("//") && breaks(path, line))
        .map(|(path, line)| format!("{path}: {}", line.trim()))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_arrow_runs_down() {
    let floor = |module: &str| FLOORS.iter().position(|floor| floor.contains(&module));
    nowhere(|path, line| {
        let own = module(path);
        let imports = line.split("crate::").skip(1).map(|rest| rest.split(|c: char| !is_name(c)).next().unwrap_or(""));
        imports.into_iter().any(|name| name != own && (floor(name).is_none() || floor(name) >= floor(own)))
    });
    let homeless: Vec<String> = code().into_keys().filter(|path| floor(module(path)).is_none()).collect();
    assert_eq!(homeless, Vec::<String>::new(), "modules without a floor");
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn siblings_are_imported_from_their_files_and_never_by_way_of_the_door() {
    nowhere(|path, line| {
        let rest = line.split(&format!("crate::{}::", module(path))).nth(1).unwrap_or_default();
        let by_door = path.contains('/') && rest.trim_start_matches('{').starts_with(char::is_uppercase);
        by_door || line.contains("super::")
    });
}

#[test]
fn only_the_doors_touch_the_world() {
    nowhere(|path, line| !DOORS.contains(&module(path)) && WORLD.iter().any(|name| line.contains(name)));
}

#[test]
fn nothing_is_unwrapped_outside_of_tests() {
    nowhere(|_, line| line.contains(".unwrap()") || line.contains(".expect("));
}

#[test]
fn a_door_holds_no_type() {
    const TYPES: [&str; 5] = ["struct ", "enum ", "trait ", "union ", "type "];
    let declares = |line: &str| TYPES.iter().any(|word| line.trim_start_matches("pub ").starts_with(word));
    nowhere(|path, line| path.ends_with("/mod.rs") && declares(line));
}

#[test]
fn no_file_of_code_has_more_than_400_lines() {
    let lines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
    let files = tree(&project().join("src")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    let files = files.map(|(path, bytes)| (lines(&bytes), path));
    let long: Vec<(usize, String)> = files.filter(|(lines, _)| *lines > 400).collect();
    assert_eq!(long, []);
}
