//! Front matter as types: what a release, a project and a standing page may say.

use crate::config::Config;
use crate::config::periods::{self, Former};
use crate::diagnostic::{At, Code, Diagnostic, Place, Span};
use crate::language::written_date::{self, Fault};
use crate::markdown::Destination;
use crate::parse::document::{
    AuthorFront, Draft, Kind, MediaFront, Names, PageFront, Precision, ProjectFront, ReleaseFront, Status, When,
};
use crate::parse::paragraph_hash::ParagraphHash;
use crate::yaml::Table;
use std::sync::Arc;

/// The key at which a translation notes what it was made from.
pub const TRANSLATED_FROM: &str = "translated_from";

/// The file that is read, and what is found in it.
pub struct FrontReading<'a> {
    /// The file.
    pub file: &'a Arc<str>,
    /// The newsroom's settings.
    pub config: &'a Config,
    /// What was found.
    pub findings: &'a mut Vec<Diagnostic>,
}

impl FrontReading<'_> {
    /// The front matter of a release.
    pub fn release(&mut self, table: &mut Table) -> ReleaseFront {
        let mut front = ReleaseFront {
            id: table.text("id"),
            date: self.date(table, "date"),
            regions: names(table, "region"),
            projects: names(table, "project"),
            tags: names(table, "tags"),
            kind: self.choice(table, "kind", &Kind::ALL, Kind::word),
            embargo: self.date(table, "embargo"),
            expires: self.date(table, "expires"),
            pinned: table.flag("pinned"),
            updated: self.date(table, "updated"),
            original_language: table.text("original_language"),
            gallery: self.media_list(table, "gallery"),
            attachments: self.media_list(table, "attachments"),
            corrections: self.corrections(table),
            slug: table.text("slug"),
            aliases: table.texts("aliases"),
            author: self.author(table),
            draft: table.flag("draft").filter(|draft| draft.value).map_or(Draft::Ready, |_| Draft::Draft),
            translated_from: translated_from(table),
            ..ReleaseFront::default()
        };
        front.image = table.table("image").and_then(|image| self.media(image));
        if let Some(mut event) = table.table("event") {
            front.event_starts = self.date(&mut event, "starts");
            front.event_ends = self.date(&mut event, "ends");
            front.event_place = event.text("place").map(|place| place.value);
            event.finish(self.findings);
        }
        if let Some(mut source) = table.table("source") {
            front.source_url = source.text("url").and_then(|url| self.safe_url(url));
            front.source_name = source.text("name").map(|name| name.value);
            source.finish(self.findings);
        }
        front
    }

    /// The front matter of a project.
    pub fn project(&mut self, table: &mut Table) -> ProjectFront {
        let title = |period: &mut Table, _: &mut Vec<Diagnostic>| period.required("title", Table::text);
        let former = periods::former(table, self.findings, title);
        let named = |Former { from, until, value }: Former<Option<At<String>>>| {
            Some(Former { from, until, value: value?.value })
        };
        ProjectFront {
            former: former.into_iter().filter_map(named).collect(),
            predecessor: table.text("predecessor"),
            short_names: table.texts("short_names"),
            partners: table.texts("partners").into_iter().map(|partner| partner.value).collect(),
            status: self.choice(table, "status", &Status::ALL, Status::word),
            started: self.date(table, "started"),
            ended: self.date(table, "ended"),
            aliases: table.texts("aliases"),
        }
    }

    /// The front matter of a standing page.
    pub fn page(&mut self, table: &mut Table) -> PageFront {
        PageFront { order: table.number("order"), aliases: table.texts("aliases") }
    }

    /// A date in any of the spellings that editors use, in the site's zone.
    pub fn date(&mut self, table: &mut Table, key: &'static str) -> Option<At<When>> {
        let text = table.text(key)?;
        let why = match written_date::read(&text.value) {
            Ok(written) => match written_date::instant(&written, &self.config.zone) {
                Some(at) => {
                    let precision = written.time.map_or(Precision::Day, |_| Precision::Minute);
                    return Some(At::new(When { at, precision }, text.span));
                }
                None => Fault::Impossible,
            },
            Err(fault) => fault,
        };
        self.report(Code::BadDate, text.span, &[("text", &text.value), ("why", why.word())]);
        None
    }

    fn report(&mut self, code: Code, span: Span, args: &[(&'static str, &str)]) {
        let finding = Diagnostic::new(code, Place::new(self.file.clone(), span));
        self.findings.push(args.iter().fold(finding, |finding, (name, value)| finding.with(name, value)));
    }

    fn choice<T: Copy>(
        &mut self,
        table: &mut Table,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<At<T>> {
        let text = table.text(key)?;
        if let Some(choice) = all.iter().find(|choice| word(**choice) == text.value) {
            return Some(At::new(*choice, text.span));
        }
        let words: Vec<&str> = all.iter().map(|choice| word(*choice)).collect();
        let finding = Diagnostic::new(Code::UnknownChoice, Place::new(self.file.clone(), text.span));
        let finding = finding.with("key", key).with("text", &text.value).with("known", words.join(", "));
        self.findings.push(finding.nearest(&text.value, words.iter().copied()));
        None
    }

    fn safe_url(&mut self, url: At<String>) -> Option<At<String>> {
        let Some(why) = Destination::of(&url.value).not_web() else { return Some(url) };
        self.report(Code::UnsafeUrl, url.span, &[("url", &url.value), ("why", why)]);
        None
    }

    fn media_list(&mut self, table: &mut Table, key: &'static str) -> Vec<MediaFront> {
        table.tables(key).into_iter().filter_map(|media| self.media(media)).collect()
    }

    fn media(&mut self, mut table: Table) -> Option<MediaFront> {
        let file = table.required("file", Table::text);
        let credit = table.text("credit");
        let mut text = |key| table.text(key).map(|text| text.value);
        let (alt, caption, title) = (text("alt"), text("caption"), text("title"));
        table.finish(self.findings);
        Some(MediaFront { file: file?, credit, alt, caption, title })
    }

    fn author(&mut self, table: &mut Table) -> Option<AuthorFront> {
        let mut table = table.table("author")?;
        let mut text = |key| table.text(key).map(|text| text.value);
        let author = AuthorFront { name: text("name"), role: text("role"), organization: text("organization") };
        table.finish(self.findings);
        Some(author)
    }

    fn corrections(&mut self, table: &mut Table) -> Vec<(When, String)> {
        let mut corrections = Vec::new();
        for mut table in table.tables("corrections") {
            let date = table.required("date", |table, key| self.date(table, key));
            let text = table.required("text", Table::text);
            table.finish(self.findings);
            corrections.extend(date.zip(text).map(|(date, text)| (date.value, text.value)));
        }
        corrections
    }
}

/// The hashes that a translation notes; of a text that is none nothing is known, so that the paragraph counts as changed.
fn translated_from(table: &mut Table) -> Option<Box<[ParagraphHash]>> {
    let texts = table.texts(TRANSLATED_FROM);
    let hashes = || texts.iter().filter_map(|text| ParagraphHash::parse(&text.value)).collect();
    (!texts.is_empty()).then(hashes)
}

fn names(table: &mut Table, key: &'static str) -> Option<Names> {
    let texts = table.texts(key);
    let span = Span { start: texts.first()?.span.start, end: texts.last()?.span.end };
    Some(At::new(texts, span))
}
