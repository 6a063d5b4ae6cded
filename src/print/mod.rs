//! A document to PDF, and the poster of a questionnaire; only typst, and what draws its QR code.
//!
//! The template is embedded and the document travels as JSON in `sys.inputs`: no text of a citizen or an office is ever read
//! as markup. The result is tagged (PDF/UA-1) and archivable (PDF/A-2a).

mod code;
mod fonts;
mod legible;
mod poster;
mod world;

pub use poster::{Poster, PosterSize, poster, poster_speaks};

use crate::language::say;
use crate::report::Document;
use crate::text::Language;
use chrono::{Datelike, NaiveDate};
use legible::Care;
use serde_json::{Value, json};
use std::fmt;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::{Press, Template};

/// Why a document could not be printed. It is a fault of the program, never of the document's author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintError {
    /// What the typesetter said.
    pub messages: Vec<String>,
}

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document could not be set: {}", self.messages.join("; "))
    }
}

impl std::error::Error for PrintError {}

/// The document as a tagged PDF.
///
/// A character that no embedded font has becomes U+FFFD, so that no answer can keep a report from being made.
///
/// # Errors
/// When the template does not fit the document: a fault of the program.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PrintError> {
    let mut data = serde_json::to_value(document.with_each_note_once().on_paper())
        .map_err(|error| PrintError { messages: vec![error.to_string()] })?;
    data["labels"] = labels(&document.language);
    let set = |care| typeset(Template::Report, &data, document.made_on, care);
    let printed = set(Care::Usual).or_else(|_| set(Care::Utmost));
    // Nothing of one report stays in memory for the next: they are made weeks apart.
    comemo::evict(0);
    printed
}

/// The few words that the template adds of itself.
fn labels(language: &Language) -> Value {
    json!({ "page": say(language, "report-page"), "of": say(language, "report-page-of") })
}

fn typeset(template: Template, data: &Value, day: NaiveDate, care: Care) -> Result<Vec<u8>, PrintError> {
    let press = Press::new(template, &legible::clean_all(data, care).to_string());
    let pages = typst::compile::<PagedDocument>(&press).output.map_err(|errors| told(&errors))?;
    let made = u8::try_from(day.month()).ok().zip(u8::try_from(day.day()).ok());
    let options = PdfOptions {
        creator: Smart::Custom(Some("Ascolto".to_owned())),
        timestamp: made
            .and_then(|(month, of_month)| Datetime::from_ymd_hms(day.year(), month, of_month, 12, 0, 0))
            .map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
            .map_err(|error| PrintError { messages: vec![error.message().to_string()] })?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|errors| told(&errors))
}

fn told(errors: &[SourceDiagnostic]) -> PrintError {
    PrintError { messages: errors.iter().map(|error| error.message.to_string()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Align, Block, Cell, Figure, Number, Table};
    use chrono::NaiveDate;

    const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60" role="img"><rect x="0" y="10" width="264" height="20" fill="#0066cc"/><text x="4" y="52" font-family="Titillium Web" font-size="12">Cortesia 66 %</text></svg>"##;

    fn table() -> Table {
        Table {
            caption: "Obiettivi".to_owned(),
            header: vec!["Obiettivo".to_owned(), "Valore".to_owned()],
            align: vec![Align::Left, Align::Right],
            rows: vec![vec![Cell::text("Cortesia"), Cell::number("66 %", Number::Share(0.66))]],
            notes: vec!["n = 200".to_owned()],
        }
    }

    fn document() -> Document {
        Document {
            language: Language::italian(),
            title: "Relazione annuale 2026".to_owned(),
            subtitle: vec!["Provincia di Prova".to_owned(), "URP".to_owned()],
            notice: Some("Risposte simulate".to_owned()),
            made_on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            blocks: vec![
                Block::Heading(1, "Gli obiettivi".to_owned()),
                Block::Callout("Un obiettivo raggiunto.".to_owned()),
                Block::Paragraph("#panic() *non è* $markup$".to_owned()),
                Block::List(vec!["uno".to_owned(), "due".to_owned()]),
                Block::Table(table()),
                Block::Figure(Figure {
                    title: "La cortesia piace".to_owned(),
                    caption: "n = 200".to_owned(),
                    alternative: "Due su tre sono soddisfatti".to_owned(),
                    svg: PICTURE.to_owned(),
                    phone: String::new(),
                    overview: false,
                    data: table(),
                }),
            ],
        }
    }

    #[test]
    fn a_report_is_tagged_titled_and_in_its_language() {
        let printed = pdf(&document()).unwrap();
        let text = String::from_utf8_lossy(&printed);
        for needed in ["/MarkInfo", "/StructTreeRoot", "pdfuaid:part", "pdfaid:part", "/Lang(it)", "Relazione annuale 2026"] {
            assert!(text.contains(needed), "{needed} is missing");
        }
    }

    #[test]
    fn text_that_looks_like_markup_is_shown_as_it_is() {
        let mut document = document();
        for nasty in ["#panic()", "$ x", "*b", "@nobody", "= H", "<a>", "\\", "\"quoted\"", "#include \"/etc/passwd\""] {
            document.blocks.push(Block::Paragraph(nasty.to_owned()));
            document.blocks.push(Block::List(vec![nasty.to_owned()]));
            document.blocks.push(Block::Heading(2, nasty.to_owned()));
        }
        assert!(pdf(&document).is_ok());
    }

    #[test]
    fn a_report_without_notice_and_with_empty_parts_is_printed_too() {
        let mut document = document();
        document.notice = None;
        document.subtitle.clear();
        document.blocks.push(Block::Table(Table { rows: Vec::new(), notes: Vec::new(), ..table() }));
        document.blocks.push(Block::List(Vec::new()));
        document.blocks.push(Block::Heading(1, String::new()));
        assert!(pdf(&document).is_ok());
    }

    #[test]
    fn every_naughty_string_is_printed() {
        let Some(strings) = naughty_strings() else { return };
        let mut document = document();
        for text in &strings {
            document.blocks.push(Block::Paragraph(text.clone()));
            document.blocks.push(Block::Heading(2, text.clone()));
            document.blocks.push(Block::List(vec![text.clone()]));
        }
        let rows = strings.iter().map(|text| vec![Cell::text(text), Cell::text(text).strong()]).collect();
        document.blocks.push(Block::Table(Table { rows, ..table() }));
        document.title = strings.iter().rev().take(20).cloned().collect();
        let data = serde_json::to_value(&document).map(|mut data| (data["labels"] = labels(&document.language), data).1).unwrap();
        // The usual care is enough: whatever shaping and font fallback make of them.
        assert_eq!(typeset(Template::Report, &data, document.made_on, Care::Usual).map(|_| ()), Ok(()));
    }

    /// The Big List of Naughty Strings, where it is present.
    fn naughty_strings() -> Option<Vec<String>> {
        let text = std::fs::read_to_string(crate::corpora::corpora()?.join("blns/blns.json")).unwrap();
        Some(serde_json::from_str(&text).unwrap())
    }
}
