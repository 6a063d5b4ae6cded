//! The one typeface of the pictures: how wide a text is, where it breaks, and what the font lacks.

use ab_glyph::{Font, FontRef};
use resvg::usvg::fontdb;
use std::sync::{Arc, LazyLock};

/// The family's name in the font files.
pub(super) const FAMILY: &str = "Titillium Web";

const REGULAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fonts/titillium-web-400.ttf"));
const BOLD: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fonts/titillium-web-700.ttf"));

static FACES: LazyLock<[FontRef<'static>; 2]> = LazyLock::new(|| {
    [REGULAR, BOLD]
        .map(|bytes| FontRef::try_from_slice(bytes).expect("the embedded fonts are TrueType: the tests measure with them"))
});

/// The embedded fonts for resvg: no font of the machine is ever used, so a picture is the same everywhere.
pub(super) static DATABASE: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for bytes in [REGULAR, BOLD] {
        database.load_font_data(bytes.to_vec());
    }
    database.set_sans_serif_family(FAMILY);
    Arc::new(database)
});

/// How heavy a text is. The family's 600 is not matched as bold by every reader of SVG, so there are only these two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// How far a character moves on in both weights, in parts of its size; nothing where a weight lacks it.
type Advances = Option<[f64; 2]>;

/// The characters of European languages, read once: a picture measures some thousand of them.
static ADVANCES: LazyLock<Vec<Advances>> = LazyLock::new(|| ('\0'..='\u{2200}').map(measure).collect());

fn measure(c: char) -> Advances {
    let advance = |face: &FontRef<'static>| {
        let glyph = face.glyph_id(c);
        let em = f64::from(face.units_per_em().unwrap_or(1000.0));
        (glyph.0 != 0).then(|| f64::from(face.h_advance_unscaled(glyph)) / em)
    };
    Some([advance(&FACES[0])?, advance(&FACES[1])?])
}

fn advances(c: char) -> Advances {
    ADVANCES.get(c as usize).copied().unwrap_or_else(|| measure(c))
}

/// The width of a text as it is drawn, in the unit of `size`. Kerning is left out: it only ever makes a text narrower here.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let of = match weight {
        Weight::Regular => 0,
        Weight::Bold => 1,
    };
    let own = |c: char| advances(c).map_or(0.0, |advances| advances[of]);
    let put = |c: char| match advances(c) {
        Some(advances) => advances[of],
        None => substitute(c).unwrap_or("?").chars().map(own).sum(),
    };
    text.chars().map(put).sum::<f64>() * size
}

/// Whether both weights can draw a character.
fn draws(c: char) -> bool {
    advances(c).is_some()
}

/// The characters of a text that the typeface lacks and that have no usual substitute.
pub(super) fn missing(text: &str) -> Vec<char> {
    text.chars().filter(|c| !draws(*c) && substitute(*c).is_none()).collect()
}

/// The text as it can be drawn: a character the typeface lacks would vanish without a trace.
pub(super) fn drawable(text: &str) -> String {
    let mut drawn = String::with_capacity(text.len());
    for c in text.chars() {
        if draws(c) {
            drawn.push(c);
        } else {
            drawn.push_str(substitute(c).unwrap_or("?"));
        }
    }
    drawn
}

fn substitute(c: char) -> Option<&'static str> {
    Some(match c {
        '\n' | '\r' | '\t' | '\u{2009}' | '\u{2003}' | '\u{2002}' => " ",
        '\u{202f}' | '\u{2007}' => "\u{a0}",
        '\u{ad}' | '\u{200b}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' => "",
        '\u{2264}' => "<=",
        '\u{2265}' => ">=",
        '\u{2192}' => "->",
        '\u{2190}' => "<-",
        '\u{2011}' => "-",
        '\u{1e9e}' => "SS",
        _ => return None,
    })
}

/// Breaks a text into lines no wider than `room`, `most` at most; what does not fit ends in an ellipsis.
pub(super) fn wrap(text: &str, size: f64, weight: Weight, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in
        text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()).flat_map(|word| pieces(word, size, weight, room))
    {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match joined {
            Some(joined) if width(&joined, size, weight) <= room => {
                let last = lines.len() - 1;
                lines[last] = joined;
            }
            _ => lines.push(word),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}\u{2026}"), size, weight) > room {
                last.pop();
            }
            *last = format!("{}\u{2026}", last.trim_end());
        }
    }
    lines
}

/// A word that alone is wider than the room (German compounds, addresses) is cut with a hyphen.
fn pieces(word: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    if width(word, size, weight) <= room {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        let longer = pieces.last().map(|piece| format!("{piece}{c}-")).unwrap_or_default();
        if width(&longer, size, weight) > room && longer.chars().count() > 2 {
            if let Some(piece) = pieces.last_mut() {
                piece.push('-');
            }
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_glyph_is_noticed_and_never_vanishes() {
        assert_eq!(missing("Qualità, Größe, Łódź, ± 5 %"), Vec::<char>::new());
        assert_eq!(missing("\u{3c1} = 0,4 \u{2265} 0"), vec!['\u{3c1}']);
        assert_eq!(drawable("\u{3c1} \u{2265} 0"), "? >= 0");
    }

    #[test]
    fn figures_are_equally_wide() {
        for weight in [Weight::Regular, Weight::Bold] {
            assert!((width("1111", 13.0, weight) - width("8048", 13.0, weight)).abs() < 1e-9);
        }
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text = "Verständlichkeit der Formulare und Rechtsschutzversicherungsgesellschaften im Grundbuchamt";
        for room in [40.0, 90.0, 170.0] {
            let lines = wrap(text, 13.0, Weight::Bold, room, 99);
            assert!(lines.iter().all(|line| width(line, 13.0, Weight::Bold) <= room), "{room}: {lines:?}");
        }
        let cut = wrap(text, 13.0, Weight::Regular, 170.0, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].ends_with('\u{2026}') && width(&cut[1], 13.0, Weight::Regular) <= 170.0);
    }
}
