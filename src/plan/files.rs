//! Files that are delivered as they are: pictures, attachments, the theme's static files, the stylesheet.

use crate::plan::edition::Edition;
use crate::plan::sheet::{SITE_FILE, Sheet};
use crate::plan::target::{FileCopy, Target};

impl Edition<'_> {
    /// The files that the pages planned so far lead to, and the theme's.
    pub fn files_sheet(&self) -> Sheet {
        let mut sheet = Sheet::default();
        for media in self.used_media().map(|no| self.newsroom.media(no)) {
            let copy = FileCopy { file: media.file.file.clone(), hash: media.file.hash };
            sheet.put(&media.permalink, Target::Copy(copy), &media.file.file);
        }
        for asset in self.theme.assets.values() {
            let copy = FileCopy { file: asset.file.clone(), hash: asset.hash };
            sheet.put(&asset.permalink, Target::Copy(copy), &asset.file);
        }
        sheet.put(&self.theme.style_permalink, Target::Text(self.theme.style.clone()), &SITE_FILE.into());
        sheet
    }
}
