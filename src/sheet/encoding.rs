//! The encodings in which offices keep their lists. Each reads text that it can write back byte for byte, so that a text read in the
//! wrong one is not lost.

use encoding_rs::{MACINTOSH, UTF_8, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

/// How the characters of a text are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16 with a byte-order mark, as Excel's "Unicode text" is.
    Utf16,
    /// Windows-1252, of western Europe; reads whatever is no UTF-8.
    Windows1252,
    /// Windows-1250, of central Europe: Slovene and Croatian names.
    Windows1250,
    /// Mac OS Roman, as Excel on a Mac writes CSV.
    Macintosh,
}

impl Encoding {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Windows1252, Self::Windows1250, Self::Macintosh, Self::Utf16];

    /// Its code in a form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Windows1252 => "windows-1252",
            Self::Windows1250 => "windows-1250",
            Self::Macintosh => "macintosh",
        }
    }

    /// Reads what [`Encoding::code`] wrote.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.code() == code)
    }

    /// Its name, the same in all languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
            Self::Windows1250 => "Windows-1250",
            Self::Macintosh => "Mac OS Roman",
        }
    }

    /// What a text without a byte-order mark seems to be written in. Windows-1252 has signs, not letters, where an old Mac has à, è, ì,
    /// ò and ù; its own stand where a Mac has none.
    pub(super) fn seems(bytes: &[u8]) -> Self {
        if std::str::from_utf8(bytes).is_ok() {
            return Self::Utf8;
        }
        let after_letter = |pair: &[u8]| pair[0].is_ascii_alphabetic() && [0x88, 0x8f, 0x93, 0x98, 0x9d].contains(&pair[1]);
        match bytes.windows(2).any(after_letter) && bytes.iter().all(|byte| *byte < 0xe0) {
            true => Self::Macintosh,
            false => Self::Windows1252,
        }
    }

    /// The text that bytes are; `None` where they are none in this encoding, rather than one with holes. A byte-order mark is no part
    /// of it; it decides which of the two UTF-16 is.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<String> {
        let bytes = if self == Self::Utf8 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
        let (text, has_holes) = match self {
            Self::Utf16 if bytes.len() % 2 == 0 => {
                let (text, _, has_holes) = UTF_16LE.decode(bytes);
                (text, has_holes)
            }
            Self::Utf16 => return None,
            Self::Utf8 => UTF_8.decode_without_bom_handling(bytes),
            Self::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes),
            Self::Windows1250 => WINDOWS_1250.decode_without_bom_handling(bytes),
            Self::Macintosh => MACINTOSH.decode_without_bom_handling(bytes),
        };
        (!has_holes).then(|| text.into_owned())
    }

    /// The bytes that a text was which this encoding read.
    pub fn encode(self, text: &str) -> Vec<u8> {
        let single = match self {
            Self::Utf8 => return text.as_bytes().to_vec(),
            Self::Utf16 => return [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
            Self::Windows1252 => WINDOWS_1252,
            Self::Windows1250 => WINDOWS_1250,
            Self::Macintosh => MACINTOSH,
        };
        single.encode(text).0.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_in_the_wrong_encoding_is_written_back_byte_for_byte() {
        let all: Vec<u8> = (1..=255).collect();
        for own in [Encoding::Windows1252, Encoding::Windows1250, Encoding::Macintosh] {
            assert_eq!(own.encode(&own.decode(&all).unwrap()), all, "{own:?}");
            assert_eq!(Encoding::parse(own.code()), Some(own));
        }
        let text = "Žiga;Forlì\n";
        for own in [Encoding::Utf8, Encoding::Utf16] {
            assert_eq!(own.decode(&own.encode(text)).as_deref(), Some(text), "{own:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_in_an_encoding_are_refused() {
        assert_eq!(Encoding::Utf8.decode(b"Forl\xec"), None);
        assert_eq!(Encoding::Utf16.decode(b"odd"), None);
        assert_eq!(Encoding::Utf16.decode(b"\x00\xd8"), None);
        assert_eq!(Encoding::Windows1250.decode(b"\x8eiga").as_deref(), Some("Žiga"));
        assert_eq!(Encoding::Macintosh.decode(b"Forl\x93").as_deref(), Some("Forlì"));
    }
}
