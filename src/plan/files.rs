//! Files that are delivered as they are: pictures, attachments, the theme's static files, the stylesheet.

use crate::model::{Goal, MediaNo, Text};
use crate::plan::edition::{Edition, Standing};
use crate::plan::sheet::Sheet;
use crate::plan::target::Target;
use crate::view::FileCopy;
use std::collections::BTreeSet;

impl Edition {
    /// The files that pages lead to, and the theme's.
    pub fn files_sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        for no in self.used_media() {
            let media = self.newsroom.media(no);
            sheet.put(&media.permalink, Target::Media(no), &media.file.file);
        }
        for (name, asset) in &self.theme.assets {
            sheet.put(&asset.permalink, Target::Asset(name.as_str().into()), &asset.file);
        }
        sheet.add(&self.theme.style_permalink, Target::Style);
        sheet
    }

    /// The files of all releases, projects and pages that are shown in some language.
    fn used_media(&self) -> BTreeSet<MediaNo> {
        let mut used = BTreeSet::new();
        let languages = || self.config.languages.iter();
        for release in &self.newsroom.releases {
            let is_shown = |standing| !matches!(standing, None | Some(Standing::Expired));
            let mut shown = languages().filter(|language| is_shown(self.standing(release, *language))).peekable();
            if shown.peek().is_some() {
                let files = release.image.iter().chain(&release.gallery).chain(&release.attachments);
                used.extend(files.map(|file| file.media));
            }
            shown.filter_map(|language| release.translations.get(&language)).for_each(|one| add(&one.text, &mut used));
        }
        let pages = self.newsroom.pages.iter().flat_map(|page| page.texts.values().map(|text| &text.text));
        let projects = self.newsroom.terms.iter().filter_map(|term| term.project.as_ref());
        let projects = projects.flat_map(|project| project.texts.values().map(|text| &text.text));
        pages.chain(projects).for_each(|text| add(text, &mut used));
        used
    }

    /// A picture or attachment.
    pub fn media_copy(&self, no: MediaNo) -> FileCopy {
        let file = &self.newsroom.media(no).file;
        FileCopy { file: file.file.clone(), hash: file.hash }
    }

    /// A static file of the theme.
    pub fn asset_copy(&self, name: &str) -> Option<FileCopy> {
        self.theme.assets.get(name).map(|asset| FileCopy { file: asset.file.clone(), hash: asset.hash })
    }
}

/// Adds the files that a text shows and leads to.
fn add(text: &Text, used: &mut BTreeSet<MediaNo>) {
    used.extend(text.pictures.iter().map(|(_, picture)| picture.value));
    let linked = text.links.iter().filter_map(|(_, target)| match target.goal {
        Goal::Media(no) => Some(no),
        _ => None,
    });
    used.extend(linked);
}
