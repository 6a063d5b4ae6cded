//! The outbox folder: one `.eml` file a letter, which any mail program opens.

use super::compose::{Sender, compose, file_safe};
use super::{Message, Sent, Unusable};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder of letters.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    sender: Sender,
}

impl Folder {
    /// Makes the folder when it is not there.
    pub(super) fn open(path: &Path, sender: Sender) -> Result<Self, Unusable> {
        std::fs::create_dir_all(path).map_err(|reason| Unusable::Folder(path.to_owned(), reason))?;
        Ok(Self { path: path.to_owned(), sender })
    }

    /// Where the letters are.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a letter; the same letter again overwrites itself, so that a letter is in the folder once.
    pub(super) fn send(&self, message: &Message) -> Sent {
        let composed = match compose(message, &self.sender) {
            Ok(composed) => composed,
            Err(unwritable) => return unwritable.into(),
        };
        match self.write(&file_safe(&message.identifier), composed.letter.as_bytes()) {
            Ok(()) => Sent::Accepted(String::new()),
            Err(reason) => Sent::Later(format!("outbox folder: {reason}")),
        }
    }

    /// First beside, then in place: nobody ever reads half a letter.
    fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        let beside = self.path.join(format!(".{name}.part"));
        let mut file = std::fs::File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(beside, self.path.join(format!("{name}.eml")))
    }
}

#[cfg(test)]
mod tests {
    use super::super::compose::tests::{message, sender};
    use super::*;

    #[test]
    fn the_same_letter_twice_is_one_file() {
        let outbox = tempfile::tempdir().unwrap();
        let folder = Folder::open(&outbox.path().join("outbox"), sender()).unwrap();
        assert_eq!(folder.send(&message("a@example.org")), Sent::Accepted(String::new()));
        assert_eq!(folder.send(&message("a@example.org")), Sent::Accepted(String::new()));
        let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["urp2026-invitation-7.eml"]);
    }

    #[test]
    fn no_identifier_leads_out_of_the_folder() {
        let outbox = tempfile::tempdir().unwrap();
        let folder = Folder::open(&outbox.path().join("inner"), sender()).unwrap();
        let mut sly = message("a@example.org");
        sly.identifier = "../outside".to_owned();
        assert_eq!(folder.send(&sly), Sent::Accepted(String::new()));
        assert!(folder.path().join("___outside.eml").exists());
        assert_eq!(std::fs::read_dir(outbox.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_vanished_is_for_later_and_a_bad_address_is_for_never() {
        let outbox = tempfile::tempdir().unwrap();
        let folder = Folder::open(&outbox.path().join("inner"), sender()).unwrap();
        assert!(matches!(folder.send(&message("nobody")), Sent::Refused(_)));
        std::fs::remove_dir(folder.path()).unwrap();
        assert!(matches!(folder.send(&message("a@example.org")), Sent::Later(_)));
    }
}
