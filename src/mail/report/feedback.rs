//! Complaints: feedback reports (RFC 5965), and those of Microsoft and Apple, which have forms of their own.

use super::Complaint;
use super::address::{addresses_in, distinct};
use super::parts::{MOST_RECIPIENTS, Parts};

/// The complaint that a report is, if it is one.
pub(super) fn complaint(parts: &Parts) -> Option<Complaint> {
    if parts.headers.lower("x-apple-unsubscribe") == "true" {
        return Some(Complaint { recipients: parts.addresses_of(&["from"]), kind: "opt-out".to_owned() });
    }
    let is_microsoft = parts.subject.to_lowercase().contains("complaint about message from");
    if parts.report_type != "feedback-report" && parts.feedback.is_none() && !is_microsoft {
        return None;
    }
    let feedback = parts.feedback.clone().unwrap_or_default();
    let named = ["original-rcpt-to", "removal-recipient", "redacted-address"];
    let mut recipients = distinct(named.iter().flat_map(|name| feedback.all(name)).flat_map(addresses_in), MOST_RECIPIENTS);
    if recipients.is_empty() {
        let ours = ["x-hmxmroriginalrecipient", "delivered-to", "to"];
        let first =
            ours.iter().flat_map(|name| parts.original.all(name)).find_map(|value| addresses_in(value).into_iter().next());
        recipients.extend(first);
    }
    let kind = feedback.get("feedback-type").unwrap_or("abuse").to_lowercase();
    Some(Complaint { recipients, kind })
}
