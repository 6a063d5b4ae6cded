//! The web sites on whose pages the widget may ask: each an origin, written as browsers write it.

/// An origin: scheme, host and, where it is not the usual one, port. `https://www.ente.it`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// Reads an origin.
    ///
    /// # Errors
    /// Where it is none; with the origin that was probably meant, where there is one.
    pub fn parse(typed: &str) -> Result<Self, Option<String>> {
        match meant(typed) {
            Some(meant) if meant == typed => Ok(Self(meant)),
            other => Err(other),
        }
    }

    /// The origin of an address of a page.
    pub fn of_address(address: &str) -> Option<Self> {
        meant(address).map(Self)
    }

    /// As browsers write it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The origin in an address as people write it: without path and final slash, in lower case, without the usual port; HTTPS where
/// no scheme is given.
fn meant(typed: &str) -> Option<String> {
    let lower = typed.trim().to_lowercase();
    let (scheme, rest) = lower.split_once("://").unwrap_or(("https", &lower));
    let authority = rest.split(['/', '?', '#']).next()?;
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, Some(port.parse::<u16>().ok()?)),
        None => (authority, None),
    };
    let usual = match scheme {
        "https" => 443,
        "http" => 80,
        _ => return None,
    };
    let host = idna::domain_to_ascii(host).ok()?;
    let label = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if host.len() > MOST_CHARACTERS || !host.split('.').all(label) {
        return None;
    }
    Some(match port.filter(|port| *port != usual) {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    })
}

/// The longest name of a host (RFC 1035).
const MOST_CHARACTERS: usize = 253;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_a_browser_sends_it() {
        for good in ["https://www.ente.it", "http://localhost:8080", "https://xn--forl-tpa.example", "http://127.0.0.1"] {
            assert_eq!(Origin::parse(good).map(|origin| origin.0), Ok(good.to_owned()));
        }
        for (typed, meant) in [
            ("https://www.ente.it/", Some("https://www.ente.it")),
            ("https://www.ente.it/servizi/urp?x=1", Some("https://www.ente.it")),
            ("HTTPS://WWW.Ente.it:443", Some("https://www.ente.it")),
            ("www.ente.it", Some("https://www.ente.it")),
            ("https://forlì.example", Some("https://xn--forl-tpa.example")),
            ("*", None),
            ("https://*.ente.it", None),
            ("ftp://ente.it", None),
            ("null", Some("https://null")),
            ("", None),
            ("https://ente.it:port", None),
            ("https://me@ente.it", None),
        ] {
            assert_eq!(Origin::parse(typed), Err(meant.map(str::to_owned)), "{typed}");
        }
    }

    #[test]
    fn an_address_has_the_origin_before_its_path() {
        assert_eq!(
            Origin::of_address("https://ascolto.ente.it/prefix").map(|own| own.0).as_deref(),
            Some("https://ascolto.ente.it")
        );
    }
}
