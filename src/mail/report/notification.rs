//! Notifications of Amazon SES: JSON, plain or within one of Amazon SNS.

use super::address::identifiers_in;
use super::code::Status;
use super::parts::{MOST_RECIPIENTS, Parts};
use super::told::{Fate, Told};
use serde_json::Value;

/// What a notification tells.
#[derive(Clone, Debug)]
pub(super) enum Notification {
    /// Letters failed or are late.
    Bounce(Vec<Told>),
    /// Recipients complained.
    Complaint(Vec<String>, String),
    /// Letters arrived.
    Delivery(Vec<String>),
}

/// The notification in a report's text and the identifiers of our letter, if it is one.
pub(super) fn notification(parts: &Parts) -> Option<(Notification, Vec<String>)> {
    let text = parts.text.trim();
    if !text.starts_with('{') {
        return None;
    }
    // A mail server wraps long lines, within strings too, with a blank at the new line's beginning.
    let value = first_value(&text.replace("\n ", "").replace('\n', ""))?;
    let value = match value.get("Message").and_then(Value::as_str) {
        Some(inner) => first_value(inner)?,
        None => value,
    };
    let kind = value.get("notificationType").or_else(|| value.get("eventType")).and_then(Value::as_str)?.to_lowercase();
    let list = |of: &str, name: &str| {
        let entries = value.get(of)?.get(name)?.as_array()?;
        Some(entries.iter().take(MOST_RECIPIENTS).cloned().collect::<Vec<Value>>())
    };
    let address = |entry: &Value| entry.get("emailAddress").and_then(Value::as_str).map(str::to_owned);
    let told = match kind.as_str() {
        "bounce" => Notification::Bounce(list("bounce", "bouncedRecipients")?.iter().map(bounced).collect()),
        "deliverydelay" => {
            let delayed = list("deliveryDelay", "delayedRecipients")?;
            Notification::Bounce(delayed.iter().map(|entry| Told { fate: Fate::Delayed, ..bounced(entry) }).collect())
        }
        "complaint" => {
            let recipients = list("complaint", "complainedRecipients")?.iter().filter_map(address).collect();
            let kind = value["complaint"]["complaintFeedbackType"].as_str().unwrap_or("abuse");
            Notification::Complaint(recipients, kind.to_lowercase())
        }
        "delivery" => {
            let recipients = list("delivery", "recipients")?;
            Notification::Delivery(recipients.iter().filter_map(|entry| entry.as_str().map(str::to_owned)).collect())
        }
        _ => return None,
    };
    Some((told, identifiers(&value)))
}

fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

fn bounced(entry: &Value) -> Told {
    let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let diagnosis = text("diagnosticCode");
    let diagnosis = diagnosis.strip_prefix("smtp;").map_or(diagnosis.clone(), |words| words.trim().to_owned());
    let recipient = Some(text("emailAddress")).filter(|address| !address.is_empty());
    let fate = if text("action").starts_with("delay") { Fate::Delayed } else { Fate::Failed };
    Told { recipient, status: Status::parse(&text("status")), diagnosis, fate, ..Told::default() }
}

fn identifiers(value: &Value) -> Vec<String> {
    let mail = &value["mail"];
    let headers = mail["headers"].as_array().cloned().unwrap_or_default();
    let is_id = |header: &&Value| header["name"].as_str().is_some_and(|name| name.eq_ignore_ascii_case("message-id"));
    let in_headers = headers.iter().filter(is_id).filter_map(|header| header["value"].as_str());
    let known = in_headers.chain(mail["commonHeaders"]["messageId"].as_str());
    known.flat_map(identifiers_in).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notification_within_another_is_read_even_when_its_line_was_wrapped() {
        let inner = r#"{\"notificationType\":\"Bounce\",\"bounce\":{\"bouncedRecipients\":[{\"emailAddress\":\"a@b.it\",\"status\":\"5.1.1\",
 \"diagnosticCode\":\"smtp; 550 5.1.1 no\"}]},\"mail\":{\"commonHeaders\":{\"messageId\":\"<1@b.it>\"}}}"#;
        let text = format!("{{\n  \"Type\" : \"Notification\",\n  \"Message\" : \"{inner}\"\n}}\n\n--\nTo stop, click");
        let (told, ids) = notification(&Parts { text, ..Parts::default() }).unwrap();
        let Notification::Bounce(told) = told else { panic!("{told:?}") };
        assert_eq!(told[0].recipient.as_deref(), Some("a@b.it"));
        assert_eq!(told[0].diagnosis, "550 5.1.1 no");
        assert_eq!(ids, ["1@b.it"]);
    }

    #[test]
    fn what_is_no_notification_is_none() {
        for text in ["", "{", "{}", "[1]", "{\"notificationType\":1}", "{\"notificationType\":\"Bounce\"}", "hello"] {
            assert!(notification(&Parts { text: text.to_owned(), ..Parts::default() }).is_none(), "{text}");
        }
    }
}
