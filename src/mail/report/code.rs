//! Enhanced status codes (RFC 3463) and reply codes (RFC 5321) as they stand in fields and in running text.

use std::fmt;

/// An enhanced status code: `5.1.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Status {
    class: u8,
    subject: u16,
    detail: u16,
}

impl Status {
    /// Makes a code of class 2 (success), 4 (for now) or 5 (for good).
    pub(super) const fn new(class: u8, subject: u16, detail: u16) -> Self {
        Self { class, subject, detail }
    }

    /// Reads a code and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (status, length) = status_at(text.as_bytes(), 0)?;
        (length == text.len()).then_some(status)
    }

    /// 2 for success, 4 for now, 5 for good.
    pub fn class(self) -> u8 {
        self.class
    }

    /// Class, subject and detail.
    pub(super) fn parts(self) -> (u8, u16, u16) {
        (self.class, self.subject, self.detail)
    }

    /// Whether it is under a prefix of whole numbers: `5.7` holds `5.7.1` and not `5.71`.
    pub fn is_under(self, prefix: &str) -> bool {
        let own = self.to_string();
        own.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    fn is_blank(self) -> bool {
        self.subject == 0 && self.detail == 0
    }

    fn is_vague(self) -> bool {
        self.subject == 0 || self.detail == 0
    }

    fn is(self, class: u8, subject: u16, detail: u16) -> bool {
        self == Self::new(class, subject, detail)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// The code that begins at a byte, and its length. Addresses (`5.1.1.7`) and long numbers are none.
fn status_at(bytes: &[u8], at: usize) -> Option<(Status, usize)> {
    let digit = |index: usize| bytes.get(index).filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0');
    let class = digit(at).filter(|class| matches!(class, 2 | 4 | 5))?;
    let subject = digit(at + 2).filter(|subject| *subject <= 7)?;
    if bytes.get(at + 1) != Some(&b'.') || bytes.get(at + 3) != Some(&b'.') {
        return None;
    }
    let mut end = at + 4;
    let mut detail = 0_u16;
    while let Some(next) = digit(end).filter(|_| end < at + 8) {
        detail = detail * 10 + u16::from(next);
        end += 1;
    }
    let is_long = end == at + 4 || end > at + 7;
    let goes_on = bytes.get(end) == Some(&b'.') && digit(end + 1).is_some();
    (!is_long && !goes_on).then_some((Status::new(class, u16::from(subject), detail), end - at))
}

/// The code that a text tells, where it tells several the one that says most.
pub(super) fn status_in(text: &str) -> Option<Status> {
    let bytes = text.as_bytes();
    let mut telling = Vec::new();
    let mut blank = None;
    for (at, byte) in bytes.iter().enumerate() {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        if !byte.is_ascii_digit() || (b'.'..=b'9').contains(&before) || before.eq_ignore_ascii_case(&b'v') {
            continue;
        }
        match status_at(bytes, at) {
            Some((status, _)) if status.is_blank() || status.is(4, 4, 7) => blank = Some(status),
            Some((status, _)) if status.class != 2 => telling.push(status),
            _ => {}
        }
    }
    telling.into_iter().chain(blank).reduce(|first, next| prefer(first, next, None))
}

/// Of the code in the `Status` field and the code in the server's words, the one that tells more.
pub(super) fn prefer(stated: Status, said: Status, reply: Option<u16>) -> Status {
    let class = reply.map(|reply| reply / 100);
    if stated.class != said.class && class == Some(u16::from(said.class)) {
        return said;
    }
    if stated.class != said.class && class == Some(u16::from(stated.class)) {
        return stated;
    }
    if stated.is_blank() {
        return if said.is_blank() { stated } else { said };
    }
    if stated.is_vague() && !said.is_vague() {
        return said;
    }
    if said.is_blank() {
        return stated;
    }
    let is_hollow = stated.is(4, 4, 7)
        || stated.is(4, 7, 0)
        || (stated.class == 5 && stated.subject == 3)
        || (stated.subject == 5 && matches!(stated.detail, 1 | 2 | 4 | 5));
    let is_overruled = stated.is(5, 1, 1) && !said.is_vague() && said.subject != 5;
    let is_policy = stated.is(5, 1, 3) && said.class == 5 && said.subject == 7;
    if is_hollow || is_overruled || is_policy { said } else { stated }
}

/// The reply codes that exist, those that say most first.
const REPLIES: &[u16] = &[
    550, 552, 553, 551, 521, 525, 523, 524, 530, 533, 534, 535, 538, 555, 556, 554, 500, 501, 502, 503, 504, 421, 450, 451, 452,
    422, 430, 432, 453, 454, 455, 458, 459,
];

/// The reply code that a text tells, of one class (4 or 5) if asked.
pub(super) fn reply_in(text: &str, class: Option<u8>) -> Option<u16> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let is_inside = |byte: Option<&u8>| byte.is_some_and(|byte| (b'.'..=b'9').contains(byte) || byte.is_ascii_alphabetic());
    for (at, three) in bytes.windows(3).enumerate() {
        let before = at.checked_sub(1).map(|before| &bytes[before]);
        if !three.iter().all(u8::is_ascii_digit) || is_inside(before) || ends_inside(bytes, at + 3) {
            continue;
        }
        found.push(three.iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(digit - b'0')));
    }
    let fits = |reply: &u16| class.is_none_or(|class| u16::from(class) == reply / 100) && found.contains(reply);
    REPLIES.iter().copied().find(fits)
}

