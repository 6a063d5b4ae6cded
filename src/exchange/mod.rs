//! Forms as other programs write them: read from their files, with the reasons for all that is not carried, and written for them.
//!
//! Every reader makes a draft; one builder makes it a form: codes, scales, roles, routing. What comes out has passed the reader of
//! form files, so that an imported form is as good as one that was typed.

pub mod answers;
mod build;
mod circles;
mod codes;
mod draft;
mod guess;
mod limesurvey;
mod markup;
mod reason;
mod routing;
mod surveyjs;
mod tongue;
mod words;
mod xlsform;

pub use reason::{Place, Reason};
pub use xlsform::write as write_xlsform;

use crate::fault::text_of;
use crate::form::{self, Form, Reading, json};
use crate::sheet::{COMPOUND, unpacked};

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The form; `None` where nothing in the file can be answered, or the file is none of those that are read.
    pub form: Option<Form>,
    /// What was not carried as it stands, and what to do about it; why there is no form, where there is none.
    pub reasons: Vec<Reason>,
}

impl Imported {
    fn refused(message: &'static str, hint: &'static str) -> Self {
        Self { form: None, reasons: vec![Reason::of_file(message, hint)] }
    }
}

/// How names of files end that are no TOML, whatever is in them.
const OF_OTHERS: [&str; 9] = ["xlsx", "xls", "ods", "csv", "lss", "pdf", "doc", "docx", "odt"];

/// Reads a form from a file of any kind that is known; the kind is told by what is in it. `name` is the file's name for messages.
///
/// Known are: the TOML of a form, its JSON, workbooks in XLSForm, the structure of a survey of LimeSurvey, the JSON of SurveyJS, and
/// answers as Google Forms and Microsoft Forms export them.
pub fn read(name: &str, bytes: &[u8]) -> Imported {
    // As Google Forms packs what it lets download.
    let packed = unpacked(bytes);
    let bytes = packed.as_deref().unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(COMPOUND) {
        return xlsform::read(name, bytes);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Imported::refused("exchange-empty", "exchange-hint-kinds");
    }
    if let Some(imported) = answers::read(name, bytes) {
        return imported;
    }
    match text_of(name, bytes) {
        Err(_) => Imported::refused("exchange-unknown", "exchange-hint-kinds"),
        Ok(text) => read_text(name, &text),
    }
}

fn read_text(name: &str, text: &str) -> Imported {
    let unknown = || Imported::refused("exchange-unknown", "exchange-hint-kinds");
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let text_begins = text.trim_start();
    let Reading { form, faults } = match text_begins.chars().next() {
        Some('{') => match surveyjs::read(name, text) {
            Some(imported) => return imported,
            None => json::read(name, text),
        },
        Some('<') => return limesurvey::read(text).unwrap_or_else(unknown),
        // TOML may begin with a bracket too: that of a table's name.
        Some('[') if text_begins[1..].trim_start().starts_with(['{', '"', ']']) => json::read(name, text),
        _ if extension == "json" => json::read(name, text),
        _ if OF_OTHERS.contains(&extension.as_str()) => return unknown(),
        _ => form::read(name, text),
    };
    Imported { form, reasons: faults.into_iter().map(Reason::Fault).collect() }
}

#[cfg(test)]
mod tests;
