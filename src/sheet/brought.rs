//! A table in whichever form it is brought: what it says as text, and how it was written.

use super::{Encoding, SheetError, archive, decode, workbook};

/// What stands for a line end within a cell of a workbook: the line separator of Unicode, which ends no line of a file. So every row
/// keeps the number that people see.
pub const LINE_IN_CELL: char = '\u{2028}';

/// A table as text that [`super::Sheet::read`] takes, and how it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The table as CSV.
    pub text: String,
    /// How it was written.
    pub written: Written,
}

/// How a table was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// As text.
    Text(Encoding),
    /// As a workbook (XLSX).
    Workbook {
        /// The name of the sheet that was read.
        sheet: String,
        /// All visible sheets that hold something, in their order.
        sheets: Vec<String>,
    },
}

/// What a person says of how a table is written; `None` for what it seems to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The characters of a text.
    pub encoding: Option<Encoding>,
    /// What stands between the cells of a text.
    pub delimiter: Option<char>,
    /// The sheet of a workbook; the first one that holds anything where there is none of this name.
    pub sheet: Option<String>,
    /// Whether line ends within the cells of a workbook are kept, as [`LINE_IN_CELL`]; else they are blanks.
    pub lines: bool,
}

/// Why something brought is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// There is nothing in it.
    Empty,
    /// It is neither text nor a workbook in XLSX.
    Unknown,
    /// It is a workbook that cannot be read: broken, or locked with a password.
    Broken,
    /// It holds more than [`Brought::MOST`].
    TooLarge,
    /// It is a workbook with more columns than any table that people make.
    TooWide,
    /// It is an archive of other files.
    Archive,
    /// It is no text in the encoding that was asked for.
    OtherEncoding,
}

impl Brought {
    /// The longest text, in bytes: with its form it must pass the limit of an upload once more when it is confirmed.
    pub const MOST: usize = 7 * 1_024 * 1_024;

    /// Reads what was brought.
    ///
    /// # Errors
    /// When it is no table, or too large a one.
    pub fn read(bytes: &[u8], reading: &Reading) -> Result<Self, NoTable> {
        let packed = match bytes.starts_with(b"PK\x03\x04") {
            true if archive::is_workbook(bytes)? => {
                return workbook::read(bytes, reading.sheet.as_deref(), reading.lines).and_then(Self::bounded);
            }
            true => Some(archive::only_table(bytes)?),
            false => None,
        };
        let bytes = packed.as_deref().unwrap_or(bytes);
        Self::bounded(match reading.encoding {
            Some(encoding) => Self::read_as(bytes, encoding)?,
            None => Self::read_text(bytes)?,
        })
    }

    fn bounded(brought: Self) -> Result<Self, NoTable> {
        if brought.text.len() > Self::MOST { Err(NoTable::TooLarge) } else { Ok(brought) }
    }

    fn read_as(bytes: &[u8], encoding: Encoding) -> Result<Self, NoTable> {
        let text = encoding.decode(bytes).ok_or(NoTable::OtherEncoding)?;
        match text.trim() {
            "" => Err(NoTable::Empty),
            _ if text.contains('\0') => Err(NoTable::OtherEncoding),
            _ => Ok(Self { text, written: Written::Text(encoding) }),
        }
    }

    fn read_text(bytes: &[u8]) -> Result<Self, NoTable> {
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            let text = encoding_rs::UTF_16LE.decode(bytes).0.into_owned();
            return match text.trim() {
                "" => Err(NoTable::Empty),
                _ if text.contains('\0') => Err(NoTable::Unknown),
                _ => Ok(Self { text, written: Written::Text(Encoding::Utf16) }),
            };
        }
        let text = decode(bytes).map_err(|error| match error {
            SheetError::Empty => NoTable::Empty,
            SheetError::NotText => NoTable::Unknown,
        })?;
        let written = Encoding::seems(bytes);
        if let (Encoding::Macintosh, Some(text)) = (written, written.decode(bytes)) {
            return Ok(Self { text, written: Written::Text(written) });
        }
        Ok(Self { text: text.into_owned(), written: Written::Text(written) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> Result<(String, Written), NoTable> {
        Brought::read(bytes, &Reading::default()).map(|brought| (brought.text, brought.written))
    }

    #[test]
    fn the_encoding_of_a_text_is_told() {
        let text = "nome;città\nZoë;Forlì\n".to_owned();
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let utf16 = |big: bool| -> Vec<u8> {
            let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
        };
        assert_eq!(written(text.as_bytes()), Ok((text.clone(), Written::Text(Encoding::Utf8))));
        assert_eq!(written(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), Ok((text.clone(), Written::Text(Encoding::Utf8))));
        assert_eq!(written(&windows), Ok((text.clone(), Written::Text(Encoding::Windows1252))));
        assert_eq!(written(&utf16(false)), Ok((text.clone(), Written::Text(Encoding::Utf16))));
        assert_eq!(written(&utf16(true)), Ok((text.clone(), Written::Text(Encoding::Utf16))));
    }

    #[test]
    fn a_text_of_a_mac_is_read_without_being_asked() {
        let (mac, _, _) = encoding_rs::MACINTOSH.encode("Più caffè;Forlì\n");
        assert_eq!(written(&mac), Ok(("Più caffè;Forlì\n".to_owned(), Written::Text(Encoding::Macintosh))));
        for text in ["Hiša;Žiga\n", "L’ho usato, “bene”, perché è comodo\n", "Perché\n"] {
            let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(written(&windows), Ok((text.to_owned(), Written::Text(Encoding::Windows1252))), "{text}");
        }
    }

    #[test]
    fn what_is_no_table_or_too_large_a_one_is_told_apart() {
        assert_eq!(written(b" \n"), Err(NoTable::Empty));
        assert_eq!(written(b"\xff\xfe"), Err(NoTable::Empty));
        assert_eq!(written(b"\xd0\xcf\x11\xe0\0\0"), Err(NoTable::Unknown));
        assert_eq!(written(b"PK\x03\x04rest"), Err(NoTable::Broken));
        assert_eq!(written(b"PK\x03\x04"), Err(NoTable::Broken));
        assert_eq!(written(&b"a@example.org\n".repeat(Brought::MOST / 14 + 1)), Err(NoTable::TooLarge));
    }
}
