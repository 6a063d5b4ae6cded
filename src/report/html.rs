//! A document as the body of a page: real headings, tables with caption and scope, charts with their figures beside them.
//!
//! The page around it (title element, navigation, footer) belongs to `web`; classes are the design system's.

use super::document::{Align, Block, Cell, Document, Figure, Table, Tone};
use crate::language::say;
use crate::text::Language;
use std::fmt::Write;

/// The document as HTML, from its `h1` to the last note.
pub fn html(document: &Document) -> String {
    let mut page = String::new();
    if let Some(notice) = &document.notice {
        put(&mut page, "<div class=\"alert alert-warning\" role=\"note\"><strong>", notice, "</strong></div>\n");
    }
    put(&mut page, "<h1>", &document.title, "</h1>\n");
    if !document.subtitle.is_empty() {
        page.push_str("<p class=\"lead\">");
        for (at, line) in document.subtitle.iter().enumerate() {
            put(&mut page, if at == 0 { "" } else { "<br>" }, line, "");
        }
        page.push_str("</p>\n");
    }
    for block in &document.with_each_note_once().blocks {
        write_block(&mut page, block, &document.language);
    }
    page
}

fn write_block(page: &mut String, block: &Block, language: &Language) {
    match block {
        // The title is the page's h1, so chapters are h2.
        Block::Heading(level, text) => {
            let level = (level + 1).clamp(2, 6);
            put(page, &format!("<h{level}>"), text, &format!("</h{level}>\n"));
        }
        Block::Paragraph(text) => put(page, "<p>", text, "</p>\n"),
        Block::Callout(text) => put(page, "<div class=\"callout\"><p>", text, "</p></div>\n"),
        Block::List(entries) => {
            page.push_str("<ul>\n");
            for entry in entries {
                put(page, "<li>", entry, "</li>\n");
            }
            page.push_str("</ul>\n");
        }
        Block::Table(table) => write_table(page, table),
        Block::Figure(figure) => write_figure(page, figure, language),
    }
}

