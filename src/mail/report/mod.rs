//! Reports about letters: what comes back to the sender's address after a letter was accepted.
//!
//! [`read_report`] tells what a message is and, of every recipient that failed, the reason. It touches nothing outside and never
//! panics, whatever the bytes. Which letter it is about is for another to decide: [`Clues`] holds all that may tell.
//!
//! | file | what it holds |
//! |---|---|
//! | `parts` | the message taken apart; the only one that names the parser |
//! | `delivery_status` | the standard report, RFC 3464 |
//! | `texts` | reports for persons: who failed, and which words are about whom |
//! | `notification` | Amazon's JSON |
//! | `feedback` | complaints, RFC 5965 |
//! | `automatic` | who speaks: a mail system, or a program in the place of a person |
//! | `told`, `code`, `conversation` | from what is told of one recipient to status, reply code and refused command |
//! | `decide`, `phrases`, `providers` | from all that to the reason |
//! | `pec` | receipts of Italian certified mail |
//! | `look` | a message as a person reads it |
//! | `rules` | from the reason to hard or soft, as an administrator wants it |

mod address;
mod automatic;
mod code;
mod conversation;
mod decide;
mod delivery_status;
mod feedback;
mod fields;
mod look;
mod notification;
mod parts;
mod pec;
mod phrases;
mod providers;
mod reason;
mod rules;
mod texts;
mod told;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod samples;

pub use code::Status;
pub use look::heading_of;
pub use reason::Reason;
pub use rules::{BadRule, Permanence, Rules};

use crate::campaign::Shown;
use address::{addresses_in, distinct, identifiers_in};
use look::look_of;
use notification::{Notification, notification};
use parts::{MOST_NAMED, Parts};
use told::{Fate, Told};

/// What a message to the sender's address is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What it is.
    pub kind: Kind,
    /// What may tell which letter it is about.
    pub clues: Clues,
}

/// The kinds of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A letter failed; one entry a recipient, never none.
    Bounce(Vec<Failure>),
    /// A letter is late and still tried: no bounce. The entries tell what is in the way.
    Delayed(Vec<Failure>),
    /// A recipient called it spam.
    Complaint(Complaint),
    /// An out-of-office message or another answer by a program.
    AutomaticReply,
    /// A letter was displayed or deleted (RFC 8098).
    Receipt,
    /// A letter arrived or was handed on, at these addresses.
    Delivered(Vec<String>),
    /// Something else, perhaps a person: to be looked at.
    Unknown,
}

/// One recipient's failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The address that failed, which may be one that the recipient's server forwards to.
    pub recipient: Option<String>,
    /// The address that we wrote to, where the report tells it (`Original-Recipient`).
    pub original_recipient: Option<String>,
    /// The enhanced status, where the report tells it.
    pub status: Option<Status>,
    /// The SMTP reply code, where the report tells it and it does not contradict the status.
    pub reply_code: Option<u16>,
    /// The reason.
    pub reason: Reason,
    /// What it means for the address, by the rules.
    pub permanence: Permanence,
    /// Whether the other server calls it temporary.
    pub is_temporary: bool,
    /// The words it was told in, on one line, for a person to look at; 1,000 characters at most.
    pub words: String,
}

impl Default for Failure {
    fn default() -> Self {
        Self {
            recipient: None,
            original_recipient: None,
            status: None,
            reply_code: None,
            reason: Reason::Undefined,
            permanence: Permanence::Soft,
            is_temporary: false,
            words: String::new(),
        }
    }
}

impl Failure {
    /// The status, or one that stands in for it, as sisimai numbers them: `5.0.911` for an unknown user.
    pub fn status_or_stand_in(&self) -> Status {
        let number = match (self.is_temporary, self.reason) {
            (true, Reason::Filtered) => 924,
            (_, reason) => reason.number(),
        };
        self.status.unwrap_or_else(|| Status::new(if self.is_temporary { 4 } else { 5 }, 0, number))
    }
}

/// A complaint about a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Who complained, as far as it is told.
    pub recipients: Vec<String>,
    /// The kind of complaint, in small letters: `abuse`, `auth-failure`, `not-spam` and others; `opt-out` from a mail program
    /// whose user wants no more letters.
    pub kind: String,
}

/// What may tell which letter a report is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clues {
    /// The addresses that the report was sent to, the likeliest first; one may carry the token of an envelope address.
    pub sent_to: Vec<String>,
    /// Identifiers of messages (without `<>`) that may be our letter's, the likeliest first.
    pub letter_ids: Vec<String>,
}

/// Reads a message, by the built-in rules. Never panics; what is not recognised is [`Kind::Unknown`].
pub fn read_report(message: &[u8]) -> Report {
    read_report_by(message, &Rules::default())
}

/// Reads a message, by given rules.
pub fn read_report_by(message: &[u8], rules: &Rules) -> Report {
    read_and_look(message, rules).0
}

/// Reads a message, by given rules, for the program and for a person.
pub fn read_and_look(message: &[u8], rules: &Rules) -> (Report, Shown) {
    let parts = Parts::read(message);
    let (kind, ids) = kind(&parts, rules);
    let clues = Clues { sent_to: sent_to(&parts), letter_ids: distinct(ids.into_iter().chain(letter_ids(&parts)), MOST_NAMED) };
    let look = look_of(&parts, &kind);
    (Report { kind, clues }, look)
}

/// What a mail server's reply while a letter is handed over says of the receiver: "550 5.1.1 no such user".
pub fn read_reply(reply: &str, rules: &Rules) -> Failure {
    Told { diagnosis: reply.to_owned(), ..Told::default() }.into_failure(rules)
}

