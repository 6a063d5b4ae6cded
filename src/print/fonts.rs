//! The embedded fonts: the design system's typeface, and a broad one for what it lacks.

use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts with the book typst looks them up in.
pub(super) struct Shelf {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

pub(super) static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!(concat!(env!("OUT_DIR"), "/fonts/titillium-web-400.ttf")),
        include_bytes!(concat!(env!("OUT_DIR"), "/fonts/titillium-web-700.ttf")),
        dejavu::sans::regular(),
        dejavu::sans::bold(),
    ];
    let fonts: Vec<Font> = files.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Shelf { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// Whether any font can draw a character in both weights.
pub(super) fn can_draw(character: char) -> bool {
    // Regular and bold of a family stand next to each other.
    SHELF.fonts.chunks(2).any(|family| family.iter().all(|font| font.info().coverage.contains(character.into())))
}

/// Whether the broad family can draw it: a base with its combining marks must come from one font.
pub(super) fn broadly_drawn(character: char) -> bool {
    SHELF.fonts[2..].iter().all(|font| font.info().coverage.contains(character.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_families_stand_on_the_shelf_in_two_weights() {
        let families: Vec<_> = SHELF.book.families().map(|(name, infos)| (name.to_owned(), infos.count())).collect();
        assert_eq!(families, [("DejaVu Sans".to_owned(), 2), ("Titillium Web".to_owned(), 2)]);
        assert!(can_draw('à') && can_draw('ρ') && can_draw('\u{fffd}'));
        assert!(!can_draw('漢'));
    }
}
