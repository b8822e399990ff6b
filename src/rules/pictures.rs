//! Pictures without a credit, and pictures that are described by the name of their file.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::parse::{Front, MediaFront};
use crate::rules::page::Page;
use crate::rules::subject::Subject;
use std::collections::BTreeMap;

/// Finds pictures of a release that no language credits, where they are named first.
pub fn credits(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let mut original: Vec<&Page<'_>> = subject.pages.iter().collect();
    original.sort_by_key(|page| subject.release().is_none_or(|release| release.original != page.language()));
    let mut pictures: BTreeMap<&str, (bool, Diagnostic)> = BTreeMap::new();
    for page in original {
        for picture in front_pictures(page) {
            let credited = picture.credit.as_ref().is_some_and(|credit| !credit.value.trim().is_empty());
            let finding = || page.finding(Code::MissingCredit, picture.file.span).with("file", &picture.file.value);
            pictures.entry(&picture.file.value).or_insert_with(|| (false, finding())).0 |= credited;
        }
    }
    pictures.into_values().filter(|(credited, _)| !credited).map(|(_, finding)| finding).collect()
}

/// Finds pictures whose description is the name of a file, or no more than the word for a picture.
pub fn alternatives(page: &Page<'_>) -> Vec<Diagnostic> {
    let finding = |alt: &str, file: &str, span: Span| {
        let finding = || page.finding(Code::AltIsFileName, span).with("alt", alt.trim()).with("file", file);
        says_nothing(alt, file).then(finding)
    };
    let front = front_pictures(page);
    let front = front.filter_map(|one| {
        let alt = one.alt.as_deref()?;
        let written = page.front.iter().find(|text| text.key.ends_with(".alt") && text.block.text() == alt);
        finding(alt, &one.file.value, written.map_or(one.file.span, |text| text.block.span))
    });
    let body = page.blocks.iter().flat_map(|block| &block.pictures);
    front.chain(body.filter_map(|one| finding(&one.alt, &one.file, one.span))).collect()
}

fn front_pictures<'p>(page: &Page<'p>) -> impl Iterator<Item = &'p MediaFront> + use<'p> {
    let release = match &page.document.front {
        Front::Release(front) => Some(front),
        _ => None,
    };
    release.into_iter().flat_map(|front| front.image.iter().chain(&front.gallery))
}

/// What cameras, telephones and programs call pictures, and the words for a picture.
const NAMES: &str = "img image images dsc dscn dscf dcim pict picture pic photo photos foto p pxl mvi gopr screenshot \
    screen scan untitled whatsapp viber telegram wa fullsize \
    фото фотография фотка снимок картинка изображение рисунок скриншот экрана от без названия \
    сурет суреті фотосурет фотосуреті скрин";

/// The endings of pictures' names.
const ENDINGS: [&str; 9] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic", ".tif", ".tiff"];

fn says_nothing(alt: &str, file: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    if alt.is_empty() {
        return false;
    }
    let name = file.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = |name: &str| ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name).to_owned();
    let said = words(&stem(&alt));
    let is_name = !alt.contains(' ') && (stem(&alt) != alt || said == words(&stem(&name)));
    is_name || !said.is_empty() && said.iter().all(|word| is_empty_word(word))
}

/// The words of a name; digits are words of their own.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for c in name.chars() {
        let kind = if c.is_numeric() { Some('0') } else { c.is_alphabetic().then_some('a') };
        match words.last_mut() {
            Some(word) if kind.is_some() && kind == last => word.push(c),
            _ if kind.is_some() => words.push(c.into()),
            _ => {}
        }
        last = kind;
    }
    words
}

fn is_empty_word(word: &str) -> bool {
    word.chars().all(char::is_numeric) || NAMES.split_whitespace().any(|name| name == word) || word == "at"
}
