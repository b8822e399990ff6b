//! Pictures and files that nothing shows.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::model::{Goal, MediaNo, MediaUse, Newsroom, Text};
use crate::rules::whole::Whole;

/// Finds files beside texts that no text and no front matter uses.
pub fn check(whole: &Whole<'_>) -> Vec<Diagnostic> {
    let newsroom = whole.ground.newsroom;
    let mut used = vec![0_u8; newsroom.media.len()];
    let mut mark = |no: MediaNo| used[no.index()] = 1;
    texts(newsroom).flat_map(media_of).for_each(&mut mark);
    for release in &newsroom.releases {
        let uses = release.image.iter().chain(&release.gallery).chain(&release.attachments);
        uses.map(|MediaUse { media, .. }| *media).for_each(&mut mark);
    }
    let unused = newsroom.media.iter().zip(used).filter(|(_, used)| *used == 0);
    let finding = |path: &std::sync::Arc<str>| {
        let name = path.rsplit('/').next().unwrap_or_default();
        Diagnostic::new(Code::UnusedImage, Place::new(path.clone(), Span::default())).with("file", name)
    };
    unused.map(|(media, _)| finding(&media.file.file)).collect()
}

/// Every text of the newsroom.
pub fn texts(newsroom: &Newsroom) -> impl Iterator<Item = &Text> {
    let releases = newsroom.releases.iter().flat_map(|release| release.translations.values().map(|text| &text.text));
    let projects = newsroom.terms.iter().filter_map(|term| term.project.as_ref());
    let projects = projects.flat_map(|project| project.texts.values().map(|text| &text.text));
    let pages = newsroom.pages.iter().flat_map(|page| page.texts.values().map(|text| &text.text));
    releases.chain(projects).chain(pages)
}

fn media_of(text: &Text) -> impl Iterator<Item = MediaNo> + '_ {
    let linked = text.links.iter().filter_map(|(_, target)| match target.goal {
        Goal::Media(no) => Some(no),
        _ => None,
    });
    text.pictures.iter().map(|(_, picture)| picture.value).chain(linked)
}
