//! The newsroom and its preview: after every change one build, and the word to all that watch.

use crate::diagnostic::Diagnostic;
use crate::pipeline::{Order, Outcome, Progress, Session, Unwatched};
use crate::report::{self, UiLanguage};
use crate::serve::clock::Clock;
use crate::serve::stand::{Stand, Trouble, publish};
use crate::serve::texts::Disk;
use crate::serve::voice::Voice;
use crate::serve::{looks, proof};
use jiff::Timestamp;
use std::io;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};
use tokio::sync::watch::Sender;

/// The longest time for which the clock is not looked at: it may be set, and a computer may sleep.
const LONGEST: Duration = Duration::from_secs(1);

/// A newsroom that is built again and again.
pub struct Preview<'a> {
    session: Session,
    clock: Clock,
    voice: &'a dyn Voice,
    texts: Disk,
    stands: Sender<Arc<Stand>>,
    proof: mpsc::Sender<()>,
    reported: Vec<Diagnostic>,
}

impl<'a> Preview<'a> {
    /// Builds for the first time.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn open(
        order: Order,
        clock: Clock,
        voice: &'a dyn Voice,
        progress: &dyn Progress,
        stands: Sender<Arc<Stand>>,
    ) -> io::Result<Self> {
        let begun = Instant::now();
        let texts = Disk(order.root.clone());
        let proof = proof::start(order.root.clone(), clock, stands.clone())?;
        let (session, outcome) = Session::open(order, progress)?;
        let mut preview = Self { session, clock, voice, texts, stands, proof, reported: Vec::new() };
        preview.tell(&outcome, begun.elapsed());
        Ok(preview)
    }

    /// How long nothing will change by itself, as far as it is wise to rely upon it.
    pub fn patience(&self) -> Duration {
        let next = self.session.plan().and_then(|plan| plan.next_change);
        let wait = next.and_then(|next| next.duration_since(self.clock.now()).try_into().ok());
        wait.map_or(LONGEST, |wait: Duration| wait.min(LONGEST))
    }

    /// Builds if the site was due to change by itself.
    pub fn look_at_clock(&mut self) {
        let due = |next: Timestamp| next <= self.clock.now();
        if self.session.plan().and_then(|plan| plan.next_change).is_some_and(due) {
            self.build(&[]);
        }
    }

    /// Builds, since the files at these paths changed.
    pub fn build(&mut self, changed: &[String]) {
        let begun = Instant::now();
        let changed: Vec<&str> = changed.iter().map(String::as_str).collect();
        match self.session.rebuild(&changed, self.clock.now(), &Unwatched) {
            Ok(outcome) => self.tell(&outcome, begun.elapsed()),
            Err(error) => self.tell_refusal(&report::impossible(&error, self.ui())),
        }
    }

    fn ui(&self) -> UiLanguage {
        self.voice.ui()
    }

    fn tell(&mut self, outcome: &Outcome, took: Duration) {
        let trouble = outcome.built.is_none().then_some(Trouble::Content);
        let overlay = trouble.as_ref().map(|_| looks::overlay(&outcome.findings, &self.texts, self.ui()));
        let plan = self.session.plan();
        let style = plan.map(|plan| plan.config().base_url.local(&plan.theme().style_permalink));
        // Tabs hear at once; what only the desk shows may take a moment longer.
        self.publish(|stand| {
            stand.style = style.unwrap_or_else(|| stand.style.clone());
            (stand.overlay, stand.trouble) = (overlay, trouble);
            stand.findings = Arc::new(outcome.findings.clone());
        });
        if let Some(plan) = self.session.plan() {
            let roster = Some(Arc::new(plan.roster()));
            if self.stands.borrow().roster != roster {
                self.publish(|stand| stand.roster = roster);
            }
        }
        // Without its reader the desk tells what builds find.
        let _ = self.proof.send(());
        self.say(outcome, took);
    }

    fn tell_refusal(&self, reason: &str) {
        self.voice.complain(reason);
        self.voice.complain(&report::label(self.ui(), "serve-refused"));
        let overlay = Some(looks::overlay_of_reason(reason.to_owned(), self.ui()));
        self.publish(|stand| (stand.trouble, stand.overlay) = (Some(Trouble::World(reason.to_owned())), overlay));
    }

    fn publish(&self, change: impl FnOnce(&mut Stand)) {
        publish(&self.stands, self.clock.now(), change);
    }

    fn say(&mut self, outcome: &Outcome, took: Duration) {
        // A warning that stays need not be read again after every word.
        if self.reported != outcome.findings {
            self.voice.report(&outcome.findings, &outcome.sources);
            self.reported.clone_from(&outcome.findings);
        }
        match &outcome.built {
            Some(built) => self.voice.say(&report::built(built.done(), took, self.ui())),
            None => self.voice.complain(&report::label(self.ui(), "serve-refused")),
        }
    }
}
