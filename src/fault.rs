//! What the world refused, and where: errors that know their file or folder.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What was refused at a file or folder. It travels inside of an [`io::Error`] of the same kind.
#[derive(Debug)]
pub struct Fault {
    /// The file or folder, as it was asked for.
    pub place: PathBuf,
    /// Why.
    pub cause: Cause,
}

/// Why something was refused.
#[derive(Debug)]
pub enum Cause {
    /// The system refused.
    System(io::Error),
    /// The file is larger than is ever read.
    Huge,
    /// A link on the way leads out of the folder in which things are made.
    Outside,
}

impl Fault {
    /// The fault inside of an error, if that knows of one.
    pub fn of(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }
}

/// Names the file or folder at which the system refused; what names one already stays as it is.
pub fn at(place: impl AsRef<Path>) -> impl FnOnce(io::Error) -> io::Error {
    move |error| if Fault::of(&error).is_some() { error } else { refusal(place.as_ref(), Cause::System(error)) }
}

/// The error of a cause at a file or folder.
pub fn refusal(place: &Path, cause: Cause) -> io::Error {
    let kind = match &cause {
        Cause::System(error) => error.kind(),
        Cause::Huge => io::ErrorKind::FileTooLarge,
        Cause::Outside => io::ErrorKind::PermissionDenied,
    };
    io::Error::new(kind, Fault { place: place.to_path_buf(), cause })
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.display();
        match &self.cause {
            Cause::System(error) => write!(f, "{place}: {error}"),
            Cause::Huge => write!(f, "{place}: too large"),
            Cause::Outside => write!(f, "{place}: outside"),
        }
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.cause {
            Cause::System(error) => Some(error),
            Cause::Huge | Cause::Outside => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_place_that_is_named_is_kept() {
        let error = at("content/ru.md")(io::ErrorKind::PermissionDenied.into());
        let error = at("content")(error);
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(Fault::of(&error).map(|fault| fault.place.as_path()), Some(Path::new("content/ru.md")));
        assert_eq!(error.to_string(), "content/ru.md: permission denied");
    }
}
