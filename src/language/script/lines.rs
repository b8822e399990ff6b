//! Lines of a scheme or of exceptions: comments after `#`, `key: value`, `from = to`.

/// A line that says something; its parts are slices of the file, trimmed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Line<'f> {
    /// `from = to`
    Pair {
        /// What stands before the sign.
        from: &'f str,
        /// What stands after it, maybe nothing.
        to: &'f str,
    },
    /// `key: value`
    Key {
        /// What stands before the colon.
        key: &'f str,
        /// What stands after it, maybe nothing.
        value: &'f str,
    },
    /// Anything else.
    Other(&'f str),
}

/// The lines that say something, each with its number.
pub(crate) fn lines(file: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    file.strip_prefix('\u{feff}').unwrap_or(file).lines().enumerate().filter_map(|(index, line)| {
        let line = line.split('#').next().unwrap_or_default().trim();
        (!line.is_empty()).then(|| (index + 1, said(line)))
    })
}

fn said(line: &str) -> Line<'_> {
    if let Some((from, to)) = line.split_once('=') {
        return Line::Pair { from: from.trim(), to: to.trim() };
    }
    match line.split_once(':') {
        Some((key, value)) => Line::Key { key: key.trim(), value: value.trim() },
        None => Line::Other(line),
    }
}
