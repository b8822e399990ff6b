//! What was made, and where it may stand.

use crate::commands::new::stop::Stop;
use crate::parse;
use crate::report::{UiLanguage, phrase};
use crate::scaffold::NewFile;
use crate::source::Sources;
use crate::write;
use std::io::ErrorKind;
use std::path::Path;

/// Makes a folder of content, `folder` from the root, and says which files.
pub fn make(root: &Path, folder: &str, files: &[NewFile], ui: UiLanguage) -> Result<String, Stop> {
    let texts = files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    write::create_folder(&root.join("content"), &root.join(folder), texts).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => taken(ui, folder.rsplit('/').next().unwrap_or_default(), folder),
        _ => Stop::World(error),
    })?;
    let made = files.iter().map(|file| format!("  {folder}/{}", file.path));
    Ok(std::iter::once(phrase(ui, "new-made", [])).chain(made).collect::<Vec<_>>().join("\n"))
}

/// Refuses an id that texts below a folder of content have already, even texts that cannot be read.
pub fn check_free(sources: &Sources, below: &str, id: &str, ui: UiLanguage) -> Result<(), Stop> {
    let mut subjects = sources.below(below).filter_map(|path| parse::subject(path));
    match subjects.find(|subject| subject.rsplit('/').next() == Some(id)) {
        Some(subject) => Err(taken(ui, id, subject)),
        None => Ok(()),
    }
}

/// The refusal of an id that something has already.
pub fn taken(ui: UiLanguage, id: &str, other: &str) -> Stop {
    let proposal = format!("{id}-2");
    Stop::phrase(ui, "new-taken", [("id", id.into()), ("other", other.into()), ("proposal", proposal.into())])
}

/// The refusal of a title of which no id can be made.
pub fn nameless(ui: UiLanguage, title: &str) -> Stop {
    Stop::phrase(ui, "new-no-id", [("title", title.into())])
}
