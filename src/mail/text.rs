//! The text of a letter as it is written to many: what is the same for all is encoded once, the lines with gaps for each.

use crate::campaign::{fill_gaps, has_gap};
use std::fmt;
use std::sync::Arc;

/// A text with gaps, its lines without one encoded already (quoted-printable, RFC 2045, 6.7).
#[derive(Debug, PartialEq, Eq)]
pub struct Stencil {
    form: String,
    pieces: Vec<Piece>,
    /// Without what goes into the gaps, bytes.
    encoded_len: usize,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// Some lines, as they go over the wire.
    Encoded(String),
    /// A line with gaps; no line end.
    Open(String),
    LineEnd,
}

/// A stencil with what goes into its gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    stencil: Arc<Stencil>,
    values: [String; 3],
}

impl Stencil {
    /// Cuts a text of [`crate::campaign::LetterForm`].
    pub fn cut(form: &str) -> Self {
        let form = unix_lines(form);
        let (mut pieces, mut same) = (Vec::new(), String::new());
        for (number, line) in form.split('\n').enumerate() {
            let open = has_gap(line);
            if number > 0 {
                if same.is_empty() && matches!(pieces.last(), Some(Piece::Open(_))) {
                    pieces.push(Piece::LineEnd);
                } else {
                    same.push_str("\r\n");
                }
            }
            if open {
                if !same.is_empty() {
                    pieces.push(Piece::Encoded(quoted_printable::encode_to_str(std::mem::take(&mut same))));
                }
                pieces.push(Piece::Open(line.to_owned()));
            } else {
                same.push_str(line);
            }
        }
        pieces.push(Piece::Encoded(quoted_printable::encode_to_str(same)));
        let encoded_len = pieces.iter().map(|piece| if let Piece::Encoded(lines) = piece { lines.len() } else { 0 }).sum();
        Self { form, pieces, encoded_len }
    }
}

impl Text {
    /// The text to one receiver.
    pub fn filled(stencil: Arc<Stencil>, values: [String; 3]) -> Self {
        Self { stencil, values }
    }

    /// A text without gaps.
    pub fn plain(text: &str) -> Self {
        Self { stencil: Arc::new(Stencil::cut(text)), values: Default::default() }
    }

    /// Writes it behind a head, quoted-printable, with `\r\n`.
    pub(super) fn write_encoded(&self, head: &str, into: &mut String) {
        into.reserve(head.len() + self.stencil.encoded_len + 1_024);
        into.push_str(head);
        for piece in &self.stencil.pieces {
            match piece {
                Piece::Encoded(lines) => into.push_str(lines),
                Piece::LineEnd => into.push_str("\r\n"),
                Piece::Open(line) => {
                    let line = unix_lines(&fill_gaps(line, &self.values)).replace('\n', "\r\n");
                    into.push_str(&quoted_printable::encode_to_str(line));
                }
            }
        }
    }
}

impl fmt::Display for Text {
    /// As it is read, with `\n`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&fill_gaps(&self.stencil.form, &self.values))
    }
}

fn unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &Text) -> String {
        let mut into = String::new();
        text.write_encoded("", &mut into);
        into
    }

    #[test]
    fn a_filled_stencil_is_encoded_as_its_text_would_be() {
        let [name, link, _] = crate::campaign::GAPS;
        let long = "perché conta ".repeat(20);
        let values = ["Niccolò = D'Agnese ".to_owned() + &"x".repeat(90), "https://x.example/i/A=B".to_owned(), String::new()];
        for form in [
            String::new(),
            "\n".to_owned(),
            "Ciao".to_owned(),
            format!("{name}"),
            format!("{name}\n{link}\n"),
            format!("Gentile {name},\n{long}\r\n{link} \n\n{link}\n.\n{long}"),
            format!("\n{name}\n\n"),
            format!("a\rb {name}\r\n \t"),
        ] {
            let text = Text::filled(Arc::new(Stencil::cut(&form)), values.clone());
            let whole = text.to_string().replace('\n', "\r\n");
            assert_eq!(encoded(&text), quoted_printable::encode_to_str(&whole), "{form:?}");
        }
        let smuggled =
            Text::filled(Arc::new(Stencil::cut(&format!("{name}!"))), ["a\r\n.\r\nb".to_owned(), String::new(), String::new()]);
        assert_eq!(encoded(&smuggled), "a\r\n.\r\nb!");
        assert_eq!(Text::plain("a\nb").to_string(), "a\nb");
    }
}
