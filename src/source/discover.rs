//! One pass over the two folders of input.

use crate::diagnostic::{Checked, Code, Diagnostic, Place, Span};
use crate::fault::at;
use crate::source::snapshot::{SourceFile, Sources};
use crate::source::stamp::{Stamp, nanoseconds};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::path::{MAIN_SEPARATOR, MAIN_SEPARATOR_STR, Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::{DirEntry, WalkDir};

/// The folders that hold input.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// How deep folders are looked at one after the other; those below are walked through in parallel.
const SHALLOW: usize = 2;

/// Takes the snapshot of `root`.
///
/// Hidden files and what editors leave behind are not input. A symbolic link is followed when it leads to a file of the
/// same folder; else it is a finding, as are names that are not UTF-8, names that differ by case alone, and what is no
/// file at all: to read a pipe is to wait for ever.
///
/// # Errors
/// When a folder cannot be listed. A missing folder holds nothing.
pub fn discover(root: &Path) -> io::Result<Checked<Sources>> {
    let taken = nanoseconds(SystemTime::now());
    let mut found = Found::default();
    for folder in FOLDERS {
        let top = Top { path: root.join(folder), folder };
        if top.path.try_exists().map_err(at(&top.path))? && top.path.is_dir() {
            found.append(top.walk()?);
        }
    }
    let Found { mut files, mut findings } = found;
    files.par_sort_by(|(one, _), (other, _)| one.cmp(other));
    drop_clashes(&mut files, &mut findings);
    Ok(Checked::new(Sources { root: root.to_path_buf(), taken, files }, findings))
}

/// What was found in some folders.
#[derive(Default)]
struct Found {
    files: Vec<(Arc<str>, SourceFile)>,
    findings: Vec<Diagnostic>,
}

impl Found {
    fn append(&mut self, mut other: Self) {
        self.files.append(&mut other.files);
        self.findings.append(&mut other.findings);
    }
}

/// A folder that holds input.
struct Top {
    path: PathBuf,
    folder: &'static str,
}

impl Top {
    fn walk(&self) -> io::Result<Found> {
        let mut found = Found::default();
        let mut deep = Vec::new();
        for entry in entries(WalkDir::new(&self.path).max_depth(SHALLOW)) {
            let entry = entry?;
            if entry.depth() == SHALLOW && entry.file_type().is_dir() {
                deep.push(entry.into_path());
            } else {
                self.add(&entry, &mut found)?;
            }
        }
        let branch = |folder: &PathBuf| {
            let mut found = Found::default();
            entries(WalkDir::new(folder).min_depth(1)).try_for_each(|entry| self.add(&entry?, &mut found))?;
            Ok(found)
        };
        let branches = deep.par_iter().map(branch).collect::<io::Result<Vec<Found>>>()?;
        branches.into_iter().for_each(|branch| found.append(branch));
        Ok(found)
    }

    fn add(&self, entry: &DirEntry, found: &mut Found) -> io::Result<()> {
        if entry.file_type().is_dir() {
            return Ok(());
        }
        let relative = entry.path().strip_prefix(&self.path).unwrap_or(entry.path());
        let Some(path) = relative.to_str().map(|path| normal(self.folder, path)) else {
            let shown = format!("{}/{}", self.folder, relative.to_string_lossy());
            found.findings.push(Diagnostic::new(Code::InvalidUtf8, whole(shown)).with("what", "name"));
            return Ok(());
        };
        if entry.file_type().is_symlink() && !leads_inside(entry.path(), &self.path) {
            let target = std::fs::read_link(entry.path()).map_err(at(entry.path()))?.to_string_lossy().into_owned();
            found.findings.push(Diagnostic::new(Code::SymlinkOutside, whole(path)).with("target", target));
            return Ok(());
        }
        let metadata = std::fs::metadata(entry.path()).map_err(at(entry.path()))?;
        if !metadata.is_file() {
            let name = entry.file_name().to_string_lossy();
            found.findings.push(Diagnostic::new(Code::UnexpectedFile, whole(path)).with("name", name));
            return Ok(());
        }
        let disk = (!entry.path().ends_with(&path)).then(|| entry.path().into());
        found.files.push((path.into(), SourceFile { stamp: Stamp::of(&metadata), disk }));
        Ok(())
    }
}

fn entries(folder: WalkDir) -> impl Iterator<Item = io::Result<DirEntry>> {
    let input = |entry: &DirEntry| entry.depth() == 0 || is_input(&entry.file_name().to_string_lossy());
    folder.into_iter().filter_entry(input).map(|entry| entry.map_err(refused))
}

/// What a walk was refused, with its place.
fn refused(error: walkdir::Error) -> io::Error {
    let place = error.path().map(Path::to_path_buf).unwrap_or_default();
    at(place)(error.into_io_error().unwrap_or_else(|| io::Error::other("a loop")))
}

/// Leaves out the later of two files whose names differ by case alone or not at all, the sorted files given.
fn drop_clashes(files: &mut Vec<(Arc<str>, SourceFile)>, findings: &mut Vec<Diagnostic>) {
    let mut clashes: Vec<(usize, Arc<str>)> = Vec::new();
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (path, _)) in files.iter().enumerate() {
        if at > 0 && files[at - 1].0 == *path {
            clashes.push((at, path.clone()));
        }
        // Only a name with a capital letter can clash with another.
        if path.chars().any(|c| c.to_lowercase().ne([c])) {
            let lower = path.to_lowercase();
            let same = files.binary_search_by(|(path, _)| (**path).cmp(lower.as_str()));
            alike.entry(lower).or_insert_with(|| same.into_iter().collect()).push(at);
        }
    }
    for mut alike in alike.into_values() {
        alike.sort_unstable();
        clashes.extend(alike.iter().skip(1).map(|at| (*at, files[alike[0]].0.clone())));
    }
    clashes.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    clashes.dedup_by_key(|(at, _)| *at);
    for (at, other) in clashes {
        let (path, _) = files.remove(at);
        findings.push(Diagnostic::new(Code::NameClash, whole(path)).with("other", &other).also(whole(other)));
    }
}

