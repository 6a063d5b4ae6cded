//! What is packed as ZIP: a workbook, or a table that a program packed to be downloaded, as Google Forms does with its CSV.

use super::brought::{Brought, NoTable};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most parts that are looked at: a download has one.
const MOST_PARTS: usize = 4_096;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

fn open(bytes: &[u8]) -> Result<Archive<'_>, NoTable> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| NoTable::Broken)
}

fn names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().flatten().take(MOST_PARTS).map(|name| name.into_owned()).collect()
}

/// Whether an archive is a workbook in XLSX.
pub(super) fn is_workbook(bytes: &[u8]) -> Result<bool, NoTable> {
    Ok(names(&open(bytes)?).iter().any(|name| name.trim_start_matches('/').to_ascii_lowercase().starts_with("xl/")))
}

/// The only CSV in an archive; `None` for anything else.
pub(crate) fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let is_packed = bytes.starts_with(b"PK\x03\x04") && matches!(is_workbook(bytes), Ok(false));
    is_packed.then(|| only_table(bytes).ok()).flatten()
}

/// The only CSV in an archive.
///
/// # Errors
/// When there is none, or several; when it holds too much.
pub(super) fn only_table(bytes: &[u8]) -> Result<Vec<u8>, NoTable> {
    let mut archive = open(bytes)?;
    let names = names(&archive);
    // Another program's document, not what was put into an archive.
    if names.iter().any(|name| name == "mimetype" || name == "[Content_Types].xml") {
        return Err(NoTable::Unknown);
    }
    let tables: Vec<&String> = names.iter().filter(|name| is_table(name)).collect();
    let [name] = tables.as_slice() else { return Err(NoTable::Archive) };
    let part = archive.by_name(name).map_err(|_| NoTable::Broken)?;
    let (mut text, most) = (Vec::new(), Brought::MOST);
    let room = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    part.take(room).read_to_end(&mut text).map_err(|_| NoTable::Broken)?;
    if text.len() > most { Err(NoTable::TooLarge) } else { Ok(text) }
}

/// Whether a part is a table, and not the shadow of one that a Mac packs beside it.
fn is_table(name: &str) -> bool {
    let own = name.rsplit('/').next().unwrap_or_default();
    own.to_ascii_lowercase().ends_with(".csv") && !own.starts_with("._") && !name.starts_with("__MACOSX/")
}

#[cfg(test)]
mod tests {
    use super::super::Reading;
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn read(parts: &[(&str, &[u8])]) -> Result<String, NoTable> {
        Brought::read(&packed(parts), &Reading::default()).map(|brought| brought.text)
    }

    #[test]
    fn the_one_table_of_an_archive_is_read_and_anything_else_told() {
        assert_eq!(read(&[("Sportello.csv", b"a,b\n1,2\n"), ("__MACOSX/._Sportello.csv", b"x")]).as_deref(), Ok("a,b\n1,2\n"));
        assert_eq!(read(&[("a.csv", b"a\n"), ("b.csv", b"b\n")]), Err(NoTable::Archive));
        assert_eq!(read(&[("a.pdf", b"a")]), Err(NoTable::Archive));
        assert_eq!(read(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]), Err(NoTable::Unknown));
        assert_eq!(read(&[("a.csv", &vec![b'a'; Brought::MOST + 1])]), Err(NoTable::TooLarge));
    }
}
