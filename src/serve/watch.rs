//! Waits for changes of the input, for the end, or for nothing in particular.

use crate::fault::at;
use crate::serve::gather::Gathering;
use crate::serve::look;
use crate::serve::signal::Signal;
use crate::source::{FOLDERS, input_path};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How changes come to be known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Watching {
    /// The system reports them.
    Reports,
    /// Every file is looked at, again and again.
    Looks,
}

/// Why the system does not report changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Blindness {
    /// It watches no more folders than it does.
    Folders,
    /// It reports to no more programs than it does.
    Programs,
    /// It does not tell.
    Unknown,
}

impl Blindness {
    /// Its word in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Folders => "folders",
            Self::Programs => "programs",
            Self::Unknown => "unknown",
        }
    }
}

impl From<&notify::Error> for Blindness {
    fn from(error: &notify::Error) -> Self {
        /// Of Linux, where the number of programs is limited.
        const EMFILE: i32 = 24;
        match &error.kind {
            ErrorKind::MaxFilesWatch => Self::Folders,
            ErrorKind::Io(error) if error.raw_os_error() == Some(EMFILE) => Self::Programs,
            _ => Self::Unknown,
        }
    }
}

/// What there is to do.
#[derive(Debug)]
pub enum Task {
    /// To build, since this changed: paths from the root.
    Build(Vec<String>),
    /// To look at the clock.
    LookAtClock,
    /// To say that from now on files are looked at, because the system reports no more of them.
    TellOfLooking(Blindness),
    /// To end.
    End,
}

/// The watch over the folders of input below a root.
pub struct Watch {
    root: PathBuf,
    signals: Receiver<Signal>,
    sender: Sender<Signal>,
    /// Who reports; nobody where files are looked at.
    watcher: Option<RecommendedWatcher>,
    gathering: Gathering,
    /// Why files are looked at though they should be reported, as long as nobody was told.
    untold: Option<Blindness>,
}

impl Watch {
    /// Begins to watch; where the system cannot report, files are looked at.
    ///
    /// # Errors
    /// When the root cannot be read.
    pub fn open(root: &Path, watching: Watching) -> io::Result<Self> {
        let (sender, signals) = channel();
        let root = root.canonicalize().map_err(at(root))?;
        let (watcher, untold) = match watching {
            Watching::Reports => match begin(&root, &sender) {
                Ok(watcher) => (Some(watcher), None),
                Err(error) => (None, Some(Blindness::from(&error))),
            },
            Watching::Looks => (None, None),
        };
        if watcher.is_none() {
            look::start(&root, &sender)?;
        }
        Ok(Self { root, signals, sender, watcher, gathering: Gathering::default(), untold })
    }

    /// Where other threads send what they have to say.
    pub fn sender(&self) -> Sender<Signal> {
        self.sender.clone()
    }

    /// Waits for the next task, for `patience` at most.
    pub fn next(&mut self, patience: Duration) -> Task {
        let end = Instant::now() + patience;
        loop {
            if let Some(blindness) = self.untold.take() {
                return Task::TellOfLooking(blindness);
            }
            let until = self.gathering.due().unwrap_or(end);
            match self.signals.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Signal::Report(report)) => self.hear(report, Instant::now()),
                Ok(Signal::Changed(path)) => self.gathering.add(path, Instant::now()),
                Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => return Task::End,
                Err(RecvTimeoutError::Timeout) if self.gathering.due().is_some() => {
                    return Task::Build(self.gathering.take());
                }
                Err(RecvTimeoutError::Timeout) => return Task::LookAtClock,
            }
        }
    }

    fn hear(&mut self, report: notify::Result<Event>, now: Instant) {
        match report {
            // To read a file is no change of it.
            Ok(event) if matches!(event.kind, EventKind::Access(_)) => {}
            Ok(event) if event.need_rescan() => self.suspect_everything(now),
            Ok(event) => event.paths.iter().for_each(|path| self.changed(path, now)),
            Err(error) => {
                self.stumble(&error);
                self.suspect_everything(now);
            }
        }
    }

    fn changed(&mut self, path: &Path, now: Instant) {
        let Some(path) = path.strip_prefix(&self.root).ok().and_then(input_path) else { return };
        if let Some(watcher) = self.watcher.as_mut().filter(|_| FOLDERS.contains(&path.as_str())) {
            // It may have been made only now, or be another folder than before.
            if let Err(error) = watcher.watch(&self.root.join(&path), RecursiveMode::Recursive) {
                self.stumble(&error);
            }
        }
        self.gathering.add(path, now);
    }

    /// The name of a folder stands for all that may lie in it.
    fn suspect_everything(&mut self, now: Instant) {
        FOLDERS.iter().for_each(|folder| self.gathering.add((*folder).to_owned(), now));
    }

    /// Looks at files from now on, if the system can report no more of them.
    fn stumble(&mut self, error: &notify::Error) {
        let full = matches!(error.kind, ErrorKind::MaxFilesWatch) && self.watcher.is_some();
        if full && look::start(&self.root, &self.sender).is_ok() {
            (self.watcher, self.untold) = (None, Some(Blindness::from(error)));
        }
    }
}

/// Watches the folders of input, and the root for the day on which one of them is made.
fn begin(root: &Path, sender: &Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let sender = sender.clone();
    let tell = move |report| {
        // At the end nobody listens any more.
        let _ = sender.send(Signal::Report(report));
    };
    let mut watcher = RecommendedWatcher::new(tell, Config::default().with_follow_symlinks(false))?;
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_of_watching_is_known_by_its_error() {
        let why = |kind| Blindness::from(&notify::Error::new(kind));
        assert_eq!(why(ErrorKind::MaxFilesWatch), Blindness::Folders);
        assert_eq!(why(ErrorKind::Io(io::Error::from_raw_os_error(24))), Blindness::Programs);
        assert_eq!(why(ErrorKind::Io(io::ErrorKind::Unsupported.into())), Blindness::Unknown);
        assert_eq!(why(ErrorKind::PathNotFound), Blindness::Unknown);
    }
}