fn write_table(page: &mut String, table: &Table) {
    // A wide table scrolls by itself, and whoever uses a keyboard must reach it to scroll.
    put(page, "<div class=\"table-responsive\" role=\"region\" tabindex=\"0\" aria-label=\"", &table.caption, "\">\n");
    put(page, "<table class=\"table table-sm\">\n<caption>", &table.caption, "</caption>\n<thead><tr>");
    for (at, label) in table.header.iter().enumerate() {
        put(page, &format!("<th scope=\"col\"{}>", class(table, at, None)), label, "</th>");
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let class = class(table, at, Some(cell));
            let (open, close) = if at == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let (strong, not_strong) = if cell.strong { ("<strong>", "</strong>") } else { ("", "") };
            put(page, &format!("<{open}{class}>{strong}"), &cell.text, &format!("{not_strong}</{close}>"));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
    for note in &table.notes {
        put(page, "<p class=\"small\">", note, "</p>\n");
    }
    page.push_str("</div>\n");
}

/// Characters beyond which a cell is a sentence rather than a name or a figure.
const SENTENCE: usize = 40;

fn class(table: &Table, at: usize, cell: Option<&Cell>) -> String {
    let mut classes = Vec::new();
    if table.align.get(at) == Some(&Align::Right) {
        classes.push("text-end");
    }
    // A sentence needs room also where the table is scrolled, or its row grows tall.
    if cell.is_some_and(|cell| at > 0 && cell.text.chars().count() > SENTENCE) {
        classes.push("sentence");
    }
    match cell.map_or(Tone::Plain, |cell| cell.tone) {
        Tone::Plain | Tone::Open => {}
        Tone::Good => classes.push("text-success"),
        Tone::Bad => classes.push("text-danger"),
    }
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

fn write_figure(page: &mut String, figure: &Figure, language: &Language) {
    put(page, "<figure>\n<p><strong>", &figure.title, "</strong></p>\n");
    page.push_str(&drawing(&figure.svg, &figure.phone));
    put(page, "<figcaption class=\"small\">", &figure.caption, "</figcaption>\n</figure>\n");
    let summary = say(language, "report-chart-data");
    put(page, "<details><summary>", &summary, "</summary>\n");
    put(page, "<p>", &figure.alternative, "</p>\n");
    write_table(page, &figure.data);
    page.push_str("</details>\n");
}

/// A picture as it is drawn for a page and for a telephone; the style sheet shows one of them, also to who cannot see either.
///
/// Both are made by `chart`, which escapes what it draws; each carries its own title and description.
pub fn drawing(page: &str, phone: &str) -> String {
    format!("<div class=\"chart wide\">\n{page}</div>\n<div class=\"chart narrow\">\n{phone}</div>\n")
}

/// Puts a text between two pieces of markup, escaped.
fn put(page: &mut String, before: &str, text: &str, after: &str) {
    page.push_str(before);
    for character in text.chars() {
        match character {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            // Controls are no characters of HTML, whatever a citizen's keyboard sent.
            control if control.is_control() && control != '\n' => {
                let _ = write!(page, "\u{fffd}");
            }
            other => page.push(other),
        }
    }
    page.push_str(after);
}

#[cfg(test)]
mod tests {
    use super::super::Number;
    use super::*;
    use chrono::NaiveDate;

    fn table() -> Table {
        Table {
            caption: "Obiettivi & \"esiti\"".to_owned(),
            header: vec!["Obiettivo".to_owned(), "Valore".to_owned()],
            align: vec![Align::Left, Align::Right],
            rows: vec![vec![Cell::text("<b>Cortesia</b>"), Cell::number("66 %", Number::Share(0.66)).strong().toned(Tone::Good)]],
            notes: vec!["n = 200".to_owned()],
        }
    }

    fn document(blocks: Vec<Block>) -> Document {
        Document {
            language: Language::italian(),
            title: "Relazione <2026>".to_owned(),
            subtitle: vec!["Provincia".to_owned(), "URP".to_owned()],
            notice: Some("Risposte simulate".to_owned()),
            made_on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            blocks,
        }
    }

    #[test]
    fn the_notice_stands_before_everything_else() {
        let page = html(&document(vec![Block::Paragraph("x".to_owned())]));
        assert!(page.find("Risposte simulate").unwrap() < page.find("<h1>").unwrap());
        assert!(page.contains("<h1>Relazione &lt;2026&gt;</h1>"));
    }

    #[test]
    fn a_table_names_its_rows_and_columns() {
        let page = html(&document(vec![Block::Table(table())]));
        assert!(page.contains("<caption>Obiettivi &amp; &quot;esiti&quot;</caption>"));
        assert!(page.contains("<th scope=\"col\" class=\"text-end\">Valore</th>"));
        assert!(page.contains("<th scope=\"row\">&lt;b&gt;Cortesia&lt;/b&gt;</th>"));
        assert!(page.contains("<td class=\"text-end text-success\"><strong>66 %</strong></td>"));
    }

    #[test]
    fn a_chart_stands_with_its_figures() {
        let figure = Figure {
            title: "Titolo".to_owned(),
            caption: "n = 200".to_owned(),
            alternative: "Due su tre".to_owned(),
            svg: "<svg viewBox=\"0 0 1 1\"></svg>".to_owned(),
            phone: "<svg viewBox=\"0 0 1 2\"></svg>".to_owned(),
            overview: false,
            data: table(),
        };
        let page = html(&document(vec![Block::Figure(figure)]));
        let (svg, details) = (page.find("<svg").unwrap(), page.find("<details>").unwrap());
        assert!(svg < details && page[details..].contains("<caption>") && page[details..].contains("Due su tre"));
    }

    #[test]
    fn nothing_that_was_typed_becomes_markup() {
        let nasty = "<script>alert('x')</script>\u{0}";
        let blocks = vec![
            Block::Heading(1, nasty.to_owned()),
            Block::Paragraph(nasty.to_owned()),
            Block::Callout(nasty.to_owned()),
            Block::List(vec![nasty.to_owned()]),
        ];
        let page = html(&document(blocks));
        assert!(!page.contains("<script") && !page.contains('\u{0}') && page.matches("&lt;script&gt;").count() == 4);
    }
}
