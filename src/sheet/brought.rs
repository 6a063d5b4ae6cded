//! A table in whichever form it is brought: what it says as text, and how it was written.

use super::{SheetError, decode, workbook};

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
    /// As text in UTF-8.
    Utf8,
    /// As text in UTF-16, as Excel's "Unicode text" is.
    Utf16,
    /// As text in Windows-1252, which reads whatever is no UTF-8.
    Windows1252,
    /// As a workbook (XLSX): the first visible sheet that holds anything, and how many further ones do.
    Workbook {
        /// The name of the sheet.
        sheet: String,
        /// Other sheets that hold something, and are not read.
        further: usize,
    },
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
}

impl Brought {
    /// The longest text, in bytes: with its form it must pass the limit of an upload once more when it is confirmed.
    pub const MOST: usize = 7 * 1_024 * 1_024;

    /// Reads what was brought.
    ///
    /// # Errors
    /// When it is no table, or too large a one.
    pub fn read(bytes: &[u8]) -> Result<Self, NoTable> {
        let brought = if bytes.starts_with(b"PK\x03\x04") { workbook::read(bytes)? } else { Self::read_text(bytes)? };
        if brought.text.len() > Self::MOST { Err(NoTable::TooLarge) } else { Ok(brought) }
    }

    fn read_text(bytes: &[u8]) -> Result<Self, NoTable> {
        let utf16 = [(encoding_rs::UTF_16LE, b"\xff\xfe"), (encoding_rs::UTF_16BE, b"\xfe\xff")];
        if let Some((encoding, _)) = utf16.into_iter().find(|(_, mark)| bytes.starts_with(*mark)) {
            let text = encoding.decode(bytes).0.into_owned();
            return match text.trim() {
                "" => Err(NoTable::Empty),
                _ if text.contains('\0') => Err(NoTable::Unknown),
                _ => Ok(Self { text, written: Written::Utf16 }),
            };
        }
        let text = decode(bytes).map_err(|error| match error {
            SheetError::Empty => NoTable::Empty,
            SheetError::NotText => NoTable::Unknown,
        })?;
        let written = if std::str::from_utf8(bytes).is_ok() { Written::Utf8 } else { Written::Windows1252 };
        Ok(Self { text: text.into_owned(), written })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> Result<(String, Written), NoTable> {
        Brought::read(bytes).map(|brought| (brought.text, brought.written))
    }

    #[test]
    fn the_encoding_of_a_text_is_told() {
        let text = "nome;città\nZoë;Forlì\n".to_owned();
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let utf16 = |big: bool| -> Vec<u8> {
            let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(unit).collect()
        };
        assert_eq!(written(text.as_bytes()), Ok((text.clone(), Written::Utf8)));
        assert_eq!(written(&[b"\xef\xbb\xbf", text.as_bytes()].concat()), Ok((text.clone(), Written::Utf8)));
        assert_eq!(written(&windows), Ok((text.clone(), Written::Windows1252)));
        assert_eq!(written(&utf16(false)), Ok((text.clone(), Written::Utf16)));
        assert_eq!(written(&utf16(true)), Ok((text.clone(), Written::Utf16)));
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
