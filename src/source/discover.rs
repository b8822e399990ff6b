//! One pass over the two folders of input.

use crate::diagnostic::{Checked, Code, Diagnostic, Place, Span};
use crate::source::snapshot::{SourceFile, Sources};
use crate::source::stamp::{Stamp, nanoseconds};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::path::{MAIN_SEPARATOR, Path};
use std::sync::Arc;
use std::time::SystemTime;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use walkdir::{DirEntry, WalkDir};

/// The folders that hold input.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// Takes the snapshot of `root`.
///
/// Hidden files and what editors leave behind are not input. A symbolic link is followed when it leads to a file of the
/// same folder; else it is a finding, as are names that are not UTF-8 and names that differ by case alone.
///
/// # Errors
/// When a folder cannot be listed. A missing folder holds nothing.
pub fn discover(root: &Path) -> io::Result<Checked<Sources>> {
    let mut found = Discovery {
        sources: Sources { root: root.to_path_buf(), taken: nanoseconds(SystemTime::now()), ..Sources::default() },
        ..Discovery::default()
    };
    for folder in FOLDERS {
        let top = root.join(folder);
        if top.try_exists()? {
            found.walk(&top, folder)?;
        }
    }
    Ok(Checked::new(found.sources, found.findings))
}

#[derive(Default)]
struct Discovery {
    sources: Sources,
    folded: HashMap<String, Arc<str>>,
    findings: Vec<Diagnostic>,
}

impl Discovery {
    fn walk(&mut self, top: &Path, folder: &str) -> io::Result<()> {
        let entries = WalkDir::new(top)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || is_input(entry));
        for entry in entries {
            let entry = entry?;
            if entry.file_type().is_dir() {
                continue;
            }
            let relative = entry.path().strip_prefix(top).unwrap_or(entry.path());
            let Some(path) = relative.to_str().map(|path| normal(folder, path)) else {
                let shown = format!("{folder}/{}", relative.to_string_lossy());
                self.findings.push(Diagnostic::new(Code::InvalidUtf8, whole(shown)));
                continue;
            };
            self.add(&entry, path.into(), top)?;
        }
        Ok(())
    }

    fn add(&mut self, entry: &DirEntry, path: Arc<str>, top: &Path) -> io::Result<()> {
        if entry.file_type().is_symlink() && !leads_inside(entry.path(), top) {
            let target = std::fs::read_link(entry.path())?.to_string_lossy().into_owned();
            self.findings.push(Diagnostic::new(Code::SymlinkOutside, whole(path)).with("target", target));
            return Ok(());
        }
        let metadata = std::fs::metadata(entry.path())?;
        if let Some(other) = self.folded.insert(path.to_lowercase(), path.clone()) {
            self.findings.push(Diagnostic::new(Code::NameClash, whole(path)).with("other", &other).also(whole(other)));
            return Ok(());
        }
        let disk = (!entry.path().ends_with(&*path)).then(|| entry.path().into());
        self.sources.files.insert(path, SourceFile { stamp: Stamp::of(&metadata), disk });
        Ok(())
    }
}

fn is_input(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let left_behind = name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".tmp") || name == "4913";
    !name.starts_with('.') && !name.starts_with('#') && !left_behind && name != "Thumbs.db"
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
        assert_eq!(found.value.files.keys().map(|path| &**path).collect::<Vec<_>>(), ["content/a.md"]);
        assert_eq!(codes(&found), []);
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
