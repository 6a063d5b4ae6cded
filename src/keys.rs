//! The key file: one key for the site and one for each survey that is not closed, outside the database.
//!
//! Whoever has the database and its backups but not this file can link no answer to an invitation.
//! Destroying a survey's key at closing makes that so for everybody.

use crate::ids::SurveyId;
use crate::secret::Key;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const SITE: &str = "site";

/// The keys, read from their file and written back whole whenever one is made or destroyed.
#[derive(Clone, Debug)]
pub struct Keys {
    path: PathBuf,
    kept: Arc<Mutex<BTreeMap<String, Key>>>,
}

impl Keys {
    /// Reads the key file, or makes it with a new key for the site.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds a line that is no key.
    pub fn open(path: &Path) -> io::Result<Self> {
        let keys = Self { path: path.to_owned(), kept: Arc::default() };
        {
            let _alone = keys.lock_file();
            if path.exists() {
                *keys.lock() = read(path)?;
            }
        }
        if !keys.lock().contains_key(SITE) {
            keys.change(|kept| kept.entry(SITE.to_owned()).or_insert_with(Key::random).clone())?;
        }
        Ok(keys)
    }

    /// The key for what recurs across surveys: the hashes of addresses that asked not to be written to.
    pub fn site(&self) -> Key {
        self.lock().get(SITE).cloned().expect("open() made sure of the site's key")
    }

    /// The key of a survey; `None` once it is closed. The file is read again for a key that another process may have made.
    pub fn survey(&self, survey: SurveyId) -> Option<Key> {
        let mut kept = self.lock();
        let name = survey_name(survey);
        if !kept.contains_key(&name) {
            // A file that cannot be locked can still be read.
            let _alone = self.lock_file();
            if let Ok(fresh) = read(&self.path) {
                *kept = fresh;
            }
        }
        kept.get(&name).cloned()
    }

    /// The key of a survey, made now if there is none.
    ///
    /// # Errors
    /// When the file cannot be written: then there is no key.
    pub fn make(&self, survey: SurveyId) -> io::Result<Key> {
        match self.survey(survey) {
            Some(key) => Ok(key),
            None => self.change(|kept| kept.entry(survey_name(survey)).or_insert_with(Key::random).clone()),
        }
    }

    /// Destroys the key of a survey; doing it twice is no error.
    ///
    /// # Errors
    /// When the file cannot be written: then the key is still there.
    pub fn destroy(&self, survey: SurveyId) -> io::Result<()> {
        self.change(|kept| kept.remove(&survey_name(survey))).map(|_| ())
    }

    /// Changes what the file holds now, whichever process wrote it, and writes it if that made a difference.
    fn change<T>(&self, change: impl FnOnce(&mut BTreeMap<String, Key>) -> T) -> io::Result<T> {
        let mut kept = self.lock();
        let _alone = self.lock_file()?;
        let before = if self.path.exists() { read(&self.path)? } else { BTreeMap::new() };
        // A file that was taken away while the program runs is written again.
        let mut after = if before.is_empty() { kept.clone() } else { before.clone() };
        let changed = change(&mut after);
        if after != before {
            self.write(&after)?;
        }
        *kept = after;
        Ok(changed)
    }

    /// Keeps other processes from changing the file until it is dropped.
    fn lock_file(&self) -> io::Result<File> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let file = private_file(&self.path.with_extension("keys-lock"))?;
        file.lock()?;
        Ok(file)
    }

    /// Writes beside the file, makes it durable and renames; then blanks the old content, which the old name no longer reaches.
    fn write(&self, kept: &BTreeMap<String, Key>) -> io::Result<()> {
        let mut old = OpenOptions::new().write(true).open(&self.path).ok();
        let beside = self.path.with_extension("keys-new");
        let mut file = private_file(&beside)?;
        writeln!(file, "# Ascolto's keys. Keep this file, and its copies, away from the database's copies.")?;
        for (name, key) in kept {
            writeln!(file, "{name} {}", key.to_base64())?;
        }
        file.sync_all()?;
        fs::rename(&beside, &self.path)?;
        if let Some(folder) = self.path.parent() {
            File::open(folder)?.sync_all()?;
        }
        if let Some(old) = &mut old {
            let size = usize::try_from(old.metadata()?.len()).unwrap_or(0);
            old.write_all(&vec![0; size])?;
            old.sync_all()?;
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, Key>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn survey_name(survey: SurveyId) -> String {
    format!("survey:{survey}")
}

fn read(path: &Path) -> io::Result<BTreeMap<String, Key>> {
    let text = fs::read_to_string(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|(number, line)| {
            let key = line.split_once(' ').and_then(|(name, key)| Some((name.to_owned(), Key::from_base64(key)?)));
            key.ok_or_else(|| {
                let problem =
                    format!("{}:{}: this line is no key; restore the key file from its copy", path.display(), number + 1);
                io::Error::new(io::ErrorKind::InvalidData, problem)
            })
        })
        .collect()
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_again_until_it_is_destroyed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/ascolto.keys");
        let keys = Keys::open(&path).unwrap();
        let key = keys.make(SurveyId(3)).unwrap();
        assert_eq!(keys.make(SurveyId(3)).unwrap(), key);
        let again = Keys::open(&path).unwrap();
        assert_eq!(again.survey(SurveyId(3)), Some(key));
        assert_eq!(again.site(), keys.site());
        keys.destroy(SurveyId(3)).unwrap();
        assert_eq!(keys.survey(SurveyId(3)), None);
        assert_eq!(Keys::open(&path).unwrap().survey(SurveyId(3)), None);
    }

    #[test]
    fn a_key_made_by_another_process_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keys");
        let (server, command) = (Keys::open(&path).unwrap(), Keys::open(&path).unwrap());
        let key = command.make(SurveyId(1)).unwrap();
        assert_eq!(server.survey(SurveyId(1)), Some(key));
    }

    #[test]
    fn those_who_make_keys_at_the_same_moment_lose_none_and_agree() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keys");
        let made: Vec<Key> = std::thread::scope(|scope| {
            let make = |own: i64| {
                // Each as a process of its own, but that every second shares its keys with the one before.
                let keys = Keys::open(&path).unwrap();
                let beside = keys.clone();
                let thread = scope.spawn(move || beside.make(SurveyId(1)).unwrap());
                scope.spawn(move || {
                    keys.make(SurveyId(100 + own)).unwrap();
                    let made = [keys.make(SurveyId(1)).unwrap(), thread.join().unwrap()];
                    assert_eq!(made[0], made[1]);
                    made[0].clone()
                })
            };
            let threads: Vec<_> = (0..8).map(make).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let kept = Keys::open(&path).unwrap();
        assert!(made.iter().all(|key| Some(key) == kept.survey(SurveyId(1)).as_ref()));
        assert!((0..8).all(|own| kept.survey(SurveyId(100 + own)).is_some()));
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keys");
        Keys::open(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
    }

    #[test]
    fn a_broken_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keys");
        fs::write(&path, "# x\nsite nonsense\n").unwrap();
        let problem = Keys::open(&path).unwrap_err().to_string();
        assert!(problem.contains("a.keys:2"), "{problem}");
    }
}
