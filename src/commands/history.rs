//! Texts that were changed after publication without a word to their readers, as far as git remembers.
//!
//! A text is compared with the oldest of its public versions of the last 90 days after which nothing was announced: since
//! that one its corrections and the release's `updated` are what they are now. A text that was put right says so at the
//! next correction or update; that is where the comparison begins anew. Only letters and digits count, so that quotes,
//! dashes and spaces may be mended in silence.

use crate::commands::git::{Blobs, Change, Repository};
use crate::config::Config;
use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::parse::{self, Document, Draft, Front, ReleaseFront, When};
use crate::source::Sources;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

const FOLDER: &str = "content/releases";
/// What was changed longer ago is settled, and looking costs time.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Finds the texts of public releases that were changed in silence, in the order of their paths; none without git.
pub fn silent_changes(root: &Path, sources: &Sources, config: &Config, now: Timestamp) -> Vec<Diagnostic> {
    let since = now.checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    let Some(repository) = Repository::around(root) else { return Vec::new() };
    let changes = repository.changes(FOLDER, since);
    let mut releases: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in &changes {
        if let Some(subject) = parse::subject(&change.path) {
            releases.entry(subject).or_default().push(change);
        }
    }
    // Most releases are new, and never changed since.
    releases.retain(|_, changes| changes.iter().any(|change| change.before.is_some()));
    let Some(mut blobs) = repository.blobs().filter(|_| !releases.is_empty()) else { return Vec::new() };
    let read = |(subject, changes)| Release::read(subject, changes, &mut blobs, sources, config);
    releases.into_iter().filter_map(read).flat_map(|release| release.silent_changes(now)).collect()
}

/// A text as it is or once was.
struct Version {
    document: Arc<Document>,
    body: String,
}

/// A release with what is remembered of its texts.
struct Release<'a> {
    /// The texts as they are.
    texts: Vec<Version>,
    /// What was changed of them, the oldest first.
    changes: Vec<&'a Change>,
    /// What is known of the bytes that changes name.
    versions: HashMap<&'a str, Version>,
}

impl<'a> Release<'a> {
    fn read(
        subject: &str,
        changes: Vec<&'a Change>,
        blobs: &mut Blobs,
        sources: &Sources,
        config: &Config,
    ) -> Option<Self> {
        let paths = sources.below(subject).filter(|path| parse::subject(path) == Some(subject));
        let texts = paths.map(|path| Version::read(path, &sources.read(path).ok()?, config)).collect::<Option<_>>()?;
        let mut versions = HashMap::new();
        for change in &changes {
            let path: Arc<str> = change.path.as_str().into();
            for name in change.before.iter().chain(&change.after) {
                let version = blobs.get(name).and_then(|bytes| Version::read(&path, &bytes, config));
                versions.extend(version.map(|version| (name.as_str(), version)));
            }
        }
        Some(Self { texts, changes, versions })
    }

    fn silent_changes(&self, now: Timestamp) -> Vec<Diagnostic> {
        let is_past = |at: Option<Timestamp>| at.is_some_and(|at| at <= now);
        let expires = self.instants(|front| front.expires.as_ref()).next();
        let Some(published) = self.published().filter(|at| is_past(Some(*at)) && !is_past(expires)) else {
            return Vec::new();
        };
        let ready = self.texts.iter().filter(|text| text.is_ready());
        ready.filter_map(|text| text.difference(self.last_announced(text, published)?)).collect()
    }

    /// What the texts say of a moment.
    fn instants(&self, of: fn(&ReleaseFront) -> Option<&At<When>>) -> impl Iterator<Item = Timestamp> {
        self.texts.iter().filter_map(move |text| Some(of(text.front()?)?.value.at.timestamp()))
    }

    /// The later of date and embargo.
    fn published(&self) -> Option<Timestamp> {
        let date = self.instants(|front| front.date.as_ref()).next()?;
        self.instants(|front| front.embargo.as_ref()).chain([date]).max()
    }

    /// The oldest public version of a text after which nothing was announced that is not announced now.
    fn last_announced(&self, text: &Version, published: Timestamp) -> Option<&Version> {
        let changes = self.changes.iter().rev().filter(|change| *change.path == *text.document.file);
        let before = changes.map_while(|change| {
            let version = self.versions.get(change.before.as_deref()?)?;
            let was_public = change.at.is_none_or(|at| at > published) && version.is_ready();
            let announced =
                version.corrections() == text.corrections() && self.updated(change.commit) == self.updated(usize::MAX);
            (was_public && announced).then_some(version)
        });
        before.last()
    }

    /// What the release said of its last update before a commit.
    fn updated(&self, commit: usize) -> Option<&When> {
        self.texts.iter().find_map(|text| self.before(text, commit)?.front()?.updated.as_ref()).map(|at| &at.value)
    }

    /// A text as it was before a commit.
    fn before<'v>(&'v self, text: &'v Version, commit: usize) -> Option<&'v Version> {
        let next = self.changes.iter().find(|change| *change.path == *text.document.file && change.commit >= commit);
        match next {
            Some(change) => self.versions.get(change.before.as_deref()?),
            None => Some(text),
        }
    }
}

impl Version {
    fn read(path: &Arc<str>, bytes: &[u8], config: &Config) -> Option<Self> {
        let document = parse::look(config, path, bytes).0?;
        let body = bytes.get(document.body.start as usize..).unwrap_or_default();
        Some(Self { body: String::from_utf8_lossy(body).into_owned(), document })
    }

    fn front(&self) -> Option<&ReleaseFront> {
        match &self.document.front {
            Front::Release(front) => Some(front),
            _ => None,
        }
    }

    fn is_ready(&self) -> bool {
        self.front().is_some_and(|front| front.draft == Draft::Ready)
    }

    fn corrections(&self) -> &[(When, String)] {
        self.front().map_or(&[], |front| &front.corrections)
    }

    /// What of the words is another than it was.
    fn difference(&self, old: &Self) -> Option<Diagnostic> {
        let (document, was) = (&self.document, &old.document);
        let summary = |document: &Document| document.summary.clone().unwrap_or_default();
        let parts = [
            ("title", same_words(&document.title.value, &was.title.value), document.title.span),
            ("summary", same_words(&summary(document), &summary(was)), Span::default()),
            ("text", same_words(&self.body, &old.body), Span::default()),
        ];
        let (what, _, span) = parts.into_iter().find(|(_, same, _)| !same)?;
        Some(Diagnostic::new(Code::SilentChange, Place::new(document.file.clone(), span)).with("what", what))
    }
}

fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(one) == letters(other)
}
