//! What a browser posts: `application/x-www-form-urlencoded`, read strictly. Broken UTF-8 is refused, never mended in silence.

/// What stands in the place of bytes that are not UTF-8.
pub const UNREADABLE: char = char::REPLACEMENT_CHARACTER;

/// Reads the pairs of a body; `None` when a name or value is not UTF-8.
pub fn pairs(body: &[u8]) -> Option<Vec<(String, String)>> {
    split(body).map(|(name, value)| Some((String::from_utf8(name).ok()?, String::from_utf8(value).ok()?))).collect()
}

/// The same with [`UNREADABLE`] in the place of broken UTF-8: only to show to its writer what arrived.
pub fn pairs_with_gaps(body: &[u8]) -> Vec<(String, String)> {
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    split(body).map(|(name, value)| (text(name), text(value))).collect()
}

fn split(body: &[u8]) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
    body.split(|byte| *byte == b'&').filter(|part| !part.is_empty()).map(|part| {
        let at = part.iter().position(|byte| *byte == b'=').unwrap_or(part.len());
        (decode(&part[..at]), decode(part.get(at + 1..).unwrap_or_default()))
    })
}

/// The first value of a name.
pub fn first<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// A text as a value behind a question mark: everything but letters, digits and `-._~` becomes `%XX`.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

fn decode(part: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match hexadecimal(after) {
                Some(value) => {
                    bytes.push(value);
                    rest = &after[2..];
                }
                // As browsers do: a lone per cent sign is itself.
                None => bytes.push(b'%'),
            },
            other => bytes.push(other),
        }
    }
    bytes
}

fn hexadecimal(after: &[u8]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let (high, low) = (digit(*after.first()?)?, digit(*after.get(1)?)?);
    u8::try_from(high * 16 + low).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Option<Vec<(String, String)>> {
        pairs(body.as_bytes())
    }

    #[test]
    fn names_and_values_are_read_as_browsers_write_them() {
        let expected = [("a", "1 2"), ("a", "così"), ("b", ""), ("c", "100%"), ("d", "x=y")];
        let expected: Vec<_> = expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(read("a=1+2&a=cos%C3%AC&b&c=100%&d=x=y"), Some(expected));
        assert_eq!(read(""), Some(Vec::new()));
    }

    #[test]
    fn what_is_encoded_reads_back_as_it_was() {
        let text = "Così & via=+% 1";
        assert_eq!(read(&format!("a={}", encode(text))), Some(vec![("a".to_owned(), text.to_owned())]));
        assert_eq!(encode("a b"), "a%20b");
    }

    #[test]
    fn broken_utf_8_is_refused() {
        assert_eq!(read("a=%FF"), None);
        assert_eq!(pairs(b"a=\xc3"), None);
        assert_eq!(
            pairs_with_gaps(b"a=citt%E0&b=1"),
            [("a", "citt\u{fffd}"), ("b", "1")].map(|(a, b)| (a.to_owned(), b.to_owned()))
        );
    }
}
