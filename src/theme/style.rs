//! The stylesheet: the parts that `main.css` imports, bundled and minified by lightningcss.

use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::theme::lineage::Texts;
use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::error::ErrorLocation;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use lightningcss::targets::{Browsers, Features, Targets};
use std::fmt;
use std::path::{Path, PathBuf};

/// The browsers that the style must work in: what cheap phones of 2020 run.
fn targets() -> Targets {
    let version = |major: u32| Some(major << 16);
    let browsers = Browsers {
        chrome: version(80),
        android: version(80),
        edge: version(80),
        firefox: version(78),
        safari: Some(13 << 16 | 1 << 8),
        ios_saf: version(13),
        samsung: version(13),
        ..Browsers::default()
    };
    // They know `margin-inline-end` and its like; what stands in for these asks the language of an element, not its
    // direction, and takes Kazakh in Arabic letters for a script that runs to the right.
    Targets { browsers: Some(browsers), exclude: Features::LogicalProperties, ..Targets::default() }
}

/// Bundles the parts; `None`, with a finding, when they cannot be.
pub fn bundle(parts: &Texts, folder: &str, findings: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    match bundle_parts(parts) {
        Ok(style) => Some(style),
        Err((detail, location)) => {
            findings.push(finding(parts, folder, &detail, location.as_ref()));
            None
        }
    }
}

fn bundle_parts(parts: &Texts) -> Result<Vec<u8>, (String, Option<ErrorLocation>)> {
    let provider = Provider(parts);
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(Path::new("main.css")).map_err(|error| (error.kind.to_string(), error.loc))?;
    let minify = MinifyOptions { targets: targets(), ..MinifyOptions::default() };
    sheet.minify(minify).map_err(|error| (error.kind.to_string(), error.loc))?;
    let print = PrinterOptions { minify: true, targets: targets(), ..PrinterOptions::default() };
    let css = sheet.to_css(print).map_err(|error| (error.kind.to_string(), error.loc))?;
    Ok(css.code.into_bytes())
}

fn finding(parts: &Texts, folder: &str, detail: &str, location: Option<&ErrorLocation>) -> Diagnostic {
    let part = location.and_then(|location| Some((parts.get(&location.filename)?, location)));
    let place = match part {
        Some(((file, text), location)) => Place::new(file.clone(), span(text, location)),
        None => Place::new(format!("{folder}/main.css"), Span::default()),
    };
    Diagnostic::new(Code::BrokenStyle, place).with("detail", detail)
}

/// lightningcss counts lines from 0 and columns from 1.
fn span(text: &str, location: &ErrorLocation) -> Span {
    let before: usize = text.split_inclusive('\n').take(location.line as usize).map(str::len).sum();
    let at = (before + (location.column as usize).saturating_sub(1)).min(text.len());
    Span::new(at, at)
}

struct Provider<'a>(&'a Texts);

#[derive(Debug)]
struct NotInTheme(String);

impl fmt::Display for NotInTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl std::error::Error for NotInTheme {}

impl SourceProvider for Provider<'_> {
    type Error = NotInTheme;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, NotInTheme> {
        let name = file.to_string_lossy();
        self.0.get(name.as_ref()).map(|(_, text)| text.as_str()).ok_or_else(|| NotInTheme(name.into_owned()))
    }

    /// Imports are named from the folder of styles, wherever they stand; nothing is fetched from outside.
    fn resolve(&self, specifier: &str, _: &Path) -> Result<ResolveResult, NotInTheme> {
        let name = specifier.trim_start_matches("./");
        let known = self.0.contains_key(name);
        if known { Ok(ResolveResult::File(PathBuf::from(name))) } else { Err(NotInTheme(specifier.to_owned())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(files: &[(&str, &str)]) -> Texts {
        files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (format!("themes/x/style/{name}").into(), (*text).to_owned())))
            .collect()
    }

    #[test]
    fn parts_are_bundled_and_minified() {
        let parts = parts(&[
            ("main.css", "@import 'a.css';\nb { color: #ff0000 }"),
            ("a.css", "a {\n  margin-inline-start: 0\n}"),
        ]);
        let style = bundle(&parts, "themes/x/style", &mut Vec::new()).unwrap();
        let style = String::from_utf8(style).unwrap();
        assert!(style.ends_with("b{color:red}") && style.contains("margin-"), "{style}");
    }

    #[test]
    fn a_broken_part_is_reported_at_its_place() {
        let mut findings = Vec::new();
        let parts = parts(&[("main.css", "@import 'a.css';"), ("a.css", "a {}\n  b } c {}")]);
        assert_eq!(bundle(&parts, "themes/x/style", &mut findings), None);
        assert_eq!(&*findings[0].place.file, "themes/x/style/a.css");
        assert!(findings[0].place.span.start >= 5);
    }

    #[test]
    fn nothing_is_fetched_from_outside() {
        let mut findings = Vec::new();
        let parts = parts(&[("main.css", "@import 'https://evil.example/x.css';")]);
        assert_eq!(bundle(&parts, "themes/x/style", &mut findings), None);
        assert_eq!(findings[0].code, Code::BrokenStyle);
    }
}
