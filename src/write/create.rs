//! New files of input: whole or not at all, and never over what is there.

use crate::fault::{Cause, at, refusal};
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Makes a folder with files, their paths below it given. The folder may exist when nothing is in it.
///
/// # Errors
/// `AlreadyExists` when something is in its place; when `within` is not around it, links followed; when the disk
/// refuses. Then nothing has been made.
pub fn create_folder<'f>(
    within: &Path,
    folder: &Path,
    files: impl IntoIterator<Item = (&'f str, &'f str)>,
) -> io::Result<()> {
    let staging = prepare(within, folder)?;
    let made = fill(&staging, files).and_then(|()| {
        vacate(folder)?;
        std::fs::rename(&staging, folder).map_err(at(folder))
    });
    if made.is_err() {
        // What cannot be removed is hidden, and no input.
        let _ = std::fs::remove_dir_all(&staging);
    }
    made
}

/// Makes a file.
///
/// # Errors
/// As for [`create_folder`].
pub fn create_file(within: &Path, file: &Path, text: &str) -> io::Result<()> {
    let staged = prepare(within, file)?;
    let made = put(&staged, text).and_then(|()| match std::fs::hard_link(&staged, file) {
        // Where a disk knows no links, the time between looking and moving is short.
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !file.try_exists()? => std::fs::rename(&staged, file),
        linked => linked,
    });
    let _ = std::fs::remove_file(&staged);
    made.map_err(at(file))
}

/// Makes the folders around what is to be, and says where it is staged.
fn prepare(within: &Path, target: &Path) -> io::Result<PathBuf> {
    let parent = target.parent().unwrap_or(within);
    if !existing(parent).canonicalize().map_err(at(parent))?.starts_with(within.canonicalize().map_err(at(within))?) {
        return Err(refusal(target, Cause::Outside));
    }
    std::fs::create_dir_all(parent).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => at(parent)(ErrorKind::NotADirectory.into()),
        _ => at(parent)(error),
    })?;
    Ok(staged(target))
}

/// The nearest folder around that exists.
fn existing(folder: &Path) -> &Path {
    folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder)
}

/// A hidden name beside the target.
fn staged(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{}.new", std::process::id()))
}

fn fill<'f>(folder: &Path, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> io::Result<()> {
    std::fs::create_dir(folder).map_err(at(folder))?;
    for (path, text) in files {
        let file = folder.join(path);
        let parent = file.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent).map_err(at(parent))?;
        put(&file, text).map_err(at(&file))?;
    }
    Ok(())
}

fn put(file: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Takes an empty folder away.
fn vacate(folder: &Path) -> io::Result<()> {
    match std::fs::remove_dir(folder) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(_) if folder.exists() => Err(at(folder)(ErrorKind::AlreadyExists.into())),
        Err(error) => Err(at(folder)(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = walkdir::WalkDir::new(folder)
            .min_depth(1)
            .into_iter()
            .map(|entry| entry.unwrap().path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_folder_is_made_as_a_whole_and_never_over_another() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        create_folder(root.path(), &folder, [("ru.md", "x"), ("c/d.md", "y")]).unwrap();
        assert_eq!(names(root.path()), ["a", "a/b", "a/b/c", "a/b/c/d.md", "a/b/ru.md"]);
        let again = create_folder(root.path(), &folder, [("ru.md", "z")]).unwrap_err();
        assert_eq!(again.kind(), ErrorKind::AlreadyExists);
        assert_eq!(names(root.path()).len(), 5);
        let empty = root.path().join("empty");
        std::fs::create_dir(&empty).unwrap();
        create_folder(root.path(), &empty, [("ru.md", "x")]).unwrap();
        assert_eq!(names(&empty), ["ru.md"]);
    }

    #[test]
    fn a_file_is_made_once() {
        let root = tempfile::tempdir().unwrap();
        let file = root.path().join("kk.md");
        create_file(root.path(), &file, "x").unwrap();
        assert_eq!(create_file(root.path(), &file, "y").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!((std::fs::read_to_string(&file).unwrap().as_str(), names(root.path()).len()), ("x", 1));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere_else() {
        let (root, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join("a")).unwrap();
        let outside = create_folder(root.path(), &root.path().join("a/b"), [("ru.md", "x")]).unwrap_err();
        assert_eq!(outside.kind(), ErrorKind::PermissionDenied);
        assert!(create_file(root.path(), &root.path().join("a/ru.md"), "x").is_err());
        assert_eq!(names(elsewhere.path()), [""; 0]);
    }
}
