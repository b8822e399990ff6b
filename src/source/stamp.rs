//! How a file lies on disk: enough to tell that it is the file that was read.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;

/// How long after a change a file's times may still stand for two contents: file systems and kernels tick coarsely.
const TICK: i64 = 20_000_000;

/// Size and times of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Stamp {
    /// The size in bytes.
    pub size: u64,
    /// The time of the last change of the bytes, in nanoseconds since 1970. It may go backwards.
    pub modified: i64,
    /// The time of the last change of the file's record, where the system keeps one; it cannot be set by hand.
    pub changed: i64,
    /// The number of the file on its disk, where it has one: files that were written in one tick may swap their names.
    pub inode: u64,
}

impl Stamp {
    /// The stamp that metadata tell.
    pub fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let time =
                |seconds: i64, nanoseconds: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds);
            Self {
                size: metadata.len(),
                modified: time(metadata.mtime(), metadata.mtime_nsec()),
                changed: time(metadata.ctime(), metadata.ctime_nsec()),
                inode: metadata.ino(),
            }
        }
        #[cfg(not(unix))]
        {
            Self { size: metadata.len(), modified: metadata.modified().map_or(0, nanoseconds), ..Self::default() }
        }
    }

    /// Whether the file had been at rest when it was looked at: a later change will show in its times.
    pub fn settled(&self, looked_at: i64) -> bool {
        self.modified.max(self.changed).saturating_add(TICK) < looked_at
    }
}

/// Nanoseconds since 1970.
pub fn nanoseconds(time: std::time::SystemTime) -> i64 {
    let nanoseconds = |duration: std::time::Duration| i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX);
    time.duration_since(std::time::UNIX_EPOCH).map_or_else(|before| -nanoseconds(before.duration()), nanoseconds)
}
