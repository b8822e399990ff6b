//! A new release.

use crate::language::Language;
use crate::parse::When;
use crate::scaffold::new_file::NewFile;
use crate::scaffold::title::Title;
use crate::scaffold::value::{line, lines};

/// What is known of a release before it is written.
#[derive(Clone, Debug)]
pub struct ReleaseSketch {
    /// The title.
    pub title: Title,
    /// The language in which it will be written.
    pub original: Language,
    /// The languages into which it will be translated.
    pub others: Vec<Language>,
    /// The date that it will show.
    pub date: When,
    /// The regions, as the front matter will name them.
    pub regions: Vec<String>,
    /// The projects.
    pub projects: Vec<String>,
    /// The tags.
    pub tags: Vec<String>,
}

impl ReleaseSketch {
    /// One file a language, for the folder of the release; what is true in all languages stands in the original alone.
    /// All are drafts: nothing of them is public before an editor says so.
    pub fn files(&self) -> Vec<NewFile> {
        let facts = line("date", Some(&self.date.to_string()))
            + &lines("region", &self.regions)
            + &lines("project", &self.projects)
            + &lines("tags", &self.tags);
        let translations = self.others.iter().map(|language| self.file(*language, ""));
        std::iter::once(self.file(self.original, &facts)).chain(translations).collect()
    }

    fn file(&self, language: Language, facts: &str) -> NewFile {
        let title = line("title", Some(self.title.as_str()));
        let text = format!("---\n{title}summary:\n{facts}draft: true\n---\n{}\n", advice(language));
        NewFile::new(format!("{language}.md"), text)
    }
}

/// What stands where the text will be.
fn advice(language: Language) -> &'static str {
    match language.primary() {
        "kk" => "Ең маңыздысын бірінші абзацта айтыңыз: не болды, қайда, қашан, кім қатысты.",
        "ru" => "Скажите главное в первом абзаце: что произошло, где, когда, кто участвовал.",
        _ => "Say what matters most in the first paragraph: what happened, where, when, and who took part.",
    }
}