/// Whether a number does not end here: `550.1`, `5501`, `550a`; a full stop may follow.
fn ends_inside(bytes: &[u8], end: usize) -> bool {
    match bytes.get(end) {
        Some(b'.' | b'/') => bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
        Some(byte) => byte.is_ascii_alphanumeric(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(text: &str) -> Option<String> {
        status_in(text).map(|status| status.to_string())
    }

    #[test]
    fn a_code_is_found_in_running_text_and_an_address_is_none() {
        assert_eq!(status("550-5.1.1 The account").as_deref(), Some("5.1.1"));
        assert_eq!(status("Sorry (#5.1.1)").as_deref(), Some("5.1.1"));
        assert_eq!(status("550 5.7.509 Access denied, by 5.1.1.7").as_deref(), Some("5.7.509"));
        for none in ["host 192.0.2.5.1.1", "sendmail 8.5.1.1", "v5.1.1", "5.8.1", "5.1.1234", "4.5", "", "é5"] {
            assert_eq!(status(none), None, "{none}");
        }
    }

    #[test]
    fn of_several_codes_the_one_that_says_most_is_taken() {
        assert_eq!(status("5.1.0 - Unknown 550-'5.7.1 Access denied").as_deref(), Some("5.7.1"));
        assert_eq!(status("554 4.4.7 Expired <421 4.4.2 Connection timed out>").as_deref(), Some("4.4.2"));
        let prefers = |stated: &str, said: &str, reply| {
            prefer(Status::parse(stated).unwrap(), Status::parse(said).unwrap(), reply).to_string()
        };
        assert_eq!(prefers("5.0.0", "5.1.1", None), "5.1.1");
        assert_eq!(prefers("5.1.1", "5.2.2", Some(552)), "5.2.2");
        assert_eq!(prefers("5.2.2", "5.1.1", Some(550)), "5.2.2");
        assert_eq!(prefers("5.2.2", "4.2.2", Some(452)), "4.2.2");
    }

    #[test]
    fn a_reply_code_stands_alone() {
        assert_eq!(reply_in("smtp; 550 5.1.1 unknown", None), Some(550));
        assert_eq!(reply_in("<421 4.4.2 timed out>", Some(4)), Some(421));
        assert_eq!(reply_in("550: unknown", Some(4)), None);
        assert_eq!(reply_in("10.0.550.1 id550 5501 522 550.1", None), None);
        assert_eq!(reply_in("it said 550.", None), Some(550));
    }

    #[test]
    fn a_prefix_holds_whole_numbers() {
        let status = Status::parse("5.71.1").or(Status::parse("5.7.10")).unwrap();
        assert!(status.is_under("5") && status.is_under("5.7") && status.is_under("5.7.10"));
        assert!(!status.is_under("5.7.1") && !status.is_under("4"));
    }
}
