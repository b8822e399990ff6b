//! Where the links and pictures of texts lead.

use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::markdown::{Alt, Destination};
use crate::model::facts::is_ready;
use crate::model::gather::{Dating, Gathered};
use crate::model::newsroom::{Goal, Media, MediaNo, PageNo, ReleaseNo, Target, TermNo, Text};
use crate::model::paths::{self, Outside};
use crate::model::subjects::Subject;
use crate::parse::{Document, Shape};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Everything that a text can lead to.
pub struct Links<'a> {
    files: HashMap<&'a str, Goal>,
    ids: HashMap<&'a str, ReleaseNo>,
    releases: &'a [Gathered<'a>],
    media: &'a [Media],
}

impl<'a> Links<'a> {
    /// Gathers the goals; releases in their final order, projects by the terms that stand for them.
    pub fn new(
        releases: &'a [Gathered<'a>],
        projects: &'a [Subject],
        first_project: TermNo,
        pages: &'a [Subject],
        media: &'a [Media],
    ) -> Self {
        let mut links = Self { files: HashMap::new(), ids: HashMap::new(), releases, media };
        for (no, release) in (0..).map(ReleaseNo).zip(releases) {
            links.add(release.subject, &Goal::Release(no));
            links.ids.insert(&release.subject.id, no);
        }
        for (no, project) in (first_project.0..).map(TermNo).zip(projects) {
            links.add(project, &Goal::Project(no));
        }
        for (no, page) in (0..).map(PageNo).zip(pages) {
            links.add(page, &Goal::Page(no));
        }
        links
    }

    fn add(&mut self, subject: &'a Subject, goal: &Goal) {
        self.files.insert(&subject.path, goal.clone());
        self.files.extend(subject.documents.iter().map(|document| (&*document.file, goal.clone())));
    }

    /// The file of that path.
    pub fn media(&self, path: &str) -> Option<MediaNo> {
        let index = self.media.binary_search_by(|media| (*media.file.file).cmp(path)).ok()?;
        u32::try_from(index).ok().map(MediaNo)
    }

    /// The text of a document with its links and pictures followed. `published` is the document's own instant.
    pub fn text(&self, document: &Document, published: Option<Timestamp>, findings: &mut Vec<Diagnostic>) -> Text {
        let survey = &document.body.survey;
        let mut links = BTreeMap::new();
        for link in &survey.links {
            if let Some(target) = self.follow(document, link, published, findings) {
                links.insert(link.value.clone(), target);
            }
        }
        let mut pictures = BTreeMap::new();
        for image in &survey.images {
            let Some(no) = self.picture(&document.file, &image.file, findings) else { continue };
            pictures.entry(image.file.value.clone()).or_insert(At::new(no, image.file.span));
            if image.alt == Alt::Empty {
                let place = Place::new(document.file.clone(), image.file.span);
                findings.push(missing_alt(place, &image.file.value));
            }
        }
        Text {
            borrowed: None,
            file: document.file.clone(),
            start: document.body.start,
            hash: document.body.hash,
            opening: survey.summary.clone(),
            words: survey.words,
            links: links.into_iter().collect(),
            pictures: pictures.into_iter().collect(),
        }
    }

    fn follow(
        &self,
        document: &Document,
        link: &At<String>,
        published: Option<Timestamp>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Target> {
        let (path, fragment) = link.value.split_at(link.value.find('#').unwrap_or(link.value.len()));
        let target = |goal| Some(Target { goal, fragment: fragment.to_owned(), span: link.span });
        if path.is_empty() {
            return target(Goal::Here);
        }
        if Destination::of(path) != Destination::Local {
            return None;
        }
        let finding = |code| Diagnostic::new(code, Place::new(document.file.clone(), link.span)).with("target", path);
        match self.find(document, path) {
            Ok(Some(Goal::Media(_))) => {
                let no = self.attachment(&document.file, &At::new(path.to_owned(), link.span), findings)?;
                target(Goal::Media(no))
            }
            Ok(Some(goal)) => {
                findings.extend(self.too_early(document, &goal, published).map(finding));
                target(goal)
            }
            Ok(None) => {
                let releases = self.releases.iter().map(|release| release.subject.id.as_str());
                let known = releases.chain(self.beside_file(&document.file));
                findings.push(finding(Code::MissingLinkTarget).nearest(path, known));
                None
            }
            Err(Outside) => {
                findings.push(outside(&document.file, link.span, path));
                None
            }
        }
    }

    fn find(&self, document: &Document, written: &str) -> Result<Option<Goal>, Outside> {
        if let Some(no) = self.ids.get(written.trim_matches('/')) {
            return Ok(Some(Goal::Release(*no)));
        }
        let path = paths::resolve(&document.file, written)?;
        let goal = self.files.get(path.as_str()).cloned();
        Ok(goal.or_else(|| self.media(&path).map(Goal::Media)))
    }

    /// Why a link would be dead on the day on which it is published. A draft may link to drafts.
    fn too_early(&self, document: &Document, goal: &Goal, published: Option<Timestamp>) -> Option<Code> {
        let Goal::Release(no) = goal else { return None };
        self.hidden(*no, published).filter(|_| is_ready(document))
    }

    /// Why nobody may read a release by the time at which something is published.
    fn hidden(&self, no: ReleaseNo, published: Option<Timestamp>) -> Option<Code> {
        let target = self.releases.get(no.index())?;
        if !target.subject.documents.iter().any(|document| is_ready(document)) {
            return Some(Code::LinkToDraft);
        }
        let later = published.is_some_and(|published| target.facts.published > published);
        (later && target.facts.dating == Dating::Dated).then_some(Code::LinkToLater)
    }

    /// The picture that a text or front matter shows.
    pub fn picture(&self, file: &Arc<str>, written: &At<String>, findings: &mut Vec<Diagnostic>) -> Option<MediaNo> {
        let no = self.beside(file, written, Code::MissingImage, findings)?;
        let media = &self.media[no.index()].file;
        let finding = |code| Diagnostic::new(code, Place::new(file.clone(), written.span)).with("file", &written.value);
        match &media.shape {
            Shape::Picture(..) => return Some(no),
            Shape::Unsafe(what) => findings.push(finding(Code::UnsafeSvg).with("what", what)),
            Shape::Broken | Shape::Document => findings.push(finding(Code::BrokenImage)),
        }
        None
    }

    /// The attachment that front matter offers.
    pub fn attachment(&self, file: &Arc<str>, written: &At<String>, findings: &mut Vec<Diagnostic>) -> Option<MediaNo> {
        let no = self.beside(file, written, Code::MissingAttachment, findings)?;
        let media = &self.media[no.index()].file;
        let finding = |code| Diagnostic::new(code, Place::new(file.clone(), written.span)).with("file", &written.value);
        if let Shape::Unsafe(what) = &media.shape {
            findings.push(finding(Code::UnsafeSvg).with("what", what));
            return None;
        }
        if media.media_type().is_none() {
            let known: Vec<&str> = crate::parse::TYPES.iter().map(|(extension, _)| *extension).collect();
            findings.push(finding(Code::ForbiddenAttachment).with("known", known.join(", ")));
            return None;
        }
        Some(no)
    }

    fn beside(
        &self,
        file: &Arc<str>,
        written: &At<String>,
        missing: Code,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<MediaNo> {
        let place = Place::new(file.clone(), written.span);
        let Ok(path) = paths::resolve(file, &written.value) else {
            findings.push(outside(file, written.span, &written.value));
            return None;
        };
        let found = self.media(&path);
        if found.is_none() {
            let beside = self.beside_file(&path);
            findings.push(Diagnostic::new(missing, place).with("file", &written.value).nearest(&written.value, beside));
        }
        findings.extend(found.and_then(|no| self.gives_away(file, written, no)));
        found
    }

    /// The finding at a file whose address would tell readers of a release that is not public by then.
    fn gives_away(&self, file: &Arc<str>, written: &At<String>, no: MediaNo) -> Option<Diagnostic> {
        let Some(Goal::Release(user)) = self.files.get(&**file) else { return None };
        let owner = self.media[no.index()].release.filter(|owner| owner != user)?;
        let Gathered { subject, facts } = self.releases.get(user.index())?;
        let published = Some(facts.published).filter(|_| facts.dating == Dating::Dated);
        let is_shown = subject.documents.iter().any(|document| is_ready(document));
        self.hidden(owner, published).filter(|_| is_shown)?;
        let place = Place::new(file.clone(), written.span);
        Some(file_of_held(place, &written.value, &self.releases.get(owner.index())?.subject.id))
    }

    /// The names of the pictures and attachments in the folder of a file.
    fn beside_file<'s>(&'s self, file: &'s str) -> impl Iterator<Item = &'s str> {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.media.iter().filter_map(move |media| media.file.file.strip_prefix(folder)?.strip_prefix('/'))
    }
}

fn outside(file: &Arc<str>, span: Span, path: &str) -> Diagnostic {
    let why = if path.starts_with('/') { "absolute" } else { "above" };
    Diagnostic::new(Code::PathOutside, Place::new(file.clone(), span)).with("path", path).with("why", why)
}

/// A file whose address would tell readers of a release that is not public.
pub fn file_of_held(place: Place, file: &str, release: &str) -> Diagnostic {
    Diagnostic::new(Code::FileOfHeld, place).with("file", file).with("release", release)
}

/// A picture that nobody describes.
pub fn missing_alt(place: Place, file: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingAlt, place).with("file", file)
}