/// Whether a file or folder of this name is input, and not hidden or left behind by an editor.
pub fn is_input(name: &str) -> bool {
    let left_behind = name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".tmp") || name == "4913";
    !name.starts_with('.') && !name.starts_with('#') && !left_behind && name != "Thumbs.db"
}

/// The path from the root of what lies below one of the folders of input, or of such a folder itself; nothing for what is
/// no input.
pub fn input_path(path: &Path) -> Option<String> {
    let parts = path.components().map(|part| part.as_os_str().to_str()).collect::<Option<Vec<&str>>>()?;
    let (folder, rest) = parts.split_first()?;
    let input = FOLDERS.contains(folder) && rest.iter().all(|name| is_input(name));
    input.then(|| if rest.is_empty() { (*folder).to_owned() } else { normal(folder, &rest.join(MAIN_SEPARATOR_STR)) })
}

fn normal(folder: &str, path: &str) -> String {
    let path: Cow<'_, str> = match is_nfc_quick(path.chars()) {
        IsNormalized::Yes => path.into(),
        _ => path.nfc().collect(),
    };
    let path = if MAIN_SEPARATOR == '/' { path } else { path.replace(MAIN_SEPARATOR, "/").into() };
    format!("{folder}/{path}")
}

fn leads_inside(link: &Path, top: &Path) -> bool {
    let (Ok(target), Ok(top)) = (link.canonicalize(), top.canonicalize()) else { return false };
    target.starts_with(top) && target.is_file()
}

fn whole(file: impl Into<Arc<str>>) -> Place {
    Place::new(file, Span::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        root
    }

    fn codes(found: &Checked<Sources>) -> Vec<Code> {
        found.findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn hidden_files_and_editors_leftovers_are_not_input() {
        let root = site(&["content/a.md", "content/.git/x", "content/a.md~", "content/.a.md.swp", "elsewhere/b.md"]);
        let found = discover(root.path()).unwrap();
        assert_eq!(found.value.files.iter().map(|(path, _)| &**path).collect::<Vec<_>>(), ["content/a.md"]);
        assert_eq!(codes(&found), []);
    }

    #[test]
    fn a_path_is_named_as_the_snapshot_names_it() {
        let named = |path: &str| input_path(Path::new(path));
        assert_eq!(named("content/новости\u{306}.md").as_deref(), Some("content/новост\u{439}.md"));
        assert_eq!(named("themes/plain/style/main.css").as_deref(), Some("themes/plain/style/main.css"));
        assert_eq!(named("content").as_deref(), Some("content"));
        for other in
            ["public/index.html", ".jarshy/serve/a", "content/.git/x", "content/a/.a.md.swp", "content/a.md~", ""]
        {
            assert_eq!(named(other), None, "{other}");
        }
    }

    #[test]
    fn a_name_in_decomposed_form_is_the_same_name() {
        let root = site(&["content/новости\u{306}.md"]);
        let found = discover(root.path()).unwrap();
        assert_eq!(found.value.read("content/новост\u{439}.md").unwrap(), b"x");
    }

    #[test]
    fn names_that_differ_by_case_are_a_finding() {
        let root = site(&["content/Hall.jpg", "content/hall.jpg"]);
        assert_eq!(codes(&discover(root.path()).unwrap()), [Code::NameClash]);
        let root = site(&["content/HALL.jpg", "content/Hall.jpg", "content/hall.jpg"]);
        let found = discover(root.path()).unwrap();
        assert_eq!(codes(&found), [Code::NameClash; 2]);
        assert_eq!(found.value.files.len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_not_read() {
        let root = site(&["content/a.md"]);
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("content/b.md")).unwrap();
        let found = discover(root.path()).unwrap();
        assert_eq!(codes(&found), [Code::UnexpectedFile]);
        assert_eq!(found.value.files.len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_inside_and_reported_outside() {
        let root = site(&["content/a.md", "secret.txt"]);
        std::os::unix::fs::symlink(root.path().join("content/a.md"), root.path().join("content/b.md")).unwrap();
        std::os::unix::fs::symlink(root.path().join("secret.txt"), root.path().join("content/c.md")).unwrap();
        let found = discover(root.path()).unwrap();
        assert_eq!(codes(&found), [Code::SymlinkOutside]);
        assert_eq!(found.value.files.len(), 2);
    }
}
