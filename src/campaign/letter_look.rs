//! How a letter looks: 72 columns of plain text, and HTML that loads nothing, fits a small screen and can be read in the dark.

use super::letter::Part;
use crate::language::attributes;
use crate::text::Language;

/// The width of the plain text.
const COLUMNS: usize = 72;

/// The only style of a letter: whoever shows one inside a page can allow just this. A mail program that takes it away shows
/// plain paragraphs and links.
pub const LETTER_STYLE: &str = ":root{color-scheme:light dark}\
    body{margin:0;padding:16px;background:#fff;color:#1a1a1a;font:16px/1.5 Arial,Helvetica,sans-serif}\
    .letter{max-width:600px;margin:0 auto;overflow-wrap:anywhere}\
    .head{padding-bottom:12px;border-bottom:3px solid #06c;font-weight:bold}\
    .notice{padding:12px;border:2px solid #b36b00}\
    a{color:#0052a3}\
    .go{display:inline-block;padding:12px 20px;border-radius:4px;background:#06c;color:#fff;font-weight:bold;text-decoration:none}\
    .foot{margin-top:32px;padding-top:4px;border-top:1px solid #767676;color:#474747;font-size:14px}\
    .address{display:inline-block;margin-top:8px;font-size:14px}\
    @media (prefers-color-scheme:dark){\
    body{background:#121212;color:#f2f2f2}\
    .head{border-color:#8ab8ff}\
    a{color:#8ab8ff}\
    .go{background:#8ab8ff;color:#10203a}\
    .foot{color:#c9c9c9}\
    }";

pub(super) fn text_of(part: &Part) -> String {
    match part {
        Part::Paragraph(text) => wrapped(text),
        Part::Notice(text) => wrapped(&format!("*** {text} ***")),
        // The label is for the screen; in plain text the address itself is what can be followed.
        Part::Button(_, address) | Part::Link(_, address) => format!("  {address}\n"),
        Part::Lines(lines) | Part::Letterhead(lines) => lines.iter().map(|line| wrapped(line)).collect(),
        Part::Rule => "---\n".to_owned(),
    }
}

/// Lines of 72 characters at most; a word longer than that has a line of its own.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_ascii_whitespace() {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= COLUMNS {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.join("\n") + "\n"
}

pub(super) fn html_of(parts: &[Part], subject: &str, language: &Language) -> String {
    let mut body = String::new();
    for part in parts {
        body.push_str(&match part {
            Part::Paragraph(text) => format!("<p>{}</p>\n", escaped(text)),
            Part::Notice(text) => format!("<p class=\"notice\"><strong>{}</strong></p>\n", escaped(text)),
            Part::Link(label, address) => format!("<p>{}</p>\n", link("", label, address)),
            // Whoever does not trust a button reads where it leads; a program without styles shows two plain links.
            Part::Button(label, address) => format!(
                "<p>{}<br>\n{}</p>\n",
                link(" class=\"go\"", label, address),
                link(" class=\"address\"", address, address)
            ),
            Part::Lines(lines) => format!("<p>{}</p>\n", escaped_lines(lines)),
            Part::Letterhead(lines) => format!("<p class=\"head\">{}</p>\n", escaped_lines(lines)),
            Part::Rule => "<div class=\"foot\">\n".to_owned(),
        });
    }
    if parts.iter().any(|part| matches!(part, Part::Rule)) {
        body.push_str("</div>\n");
    }
    format!(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <title>{}</title>\n<style>{LETTER_STYLE}</style>\n</head>\n<body>\n<div class=\"letter\">\n{body}</div>\n</body>\n</html>\n",
        attributes(language, None),
        escaped(subject)
    )
}

fn link(class: &str, words: &str, address: &str) -> String {
    format!("<a{class} href=\"{}\">{}</a>", escaped(address), escaped(words))
}

fn escaped_lines(lines: &[String]) -> String {
    lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br>\n")
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
