//! Waits for changes of the input, for the end, or for nothing in particular.

use crate::serve::gather::Gathering;
use crate::source::{FOLDERS, input_path};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How often files are looked at where changes are not reported.
const POLL: Duration = Duration::from_secs(1);

/// How changes come to be known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Watching {
    /// The system reports them.
    Reports,
    /// Every file is looked at, again and again.
    Looks,
}

/// What comes in from other threads.
#[derive(Debug)]
pub enum Signal {
    /// Something about the input.
    Report(notify::Result<Event>),
    /// The user wants an end.
    End,
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
    watcher: Box<dyn Watcher>,
    watching: Watching,
    gathering: Gathering,
    fell_back: bool,
}

impl Watch {
    /// Begins to watch.
    ///
    /// # Errors
    /// When changes can come to be known in no way.
    pub fn open(root: &Path, watching: Watching) -> notify::Result<Self> {
        let (sender, signals) = channel();
        let root = root.canonicalize()?;
        let reported = match watching {
            Watching::Reports => begin(Watching::Reports, &root, &sender).ok(),
            Watching::Looks => None,
        };
        let fell_back = reported.is_none() && watching == Watching::Reports;
        let (watcher, watching) = match reported {
            Some(watcher) => (watcher, Watching::Reports),
            None => (begin(Watching::Looks, &root, &sender)?, Watching::Looks),
        };
        Ok(Self { root, signals, sender, watcher, watching, gathering: Gathering::default(), fell_back })
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
                if matches!(error.kind, ErrorKind::MaxFilesWatch) && self.watching == Watching::Reports {
                    self.fall_back();
                }
                self.suspect_everything(now);
            }
        }
    }

    fn changed(&mut self, path: &Path, now: Instant) {
        let Some(path) = path.strip_prefix(&self.root).ok().and_then(input_path) else { return };
        if FOLDERS.contains(&path.as_str()) {
            // It may have been made only now, or be another folder than before.
            let _ = self.watcher.watch(&self.root.join(&path), RecursiveMode::Recursive);
        }
        self.gathering.add(path, now);
    }

    /// The name of a folder stands for all that may lie in it.
    fn suspect_everything(&mut self, now: Instant) {
        FOLDERS.iter().for_each(|folder| self.gathering.add((*folder).to_owned(), now));
    }

    fn fall_back(&mut self) {
        if let Ok(watcher) = begin(Watching::Looks, &self.root, &self.sender) {
            (self.watcher, self.watching, self.fell_back) = (watcher, Watching::Looks, true);
        }
    }
}

/// Watches the folders of input, and the root for the day on which one of them is made.
fn begin(watching: Watching, root: &Path, sender: &Sender<Signal>) -> notify::Result<Box<dyn Watcher>> {
    let sender = sender.clone();
    let tell = move |report| {
        // At the end nobody listens any more.
        let _ = sender.send(Signal::Report(report));
    };
    let config = Config::default().with_poll_interval(POLL).with_follow_symlinks(false);
    let mut watcher: Box<dyn Watcher> = match watching {
        Watching::Reports => Box::new(RecommendedWatcher::new(tell, config)?),
        Watching::Looks => Box::new(PollWatcher::new(tell, config)?),
    };
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.map(|folder| root.join(folder)).iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
}
