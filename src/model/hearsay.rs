//! What only follows from something else that is wrong: a link to a text that could not be read leads nowhere, a release
//! whose original could not be read has no date. Who mends the cause is rid of these too, so only the cause is told.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::paths;
use crate::parse::{self, REGIONS, TAGS};
use std::collections::BTreeSet;

/// Takes away what follows from other findings.
pub fn silence(findings: &mut Vec<Diagnostic>) {
    let causes = Causes::among(findings);
    findings.retain(|finding| !causes.explain(finding));
}

/// What is not known because it could not be read. A release, project or page goes by the path that its languages share.
#[derive(Default)]
struct Causes {
    /// Files with errors in them, and the releases, projects and pages that they belong to.
    faulty: BTreeSet<String>,
    /// Those of which nothing is known, and their ids.
    unread: BTreeSet<String>,
    /// Fields with a slip of the pen in their names: whose, and the field that is meant.
    misspelt: BTreeSet<(String, String)>,
}

impl Causes {
    fn among(findings: &[Diagnostic]) -> Self {
        let mut causes = Self::default();
        let is_cause = |finding: &&Diagnostic| finding.severity == Severity::Error && !is_of_predecessor(finding);
        for finding in findings.iter().filter(is_cause) {
            let file = &*finding.place.file;
            let paths = [file, subject(file)].map(str::to_owned);
            if let Some(meant) = argument(finding, "nearest").filter(|_| finding.code == Code::UnknownKey) {
                causes.misspelt.insert((subject(file).to_owned(), meant.to_owned()));
            }
            if leaves_unread(finding) {
                causes.unread.extend(parse::subject(file).map(|subject| last(subject).to_owned()));
                causes.unread.extend(paths.clone());
            }
            causes.faulty.extend(paths);
        }
        causes
    }

    fn explain(&self, finding: &Diagnostic) -> bool {
        let file = &*finding.place.file;
        match finding.code {
            Code::UnknownRegion => self.faulty.contains(REGIONS),
            Code::UnlistedTag => self.faulty.contains(TAGS),
            Code::UnknownProject => {
                self.faulty.range(PROJECTS.to_owned()..).next().is_some_and(|path| path.starts_with(PROJECTS))
            }
            Code::FactInTranslation => self.faulty.contains(subject(file)),
            Code::MissingKey => argument(finding, "key").is_some_and(|key| self.is_misspelt(file, key)),
            Code::MissingDate if self.is_misspelt(file, "date") => true,
            Code::MissingDate | Code::OriginalMissing | Code::UnknownMedia => self.unread.contains(subject(file)),
            Code::MissingLinkTarget | Code::LinkToDraft | Code::MissingImage | Code::MissingAttachment => {
                let written = argument(finding, "target").or_else(|| argument(finding, "file"));
                written.is_some_and(|written| self.is_unread(file, written))
            }
            _ => false,
        }
    }

    /// Whether any language misspells a field.
    fn is_misspelt(&self, file: &str, key: &str) -> bool {
        self.misspelt.contains(&(subject(file).to_owned(), key.to_owned()))
    }

    /// Whether a text or picture that a file names by path or id is there, but could not be read.
    fn is_unread(&self, file: &str, written: &str) -> bool {
        let path = paths::resolve(file, written);
        path.is_ok_and(|path| self.unread.contains(&path)) || self.unread.contains(written.trim_matches('/'))
    }
}

const PROJECTS: &str = "content/projects/";

/// The release, project or page that a text belongs to; of another file the file itself.
fn subject(file: &str) -> &str {
    parse::subject(file).unwrap_or(file)
}

/// Whether a predecessor is not known: that makes no other name unknown, and would silence itself.
fn is_of_predecessor(finding: &Diagnostic) -> bool {
    let file = &*finding.place.file;
    match finding.code {
        Code::UnknownRegion => file == REGIONS,
        Code::UnknownProject => file.starts_with(PROJECTS),
        _ => false,
    }
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

fn argument<'a>(finding: &'a Diagnostic, name: &str) -> Option<&'a str> {
    finding.args.iter().find(|(other, _)| *other == name).map(|(_, value)| value.as_str())
}

