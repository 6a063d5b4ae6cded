//! A Maildir: one file a message, in `new` until somebody has seen it, then in `cur` with the flag `S` behind `:2,`.

use super::{Kept, MOST_BYTES, Taken};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Takes messages that nobody has seen, those that came first first.
pub(super) fn take(folder: &Path, most: usize, keep: &mut dyn FnMut(&[u8]) -> Kept) -> Taken {
    let unreadable = |error: io::Error| format!("the folder of reports cannot be read: {}", error.kind());
    let mut waiting = unseen(&folder.join("cur")).map_err(unreadable)?;
    waiting.extend(unseen(&folder.join("new")).map_err(unreadable)?);
    // A name begins with the second in which the message came.
    waiting.sort_by(|one, other| one.file_name().cmp(&other.file_name()));
    let (mut taken, mut hindered) = (0, None);
    for path in waiting.iter().take(most) {
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            // Somebody else took it.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => {
                hindered = Some(format!("a report cannot be read: {}", error.kind()));
                continue;
            }
        };
        match keep(&bytes) {
            Kept::Yes => {}
            Kept::NotYet => continue,
            Kept::Impossible => break,
        }
        match fs::rename(path, folder.join("cur").join(seen_name(path))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(format!("a report cannot be marked as seen: {}", error.kind()));
            }
            _ => taken += 1,
        }
    }
    hindered.map_or(Ok((taken, taken > 0 && waiting.len() > most)), Err)
}

/// The files of a folder that nobody has seen; none where the folder is not there yet.
fn unseen(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && folder.parent().is_some_and(Path::is_dir) => {
            return Ok(Vec::new());
        }
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let seen = name.rsplit_once(":2,").is_some_and(|(_, flags)| flags.contains('S'));
        // No link: what it leads to is not ours.
        if !seen && !name.starts_with('.') && entry.file_type()?.is_file() {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The name with the flag; flags stand in the order of their letters.
fn seen_name(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (unique, flags) = name.rsplit_once(":2,").map_or((name.as_str(), ""), |(unique, flags)| (unique, flags));
    let mut flags: Vec<char> = flags.chars().chain(['S']).collect();
    flags.sort_unstable();
    flags.dedup();
    format!("{unique}:2,{}", flags.into_iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maildir() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        ["new", "cur", "tmp"].iter().for_each(|name| fs::create_dir(folder.path().join(name)).unwrap());
        folder
    }

    fn taken(folder: &Path, most: usize) -> Vec<String> {
        let mut taken = Vec::new();
        take(folder, most, &mut |bytes| {
            taken.push(String::from_utf8_lossy(bytes).into_owned());
            Kept::Yes
        })
        .unwrap();
        taken
    }

    #[test]
    fn a_message_is_taken_once_and_stays_in_the_folder() {
        let folder = maildir();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("new/3.host", "third");
        put("cur/1.host:2,", "first");
        put("cur/2.host:2,F", "second");
        put("cur/0.host:2,RS", "seen");
        put("tmp/4.host", "still being written");
        assert_eq!(taken(folder.path(), 2), ["first", "second"]);
        assert_eq!(taken(folder.path(), 2), ["third"]);
        assert!(taken(folder.path(), 2).is_empty());
        let mut names: Vec<_> =
            fs::read_dir(folder.path().join("cur")).unwrap().map(|own| own.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, ["0.host:2,RS", "1.host:2,S", "2.host:2,FS", "3.host:2,S"]);
    }

    #[test]
    fn what_is_not_kept_stays_where_it_is_and_what_is_too_long_is_cut() {
        let folder = maildir();
        fs::write(folder.path().join("new/1"), vec![b'x'; MOST_BYTES * 2]).unwrap();
        let mut lengths = Vec::new();
        let refused = take(folder.path(), 9, &mut |bytes| {
            lengths.push(bytes.len());
            Kept::Impossible
        });
        assert_eq!((refused, lengths), (Ok((0, false)), vec![MOST_BYTES + 1]));
        assert_eq!(taken(folder.path(), 9).len(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        assert!(take(Path::new("/no/such/folder"), 9, &mut |_| Kept::Yes).is_err());
    }
}
