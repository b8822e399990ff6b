//! New projects and standing pages.

use crate::language::Language;
use crate::scaffold::new_file::NewFile;
use crate::scaffold::title::Title;
use crate::scaffold::value::line;

/// What is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StandingKind {
    /// A project.
    Project,
    /// A standing page.
    Page,
}

impl StandingKind {
    /// The folder of `content/` for all of the kind.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Project => "projects",
            Self::Page => "pages",
        }
    }
}

/// What is known of a project or page before it is written.
#[derive(Clone, Debug)]
pub struct StandingSketch {
    /// Which of the two.
    pub kind: StandingKind,
    /// The title.
    pub title: Title,
    /// The languages, the one of the title first.
    pub languages: Vec<Language>,
}

impl StandingSketch {
    /// One file a language, for the folder of the project or page.
    pub fn files(&self) -> Vec<NewFile> {
        self.languages.iter().enumerate().map(|(number, language)| self.file(*language, number)).collect()
    }

    fn file(&self, language: Language, number: usize) -> NewFile {
        let status = Some("running").filter(|_| number == 0 && self.kind == StandingKind::Project);
        let front = line("title", Some(self.title.as_str())) + "summary:\n" + &line("status", status);
        NewFile::new(format!("{language}.md"), format!("---\n{front}---\n{}\n", to_come(language)))
    }
}

/// What readers see until the text is there: a project or page is no draft.
fn to_come(language: Language) -> &'static str {
    match language.primary() {
        "kk" => "Мәтін дайындалып жатыр.",
        "ru" => "Текст готовится.",
        _ => "This text is being prepared.",
    }
}
