//! The clock of a preview.

use jiff::{SignedDuration, Timestamp};

/// A clock that runs like that of the computer, but may be ahead of it or behind.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    ahead: SignedDuration,
}

impl Clock {
    /// A clock that shows `now` at this moment; without one, what the computer's shows.
    pub fn showing(now: Option<Timestamp>) -> Self {
        Self { ahead: now.map_or(SignedDuration::ZERO, |now| now.duration_since(Timestamp::now())) }
    }

    /// What it shows.
    pub fn now(&self) -> Timestamp {
        let now = Timestamp::now();
        now.checked_add(self.ahead).unwrap_or(now)
    }
}