/// Whether nothing is known of the file that the finding is about.
fn leaves_unread(finding: &Diagnostic) -> bool {
    match finding.code {
        Code::InvalidUtf8 | Code::SymlinkOutside | Code::NameClash => true,
        Code::MissingFrontMatter | Code::UnclosedFrontMatter | Code::BrokenYaml | Code::YamlLimit => true,
        // Of the whole file, not of a name in it.
        Code::UnknownLanguage => finding.place.span.end == 0,
        Code::WrongType => argument(finding, "key") == Some(last(&finding.place.file)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, Span};

    fn finding(code: Code, file: &str, args: &[(&'static str, &str)]) -> Diagnostic {
        let finding = Diagnostic::new(code, Place::new(file, Span::default()));
        args.iter().fold(finding, |finding, (name, value)| finding.with(name, value))
    }

    /// What is left of some findings.
    fn told(mut findings: Vec<Diagnostic>) -> Vec<&'static str> {
        silence(&mut findings);
        findings.iter().map(|finding| finding.code.word()).collect()
    }

    const BROKEN: &str = "content/releases/2024/a/ru.md";
    const OTHER: &str = "content/releases/2024/b/ru.md";

    fn broken() -> Diagnostic {
        finding(Code::BrokenYaml, BROKEN, &[])
    }

    #[test]
    fn what_follows_from_an_unreadable_text_is_not_told() {
        for target in ["a", "/a/", "../a/ru.md", "../a"] {
            let link = finding(Code::MissingLinkTarget, OTHER, &[("target", target)]);
            assert_eq!(told(vec![broken(), link]), ["broken-yaml"], "{target}");
        }
        let note = finding(Code::FactInTranslation, "content/releases/2024/a/kk.md", &[("key", "region")]);
        let date = finding(Code::MissingDate, "content/releases/2024/a/kk.md", &[("release", "a")]);
        assert_eq!(told(vec![date, broken(), note]), ["broken-yaml"]);
    }

    #[test]
    fn what_stands_for_itself_is_told() {
        let link = finding(Code::MissingLinkTarget, OTHER, &[("target", "../c/ru.md")]);
        let date = finding(Code::MissingDate, OTHER, &[("release", "b")]);
        let region = finding(Code::UnknownRegion, OTHER, &[("name", "x")]);
        let told = told(vec![broken(), link, date, region]);
        assert_eq!(told, ["broken-yaml", "missing-link-target", "missing-date", "unknown-region"]);
    }

    #[test]
    fn a_broken_list_makes_no_name_unknown() {
        for (file, code) in [
            (REGIONS, Code::UnknownRegion),
            (TAGS, Code::UnlistedTag),
            ("content/projects/p/kk.md", Code::UnknownProject),
        ] {
            assert_eq!(
                told(vec![finding(Code::DuplicateKey, file, &[]), finding(code, OTHER, &[])]),
                ["duplicate-key"]
            );
        }
    }

    #[test]
    fn a_field_that_is_misspelt_is_not_missing() {
        let slip = |meant| finding(Code::UnknownKey, BROKEN, &[("key", "x"), ("nearest", meant)]);
        let title = finding(Code::MissingKey, BROKEN, &[("key", "title")]);
        let date = finding(Code::MissingDate, "content/releases/2024/a/kk.md", &[("release", "a")]);
        assert_eq!(told(vec![slip("title"), slip("date"), title.clone(), date]), ["unknown-key", "unknown-key"]);
        assert_eq!(told(vec![slip("none"), title]), ["unknown-key", "missing-key"]);
    }

    #[test]
    fn a_picture_that_was_refused_is_not_missing() {
        let link = finding(Code::SymlinkOutside, "content/releases/2024/b/hall.jpg", &[("target", "/etc")]);
        let image = finding(Code::MissingImage, OTHER, &[("file", "hall.jpg"), ("nearest", "none")]);
        let other = finding(Code::MissingImage, BROKEN, &[("file", "hall.jpg"), ("nearest", "none")]);
        assert_eq!(told(vec![link, image, other]), ["symlink-outside", "missing-image"]);
    }
}
