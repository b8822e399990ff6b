//! The output as readers see it: what lies at an address, and nothing beside it.

use std::path::{Component, Path, PathBuf};

/// The folder that is served.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// What lies at an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// A file.
    File(PathBuf),
    /// A page, but its address ends with a slash.
    Page,
    /// Nothing.
    Nothing,
}

impl Folder {
    /// The folder at a path; it need not exist yet.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// What lies at an address, the path of a URL as the browser sent it. Hidden files are not found, nor is what a link
    /// leads to outside of the folder.
    pub fn find(&self, address: &str) -> Found {
        let Some(path) = relative(address) else { return Found::Nothing };
        let path = self.0.join(path);
        let whole = address.ends_with('/');
        let file = if whole { path.join("index.html") } else { path.clone() };
        match self.file(&file) {
            Some(file) => Found::File(file),
            None if !whole && self.file(&path.join("index.html")).is_some() => Found::Page,
            None => Found::Nothing,
        }
    }

    /// The page for an address that leads nowhere: that of the nearest folder which has one, so that a reader of Russian is
    /// answered in Russian.
    pub fn not_found(&self, address: &str) -> Option<PathBuf> {
        let slashes = address.rmatch_indices('/').map(|(slash, _)| &address[..slash]);
        slashes
            .filter_map(|folder| relative(&format!("{folder}/404.html")))
            .find_map(|path| self.file(&self.0.join(path)))
    }

    fn file(&self, path: &Path) -> Option<PathBuf> {
        let (path, root) = (path.canonicalize().ok()?, self.0.canonicalize().ok()?);
        (path.starts_with(root) && path.is_file()).then_some(path)
    }
}

/// The path of an address from the folder; nothing for one that could mean a file elsewhere.
fn relative(address: &str) -> Option<PathBuf> {
    let decoded = percent_encoding::percent_decode_str(address).decode_utf8().ok()?;
    let parts = decoded.strip_prefix('/')?;
    let parts = parts.strip_suffix('/').unwrap_or(parts);
    if parts.is_empty() {
        return (decoded == "/").then(PathBuf::new);
    }
    parts.split('/').map(|part| is_plain(part).then_some(part)).collect()
}

/// Whether a part of an address is the name of a file or folder, on every system.
fn is_plain(part: &str) -> bool {
    let mut components = Path::new(part).components();
    let name = matches!((components.next(), components.next()), (Some(Component::Normal(name)), None) if name == part);
    name && !part.starts_with('.') && !part.contains(|c: char| c.is_control() || c == '\\' || c == ':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A folder that lies beside a secret.
    fn site() -> (tempfile::TempDir, Folder) {
        let top = tempfile::tempdir().unwrap();
        for path in
            ["secret.txt", "out/index.html", "out/ru/index.html", "out/ru/404.html", "out/404.html", "out/.hidden"]
        {
            let path = top.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        std::fs::create_dir(top.path().join("out/empty")).unwrap();
        std::fs::write(top.path().join("out/ru/зал 1.txt"), "x").unwrap();
        let folder = Folder::new(top.path().join("out"));
        (top, folder)
    }

    fn name(top: &tempfile::TempDir, found: &Path) -> String {
        let out = top.path().join("out").canonicalize().unwrap();
        found.strip_prefix(out).unwrap().to_str().unwrap().replace('\\', "/")
    }

    #[test]
    fn an_address_leads_to_a_file_or_the_page_of_a_folder() {
        let (top, folder) = site();
        for (address, file) in [
            ("/", "index.html"),
            ("/ru/", "ru/index.html"),
            ("/ru/index.html", "ru/index.html"),
            ("/ru/%D0%B7%D0%B0%D0%BB%201.txt", "ru/зал 1.txt"),
        ] {
            let Found::File(found) = folder.find(address) else { panic!("{address}") };
            assert_eq!(name(&top, &found), file);
        }
        assert_eq!(folder.find("/ru"), Found::Page);
        for address in ["/empty", "/empty/", "/kk/", "/index.html/", "/RU2", "", "ru/"] {
            assert_eq!(folder.find(address), Found::Nothing, "{address}");
        }
    }

    #[test]
    fn no_address_leaves_the_folder() {
        let (top, folder) = site();
        std::fs::create_dir(top.path().join("out/..evil")).unwrap();
        for address in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/ru/..%2f..%2fsecret.txt",
            "/ru/../../secret.txt",
            "/..%5csecret.txt",
            "/..\\secret.txt",
            "//secret.txt",
            "//",
            "/ru//index.html",
            "/./index.html",
            "/index.html%00",
            "/%00",
            "/index.html%0a",
            "/.hidden",
            "/%2ehidden",
            "/%ff",
            "/C:/secret.txt",
            "/%",
        ] {
            assert_eq!(folder.find(address), Found::Nothing, "{address}");
        }
        let absolute = top.path().join("secret.txt");
        assert_eq!(folder.find(&format!("/{}", absolute.display())), Found::Nothing);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_folder_leads_nowhere() {
        let (top, folder) = site();
        std::os::unix::fs::symlink(top.path().join("secret.txt"), top.path().join("out/link.txt")).unwrap();
        std::os::unix::fs::symlink(top.path(), top.path().join("out/up")).unwrap();
        std::os::unix::fs::symlink("index.html", top.path().join("out/inside.html")).unwrap();
        assert_eq!(folder.find("/link.txt"), Found::Nothing);
        assert_eq!(folder.find("/up/secret.txt"), Found::Nothing);
        assert!(matches!(folder.find("/inside.html"), Found::File(_)));
    }

    #[test]
    fn the_nearest_page_answers_for_what_is_not_there() {
        let (top, folder) = site();
        let answer = |address| name(&top, &folder.not_found(address).unwrap());
        assert_eq!(answer("/ru/news/x/"), "ru/404.html");
        assert_eq!(answer("/ru/x"), "ru/404.html");
        assert_eq!(answer("/kk/x"), "404.html");
        assert_eq!(answer("/../x"), "404.html");
    }

    proptest! {
        #[test]
        fn any_address_stays_inside(address in "(/|\\.|%2e|%2f|%5c|%00|\\\\|secret\\.txt|ru|:|~){0,12}") {
            let (top, folder) = site();
            if let Found::File(file) = folder.find(&address) {
                prop_assert!(file.starts_with(top.path().join("out").canonicalize().unwrap()));
            }
        }
    }
}
