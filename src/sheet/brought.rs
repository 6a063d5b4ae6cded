//! A table in whichever form it is brought: what it says as text, and how it was written.

use super::{Encoding, SheetError, decode, workbook};

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
        let brought = if bytes.starts_with(b"PK\x03\x04") {
            workbook::read(bytes, reading.sheet.as_deref())?
        } else {
            match reading.encoding {
                Some(encoding) => Self::read_as(bytes, encoding)?,
                None => Self::read_text(bytes)?,
            }
        };
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
        let written = if std::str::from_utf8(bytes).is_ok() { Encoding::Utf8 } else { Encoding::Windows1252 };
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
    fn what_is_no_table_or_too_large_a_one_is_told_apart() {
        assert_eq!(written(b" \n"), Err(NoTable::Empty));
        assert_eq!(written(b"\xff\xfe"), Err(NoTable::Empty));
        assert_eq!(written(b"\xd0\xcf\x11\xe0\0\0"), Err(NoTable::Unknown));
        assert_eq!(written(b"PK\x03\x04rest"), Err(NoTable::Broken));
        assert_eq!(written(&b"a@example.org\n".repeat(Brought::MOST / 14 + 1)), Err(NoTable::TooLarge));
    }
}
