//! Waits for changes of the input, for the end, or for nothing in particular.

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

/// What there is to do.
#[derive(Debug)]
pub enum Task {
    /// To build, since this changed: paths from the root.
    Build(Vec<String>),
    /// To look at the clock.
    LookAtClock,
    /// To say that from now on files are looked at, because the system reports no more of them.
    TellOfLooking,
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
    fell_back: bool,
}

impl Watch {
    /// Begins to watch; where the system cannot report, files are looked at.
    ///
    /// # Errors
    /// When the root cannot be read.
    pub fn open(root: &Path, watching: Watching) -> io::Result<Self> {
        let (sender, signals) = channel();
        let root = root.canonicalize()?;
        let watcher = if watching == Watching::Reports { begin(&root, &sender).ok() } else { None };
        let mut watch = Self { root, signals, sender, watcher, gathering: Gathering::default(), fell_back: false };
        if watch.watcher.is_none() {
            look::start(&watch.root, &watch.sender)?;
            watch.fell_back = watching == Watching::Reports;
        }
        Ok(watch)
    }

    /// Where other threads send what they have to say.
    pub fn sender(&self) -> Sender<Signal> {
        self.sender.clone()
    }

    /// Waits for the next task, for `patience` at most.
    pub fn next(&mut self, patience: Duration) -> Task {
        let end = Instant::now() + patience;
        loop {
            if std::mem::take(&mut self.fell_back) {
                return Task::TellOfLooking;
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
                if matches!(error.kind, ErrorKind::MaxFilesWatch) && self.watcher.is_some() {
                    self.fall_back();
                }
                self.suspect_everything(now);
            }
        }
    }

    fn changed(&mut self, path: &Path, now: Instant) {
        let Some(path) = path.strip_prefix(&self.root).ok().and_then(input_path) else { return };
        if let Some(watcher) = self.watcher.as_mut().filter(|_| FOLDERS.contains(&path.as_str())) {
            // It may have been made only now, or be another folder than before.
            let _ = watcher.watch(&self.root.join(&path), RecursiveMode::Recursive);
        }
        self.gathering.add(path, now);
    }

    /// The name of a folder stands for all that may lie in it.
    fn suspect_everything(&mut self, now: Instant) {
        FOLDERS.iter().for_each(|folder| self.gathering.add((*folder).to_owned(), now));
    }

    fn fall_back(&mut self) {
        if look::start(&self.root, &self.sender).is_ok() {
            (self.watcher, self.fell_back) = (None, true);
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
