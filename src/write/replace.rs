//! One file, replaced as a whole.

use crate::fault::at;
use std::io;
use std::path::Path;

/// Writes a file beside its place and renames it there, so that nobody ever sees half of it; its permissions are kept.
///
/// # Errors
/// When the disk refuses; the file is then as it was.
pub fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let new = file.with_file_name(format!(".{name}.new"));
    let written = std::fs::write(&new, bytes).and_then(|()| match std::fs::metadata(file) {
        Ok(metadata) => std::fs::set_permissions(&new, metadata.permissions()),
        Err(_) => Ok(()),
    });
    written.and_then(|()| std::fs::rename(&new, file)).map_err(|error| {
        // What was not put in place is of no use to anybody.
        let _ = std::fs::remove_file(&new);
        at(file)(error)
    })
}
