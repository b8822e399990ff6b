//! Paths as texts write them, and the addresses of the files they lead to.

use crate::language::{Language, slug};
use crate::location::Permalink;

/// The path would leave `content/`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outside;

/// The path from the root that `written` means in a file: `../b/ru.md` beside `content/releases/a/ru.md` is
/// `content/releases/b/ru.md`. Percent-encoding is undone and the name normalised.
///
/// # Errors
/// [`Outside`] when the path is absolute, holds a backslash or climbs out of `content/`.
pub fn resolve(file: &str, written: &str) -> Result<String, Outside> {
    let written = percent_encoding::percent_decode_str(written).decode_utf8().map_err(|_| Outside)?;
    if written.starts_with('/') || written.contains(['\\', '\0']) {
        return Err(Outside);
    }
    let written = slug::normal(written.into_owned());
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.len() > 1 => _ = parts.pop(),
            ".." => return Err(Outside),
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// The address of a picture or attachment: below the id of the subject whose folder it lies in, else by its path without
/// folders of years and months, which may move: where the texts of the subject are gone, the address stays.
pub fn media_permalink(file: &str, owner: Option<(&str, &str)>) -> Permalink {
    let path = file.strip_prefix("content/").unwrap_or(file);
    let (kind, rest) = path.split_once('/').unwrap_or(("", path));
    let rest = match owner.and_then(|(folder, id)| Some((file.strip_prefix(folder)?.trim_start_matches('/'), id))) {
        Some((name, id)) => format!("{id}/{name}"),
        None => undated(rest).to_owned(),
    };
    let plain: Vec<String> = rest.split('/').map(plain).collect();
    Permalink::file(&format!("media/{kind}/{}", plain.join("/")))
}

/// A path without the folders before it whose names are numbers.
fn undated(path: &str) -> &str {
    match path.split_once('/') {
        Some((folder, rest)) if folder.bytes().all(|byte| byte.is_ascii_digit()) => undated(rest),
        _ => path,
    }
}

/// A name as a URL can bear it unchanged.
fn plain(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte)) {
        return name.to_owned();
    }
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let slug = |text| Language::parse("kk").map_or_else(String::new, |kazakh| slug::slug(kazakh, text));
    match (slug(stem), slug(extension)) {
        (stem, extension) if extension.is_empty() => stem,
        (stem, extension) => format!("{stem}.{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_path_is_taken_from_the_folder_of_its_file() {
        let path = |written| resolve("content/releases/2024/a/ru.md", written);
        assert_eq!(path("hall.jpg").as_deref(), Ok("content/releases/2024/a/hall.jpg"));
        assert_eq!(path("../b/ru.md").as_deref(), Ok("content/releases/2024/b/ru.md"));
        assert_eq!(path("./%D0%B7%D0%B0%D0%BB.jpg").as_deref(), Ok("content/releases/2024/a/зал.jpg"));
        for outside in ["../../../../x", "/etc/passwd", "..\\x", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/x"] {
            assert_eq!(path(outside), Err(Outside), "{outside}");
        }
    }

    #[test]
    fn a_file_stands_under_the_id_of_its_release() {
        let address = |file, owner| media_permalink(file, owner).as_str().to_owned();
        let owner = Some(("content/releases/2024/a", "2024-a"));
        assert_eq!(address("content/releases/2024/a/hall.jpg", owner), "/media/releases/2024-a/hall.jpg");
        assert_eq!(address("content/releases/2024/a/Үлкен зал.JPG", owner), "/media/releases/2024-a/ulken-zal.jpg");
        assert_eq!(address("content/shared/logo.svg", None), "/media/shared/logo.svg");
        assert_eq!(address("content/releases/2024/10/a/hall.jpg", None), "/media/releases/a/hall.jpg");
        assert_eq!(address("content/releases/2024/1.jpg", None), "/media/releases/1.jpg");
    }

    proptest! {
        #[test]
        fn no_path_leaves_the_content_folder(written in "(\\.\\./|/|a|%2e|\\\\){0,12}") {
            if let Ok(path) = resolve("content/releases/a/ru.md", &written) {
                prop_assert!(path == "content" || path.starts_with("content/"));
                prop_assert!(!path.split('/').any(|part| part == ".."));
            }
        }
    }
}
