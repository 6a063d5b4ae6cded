//! The privacy notice, on screen and on paper.

use crate::config::Body;
use crate::language::{say, say_with};
use crate::text::Language;

/// Heading and text of the part about drafts, which only those who are invited have.
pub fn of_draft(language: &Language) -> (String, String) {
    (say(language, "draft-privacy"), say(language, "draft-privacy-text"))
}

/// Heading and text of each part; `contact` is the office's, "" for none. Paper knows no personal link.
pub fn notice(language: &Language, body: &Body, contact: &str, personal_link: bool) -> Vec<(String, String)> {
    let controller = if body.data_controller.is_empty() { &body.name } else { &body.data_controller };
    let who = if body.data_protection_officer.is_empty() { "citizen-privacy-who-text" } else { "citizen-privacy-officer-text" };
    let values = [
        ("body", body.name.as_str().into()),
        ("controller", controller.as_str().into()),
        ("officer", body.data_protection_officer.as_str().into()),
    ];
    let parts = [
        ("citizen-privacy-why", "citizen-privacy-why-text"),
        ("citizen-privacy-anonymous", "citizen-privacy-anonymous-text"),
        ("citizen-privacy-link", "citizen-privacy-link-text"),
        ("citizen-privacy-final", "citizen-privacy-final-text"),
        ("citizen-privacy-who", who),
    ];
    let parts = parts.into_iter().filter(|(heading, _)| personal_link || *heading != "citizen-privacy-link");
    let mut parts: Vec<_> = parts.map(|(heading, text)| (say(language, heading), say_with(language, text, &values))).collect();
    if let Some((_, who)) = parts.last_mut().filter(|_| !contact.is_empty()) {
        who.push(' ');
        who.push_str(&say_with(language, "citizen-privacy-contact", &[("contact", contact.into())]));
    }
    parts
}