fn kind(parts: &Parts, rules: &Rules) -> (Kind, Vec<String>) {
    if let Some(kind) = pec::kind(parts, rules) {
        return (kind, Vec::new());
    }
    if let Some((notification, ids)) = notification(parts) {
        let kind = match notification {
            Notification::Bounce(told) => of_told(told, rules).unwrap_or(Kind::Unknown),
            Notification::Complaint(recipients, kind) => Kind::Complaint(Complaint { recipients, kind }),
            Notification::Delivery(recipients) => Kind::Delivered(recipients),
        };
        return (kind, ids);
    }
    if let Some(complaint) = feedback::complaint(parts) {
        return (Kind::Complaint(complaint), Vec::new());
    }
    let by_standard = of_told(delivery_status::recipients(parts), rules);
    (by_standard.unwrap_or_else(|| by_text(parts, rules)), Vec::new())
}

/// What a message without a delivery status is.
fn by_text(parts: &Parts, rules: &Rules) -> Kind {
    if parts.is_receipt {
        return Kind::Receipt;
    }
    let is_reply = automatic::is_reply(parts);
    if !automatic::is_about_delivery(parts) {
        return match is_reply {
            true if automatic::is_abandoned(parts) => abandoned(parts, rules),
            true => Kind::AutomaticReply,
            false => Kind::Unknown,
        };
    }
    let told = texts::recipients(parts);
    let told = if told.is_empty() { vec![to_addressee(parts)] } else { told };
    let remarks = remarks(parts);
    let with_remarks = |told: Told| Told { words: format!("{}\n{remarks}", told.words), ..told };
    let told = told.into_iter().map(|told| if remarks.is_empty() { told } else { with_remarks(told) }).collect();
    of_told(told, rules).unwrap_or(Kind::Unknown)
}

/// What systems say in their header that belongs to the words.
fn remarks(parts: &Parts) -> String {
    match parts.headers.lower("x-spasign").as_str() {
        "ng" => "x-spasign: ng".to_owned(),
        // A list's program says in the subject what it has against the letter.
        _ if parts.headers.has("x-mlserver") => parts.subject.clone(),
        _ => String::new(),
    }
}

/// A failure of nobody in particular is that of whom our letter was to.
fn to_addressee(parts: &Parts) -> Told {
    let recipient = parts.original.all("to").find_map(|value| addresses_in(value).into_iter().next());
    let fate = if texts::is_delay(parts) { Fate::Delayed } else { Fate::Failed };
    let says_code = code::reply_in(&parts.text, None).is_some() || code::status_in(&parts.text).is_some();
    let words = if says_code || parts.report_type.is_empty() { parts.text.clone() } else { String::new() };
    Told { recipient, words, fate, ..Told::default() }
}

/// An answer that says that the mailbox is out of use.
fn abandoned(parts: &Parts, rules: &Rules) -> Kind {
    let recipient = parts.addresses_of(&["from"]).into_iter().next();
    let words = told::on_one_line(&parts.text);
    let mut failure = Failure { recipient, reason: Reason::Suspend, words, ..Failure::default() };
    failure.permanence = rules.judge(&failure);
    Kind::Bounce(vec![failure])
}

/// A bounce if anything failed, else what became of the letter; `None` if nothing is told.
fn of_told(told: Vec<Told>, rules: &Rules) -> Option<Kind> {
    let of = |fate: Fate| -> Vec<Told> { told.iter().filter(|told| told.fate == fate).cloned().collect() };
    let failures = |told: Vec<Told>| told.into_iter().map(|told| told.into_failure(rules)).collect::<Vec<_>>();
    let (failed, delayed, delivered) = (of(Fate::Failed), of(Fate::Delayed), of(Fate::Delivered));
    match (failed.is_empty(), delayed.is_empty(), delivered.is_empty()) {
        (false, _, _) => Some(Kind::Bounce(failures(failed))),
        (_, false, _) => Some(Kind::Delayed(failures(delayed))),
        (_, _, false) => Some(Kind::Delivered(delivered.into_iter().filter_map(|told| told.recipient).collect())),
        _ => None,
    }
}

/// The addresses that the report was sent to.
fn sent_to(parts: &Parts) -> Vec<String> {
    let names = ["x-original-to", "delivered-to", "envelope-to", "x-envelope-to", "to", "cc", "return-path"];
    let mut found = parts.addresses_of(&names);
    let hops = parts.headers.all("received").filter_map(|hop| hop.split_once(" for ")).map(|(_, rest)| rest);
    found.extend(hops.filter_map(|rest| addresses_in(rest).into_iter().next()));
    found.extend(parts.original.all("return-path").flat_map(addresses_in));
    // A complaint goes to an address that the sender has agreed on, and tells the return path by itself (RFC 5965, 3.2).
    found.extend(parts.feedback.iter().flat_map(|told| told.all("original-mail-from")).flat_map(addresses_in));
    distinct(found, MOST_NAMED)
}

/// Identifiers that may be our letter's.
fn letter_ids(parts: &Parts) -> impl Iterator<Item = String> {
    let own = parts.original.all("message-id");
    let in_status = parts.status.iter().flat_map(|block| block.all("x-original-message-id"));
    let answered = ["x-riferimento-message-id", "in-reply-to", "references"].into_iter().flat_map(|name| parts.headers.all(name));
    let told = own.chain(in_status).flat_map(identifiers_in).chain(texts::quoted_ids(&parts.text));
    told.chain(answered.flat_map(identifiers_in))
}
