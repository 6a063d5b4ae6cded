//! The annual questionnaire filled in as a browser fills it: the fields are read from the pages.

use super::Connection;
use std::collections::BTreeMap;

const MOST_PAGES: usize = 40;

/// A way through a questionnaire.
pub struct Walk {
    /// The fields of each sending, in order, without the submission's key.
    pub sendings: Vec<Vec<(String, String)>>,
}

impl Walk {
    /// Walks from the first page to the thanks.
    pub async fn of(connection: &mut Connection, path: &str) -> Self {
        let mut page = connection.get(path, "identity").await.expect("the server answers").text();
        let mut sendings = Vec::new();
        for _ in 0..MOST_PAGES {
            let fields = answers(&page);
            let answer = connection.post(path, &encode(&fields)).await.expect("the server answers");
            sendings.push(fields.into_iter().filter(|(name, _)| name != "_key").collect());
            if answer.status == 303 {
                return Self { sendings };
            }
            assert_eq!(answer.status, 200, "the questionnaire was refused: {}", answer.text());
            page = answer.text();
        }
        panic!("the questionnaire has no end; it stopped at\n{page}");
    }
}

/// Walks to the thanks and gives the fields of the last sending, without the submission's key.
pub async fn fill_in(connection: &mut Connection, path: &str) -> Vec<(String, String)> {
    Walk::of(connection, path).await.sendings.pop().expect("a walk has a sending at least")
}

/// A form body.
pub fn encode(fields: &[(String, String)]) -> String {
    let coded = |text: &str| -> String {
        let byte = |byte: u8| match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'-' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        };
        text.bytes().map(byte).collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", coded(name), coded(value))).collect::<Vec<_>>().join("&")
}

/// What a visitor sends from a page: hidden fields, the second point of every scale, one box, a few words.
fn answers(page: &str) -> Vec<(String, String)> {
    let form = page.split("<form id=\"questionnaire\"").nth(1).and_then(|rest| rest.split("</form>").next());
    let form = form.unwrap_or_else(|| panic!("there is no questionnaire on\n{page}"));
    let mut fields = Vec::new();
    let mut choices: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for tag in form.split('<').filter(|tag| tag.starts_with("input ") || tag.starts_with("textarea ")) {
        let name = attribute(tag, "name").unwrap_or_default();
        let value = attribute(tag, "value").unwrap_or_default();
        match attribute(tag, "type").as_deref() {
            Some("hidden") => fields.push((name, value)),
            Some("radio") => choices.entry(name).or_default().push(value),
            Some("checkbox") if !choices.contains_key(&name) => {
                choices.insert(name, vec![value]);
            }
            Some("checkbox") => {}
            Some("number") => fields.push((name, "3".to_owned())),
            _ if tag.contains("inputmode=\"numeric\"") => fields.push((name, "3".to_owned())),
            _ => fields.push((name, "Personale gentile, perché no?".to_owned())),
        }
    }
    fields.extend(choices.into_iter().map(|(name, values)| (name, values[values.len().min(2) - 1].clone())));
    fields.push(("_go".to_owned(), "on".to_owned()));
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(value.replace("&#38;", "&").replace("&amp;", "&").replace("&quot;", "\""))
}
