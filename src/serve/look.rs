//! Looks at all files again and again, where changes are not reported.

use crate::serve::signal::Signal;
use crate::source::{Sources, Stamp, discover};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

/// How often.
const OFTEN: Duration = Duration::from_secs(1);

type Stamps = BTreeMap<Arc<str>, Stamp>;

/// Begins to look; ends when nobody listens.
///
/// # Errors
/// When the folders cannot be read, or the system gives no thread.
pub fn start(root: &Path, sender: &Sender<Signal>) -> io::Result<()> {
    let (root, sender): (PathBuf, _) = (root.to_path_buf(), sender.clone());
    let mut before = stamps(&discover(&root)?.value);
    let look = move || {
        loop {
            std::thread::sleep(OFTEN);
            // A folder that cannot be read now is looked at again later.
            let Ok(found) = discover(&root) else { continue };
            let now = stamps(&found.value);
            let told = differing(&before, &now).try_for_each(|path| sender.send(Signal::Changed(path.to_string())));
            if told.is_err() {
                return;
            }
            before = now;
        }
    };
    std::thread::Builder::new().name("look".to_owned()).spawn(look).map(drop)
}

fn stamps(sources: &Sources) -> Stamps {
    sources.files_below("").iter().map(|(path, file)| (path.clone(), file.stamp)).collect()
}

fn differing<'s>(before: &'s Stamps, now: &'s Stamps) -> impl Iterator<Item = &'s Arc<str>> {
    let other = |(path, stamp): &(&Arc<str>, &Stamp)| before.get(*path) != Some(*stamp);
    let gone = before.keys().filter(|path| !now.contains_key(*path));
    now.iter().filter(other).map(|(path, _)| path).chain(gone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_changed_or_gone_differs() {
        let stamps = |files: &[(&str, u64)]| -> Stamps {
            let stamp = |size: u64| Stamp { size, ..Stamp::default() };
            files.iter().map(|(path, size)| (Arc::from(*path), stamp(*size))).collect()
        };
        let (before, now) = (stamps(&[("a", 1), ("b", 1), ("c", 1)]), stamps(&[("a", 1), ("b", 2), ("d", 1)]));
        assert_eq!(differing(&before, &now).map(|path| &**path).collect::<Vec<_>>(), ["b", "d", "c"]);
        assert_eq!(differing(&now, &now).count(), 0);
    }
}
