//! Mail addresses in running text.

use std::collections::HashSet;

/// No address and no identifier is longer, in bytes; a rewritten return path holds two addresses.
const LONGEST: usize = 1_000;

/// Whether a byte may stand in an address without quotes. Bytes above ASCII may: international addresses.
fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte)
}

/// Every address of a text, in order, with the bytes it takes.
pub(super) fn placed_addresses(text: &str) -> Vec<(usize, usize, String)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    for at in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'@').map(|(at, _)| at) {
        let after = found.last().map_or(0, |(_, end, _)| *end);
        let start = start_of_local(bytes, after, at);
        let mut end = at + 1;
        let is_domain = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80 || byte == b'.' || byte == b'-' || byte == b'_';
        while end < bytes.len() && is_domain(bytes[end]) {
            end += 1;
        }
        while end > at + 1 && matches!(bytes[end - 1], b'.' | b'-') {
            end -= 1;
        }
        if let Some(address) = text.get(start..end).filter(|_| start < at && end > at + 1 && end - start < LONGEST) {
            found.push((start, end, address.to_owned()));
        }
    }
    found
}

/// Where the local part before an `@` begins; it may be quoted.
fn start_of_local(bytes: &[u8], after: usize, at: usize) -> usize {
    if at > after && bytes[at - 1] == b'"' {
        let quote = bytes[after..at - 1].iter().rposition(|byte| *byte == b'"');
        return quote.map_or(at, |quote| after + quote);
    }
    let mut start = at;
    while start > after && is_part(bytes[start - 1]) {
        start -= 1;
    }
    // A quotation mark or a sign of a list is not the address's.
    while start < at && matches!(bytes[start], b'\'' | b'*' | b'`' | b'=' | b'|' | b'.') {
        start += 1;
    }
    start
}

/// Every address of a text, in order.
pub(super) fn addresses_in(text: &str) -> Vec<String> {
    placed_addresses(text).into_iter().map(|(_, _, address)| address).collect()
}

/// The first of each, whatever its letters' size, in order and up to so many.
pub(super) fn distinct(texts: impl IntoIterator<Item = String>, most: usize) -> Vec<String> {
    let mut seen = HashSet::new();
    texts.into_iter().filter(|text| seen.insert(text.to_ascii_lowercase())).take(most).collect()
}

/// The identifiers of messages in a text: what stands in `<...@...>`.
pub(super) fn identifiers_in(text: &str) -> Vec<String> {
    let within = text.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    let found: Vec<String> = within.map(|(id, _)| id.trim().to_owned()).filter(|id| is_identifier(id)).collect();
    match found.is_empty() && is_identifier(text.trim()) {
        true => vec![text.trim().to_owned()],
        false => found,
    }
}

fn is_identifier(text: &str) -> bool {
    text.len() < LONGEST && text.contains('@') && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_what_surrounds_them() {
        assert_eq!(addresses_in("rfc822; <a.b+c@example.org>... unknown"), ["a.b+c@example.org"]);
        assert_eq!(addresses_in("To: \"x@y.it\":, 'd@e.it'."), ["x@y.it", "d@e.it"]);
        assert_eq!(addresses_in("\"neko....nyaan....\"@example.org"), ["\"neko....nyaan....\"@example.org"]);
        assert_eq!(addresses_in("@relay.it:a@b.it"), ["a@b.it"]);
        for none in ["a @ b", "@b.it", "a@", "@", "\"@b"] {
            assert!(addresses_in(none).is_empty(), "{none} {:?}", addresses_in(none));
        }
    }

    #[test]
    fn identifiers_of_messages_are_found_with_and_without_brackets() {
        assert_eq!(identifiers_in("<a@b> <c@d>"), ["a@b", "c@d"]);
        assert_eq!(identifiers_in(" a@b "), ["a@b"]);
        assert!(identifiers_in("no id").is_empty());
    }
}
