//! The words of texts that were written for a browser.

use crate::fault::typed::Source;

/// What the editors of these surveys write for letters; the ampersand last, so that nothing is read twice.
const ENTITIES: [(&str, &str); 21] = [
    ("&nbsp;", " "),
    ("&agrave;", "à"),
    ("&egrave;", "è"),
    ("&eacute;", "é"),
    ("&igrave;", "ì"),
    ("&ograve;", "ò"),
    ("&ugrave;", "ù"),
    ("&Egrave;", "È"),
    ("&auml;", "ä"),
    ("&ouml;", "ö"),
    ("&uuml;", "ü"),
    ("&szlig;", "ß"),
    ("&rsquo;", "’"),
    ("&laquo;", "«"),
    ("&raquo;", "»"),
    ("&euro;", "€"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&amp;", "&"),
];

/// The words of HTML, as far as a form can hold them and a little more, so that it is told of those that are too long.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let Some(end) = rest[at..].find('>') else {
            text.push_str(&rest[at..]);
            rest = "";
            break;
        };
        let tag = rest[at + 1..at + end].trim_start_matches('/').to_ascii_lowercase();
        let block = ["br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4"];
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        match name {
            "a" | "b" | "big" | "em" | "font" | "i" | "small" | "span" | "strong" | "sub" | "sup" | "u" => {}
            _ if block.contains(&name) => text.push('\n'),
            _ => text.push(' '),
        }
        rest = &rest[at + end + 1..];
    }
    text.push_str(rest);
    for (entity, letter) in ENTITIES {
        text = text.replace(entity, letter);
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n").chars().take(Source::MOST_CHARACTERS + 1).collect()
}

/// What an editor of texts writes between `<` and `>`.
#[rustfmt::skip]
const TAGS: [&str; 27] = [
    "a", "b", "big", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "img", "li", "ol", "p", "small", "span",
    "strong", "sub", "sup", "table", "u", "ul",
];

/// A text of a program that shows HTML and Markdown, without these; `None` where there are none in it.
pub(super) fn without_markup(text: &str) -> Option<String> {
    let opens = |part: &str| {
        let name = part.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        part.contains('>') && TAGS.contains(&name.to_ascii_lowercase().as_str())
    };
    let is_html = text.split('<').skip(1).any(opens);
    let is_bold = text.matches("**").count() > 1;
    let is_heading = |line: &str| line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
    if !is_html && !is_bold && !text.lines().any(is_heading) {
        return None;
    }
    let words = if is_html { plain(text) } else { text.to_owned() };
    let words = if is_bold { words.replace("**", "") } else { words };
    let lines = words.lines().map(|line| if is_heading(line) { line.trim_start_matches('#').trim_start() } else { line });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_its_words() {
        assert_eq!(plain("<p>Quanto &egrave; <b>lunga</b>?</p>\n<br/>A&nbsp;&amp; B"), "Quanto è lunga?\nA & B");
        assert_eq!(plain("1 < 2"), "1 < 2");
        assert_eq!(plain(""), "");
    }

    #[test]
    fn only_what_is_markup_is_taken_away() {
        assert_eq!(without_markup("<b>Benvenuti</b> nel questionario").as_deref(), Some("Benvenuti nel questionario"));
        assert_eq!(without_markup("# Titolo\n**Molto** bene").as_deref(), Some("Titolo\nMolto bene"));
        for text in ["se x<y e y>z", "2 ** 3", "#1", "a  b", "<3 a <= b", ""] {
            assert_eq!(without_markup(text), None, "{text}");
        }
    }
}
