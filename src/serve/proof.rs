//! The careful second reader: when the newsroom has come to rest, it is read by all rules, and the desk tells what they find.

use crate::pipeline;
use crate::serve::clock::Clock;
use crate::serve::stand::{Stand, publish};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use tokio::sync::watch;

/// How long nothing may change before the newsroom is read.
const REST: Duration = Duration::from_millis(500);

/// Begins to read after every word on what is returned; ends when that is dropped.
///
/// # Errors
/// When the system gives no thread.
pub fn start(root: PathBuf, clock: Clock, stands: watch::Sender<Arc<Stand>>) -> io::Result<Sender<()>> {
    let (changed, changes) = channel();
    // One thread, so that a build which comes in between has the others.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().map_err(io::Error::other)?;
    let read = move || {
        while rests(&changes) {
            // What cannot be read now is told by the next build, and read after it.
            if let Ok(proof) = pool.install(|| pipeline::proofread(&root)) {
                publish(&stands, clock.now(), |stand| stand.proof = Arc::new(proof));
            }
        }
    };
    std::thread::Builder::new().name("proof".to_owned()).spawn(read)?;
    Ok(changed)
}

/// Waits for a change, and until no other follows; `false` when there will be none.
fn rests(changes: &Receiver<()>) -> bool {
    let mut wait = changes.recv().map_err(|_| RecvTimeoutError::Disconnected);
    while wait.is_ok() {
        wait = changes.recv_timeout(REST);
    }
    wait == Err(RecvTimeoutError::Timeout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newsroom_rests_when_no_change_follows() {
        let (changed, changes) = channel();
        (0..3).for_each(|_| changed.send(()).unwrap());
        assert!(rests(&changes));
        assert!(changes.try_recv().is_err(), "all changes are one");
        drop(changed);
        assert!(!rests(&changes));
    }
}
