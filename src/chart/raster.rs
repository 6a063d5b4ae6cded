//! SVG to PNG, with the embedded fonts only.
//!
//! Shapes are drawn by resvg, letters by `letters.rs`: of a page's pixels they are few and nearly all at an edge, which costs
//! resvg four fifths of its time.

#[cfg(test)]
use super::palette::Colour;
use super::{letters, typeface};
use ::png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::{IntSize, Paint, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{self, Group, Node, Options, Path, Tree};
use rustc_hash::FxHashMap;

/// Why an SVG could not become a PNG.
#[derive(Debug)]
pub enum RasterFault {
    /// It is not SVG.
    NotSvg(String),
    /// It would have no pixels, or more than fit into memory.
    Size,
}

impl std::fmt::Display for RasterFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotSvg(reason) => write!(f, "not an SVG picture: {reason}"),
            Self::Size => f.write_str("a picture of this size cannot be drawn"),
        }
    }
}

impl std::error::Error for RasterFault {}

/// The most pixels of a side.
const MOST_PIXELS: f32 = 16_000.0;

/// How many rows are drawn at once: few enough to stay in the processor's cache, which takes a third off the time.
const BAND: u32 = 96;

/// Draws an SVG as PNG on white, `scale` pixels to each unit of its `viewBox` (2 for screens, 4 for print).
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, RasterFault> {
    let drawing = Drawing::read(svg, scale)?;
    let mut indexed = Indexed::with_room_for(drawing.size.width() as usize * drawing.size.height() as usize);
    if drawing.bands(|pixels| indexed.add(pixels)) {
        return pack(drawing.size, Some(indexed.colours), &indexed.places);
    }
    let mut colours = Vec::new();
    drawing.bands(|pixels| {
        colours.extend(pixels.iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]));
        true
    });
    pack(drawing.size, None, &colours)
}

/// Packed by the quickest of png's ways: at its usual level the packing takes ten times as long for a file a quarter smaller.
fn pack(size: IntSize, palette: Option<Vec<u8>>, bytes: &[u8]) -> Result<Vec<u8>, RasterFault> {
    let mut packed = Vec::new();
    let mut encoder = Encoder::new(&mut packed, size.width(), size.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::FdeflateUltraFast);
    encoder.set_filter(Filter::Up);
    encoder.set_color(if palette.is_some() { ColorType::Indexed } else { ColorType::Rgb });
    if let Some(colours) = palette {
        encoder.set_palette(colours);
    }
    encoder.write_header().and_then(|mut writer| writer.write_image_data(bytes)).map_err(|_| RasterFault::Size)?;
    Ok(packed)
}

/// The pixels of a picture of few colours: a third of the bytes to pack.
struct Indexed {
    known: FxHashMap<[u8; 3], u8>,
    /// Three bytes each.
    colours: Vec<u8>,
    /// Of each pixel its colour's place among them.
    places: Vec<u8>,
}

impl Indexed {
    fn with_room_for(pixels: usize) -> Self {
        Self { known: FxHashMap::default(), colours: Vec::new(), places: Vec::with_capacity(pixels) }
    }

    /// Adds opaque pixels; `false` when they make more than 256 colours.
    fn add(&mut self, pixels: &[PremultipliedColorU8]) -> bool {
        for run in pixels.chunk_by(|one, other| one == other) {
            let Some(place) = self.place(run[0]) else { return false };
            self.places.resize(self.places.len() + run.len(), place);
        }
        true
    }

    fn place(&mut self, colour: PremultipliedColorU8) -> Option<u8> {
        let colour = [colour.red(), colour.green(), colour.blue()];
        if let Some(place) = self.known.get(&colour) {
            return Some(*place);
        }
        let place = u8::try_from(self.known.len()).ok()?;
        self.known.insert(colour, place);
        self.colours.extend(colour);
        Some(place)
    }
}

/// A picture, read and ready to be drawn.
pub(super) struct Drawing {
    tree: Tree,
    scale: f32,
    size: IntSize,
}

impl Drawing {
    pub(super) fn read(svg: &str, scale: f32) -> Result<Self, RasterFault> {
        let tree = parse(svg)?;
        let (width, height) = ((tree.size().width() * scale).ceil(), (tree.size().height() * scale).ceil());
        if !(1.0..=MOST_PIXELS).contains(&width) || !(1.0..=MOST_PIXELS).contains(&height) {
            return Err(RasterFault::Size);
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Just compared with the limits.
        let size = IntSize::from_wh(width as u32, height as u32).ok_or(RasterFault::Size)?;
        Ok(Self { tree, scale, size })
    }

    /// Draws from top to bottom, some rows at a time, for as long as they are taken. Returns whether all were.
    fn bands(&self, mut take: impl FnMut(&[PremultipliedColorU8]) -> bool) -> bool {
        (0..self.size.height()).step_by(BAND as usize).all(|top| {
            let rows = BAND.min(self.size.height() - top);
            self.rows(top, rows).is_some_and(|pixels| take(pixels.pixels()))
        })
    }

    fn rows(&self, top: u32, count: u32) -> Option<Pixmap> {
        let mut band = Band::paper(self.scale, self.size.width(), top, count)?;
        band.draw(self.tree.root(), Transform::from_scale(self.scale, self.scale));
        Some(band.pixels)
    }

    #[cfg(test)]
    pub(super) fn whole(&self) -> Pixmap {
        self.rows(0, self.size.height()).unwrap()
    }
}

/// Some rows of a picture.
struct Band {
    /// Pixels to each unit of the picture.
    scale: f32,
    /// The picture's row that is the first here.
    top: u32,
    pixels: Pixmap,
}

impl Band {
    /// White, written once: a new pixmap's pixels are written before they are filled.
    fn paper(scale: f32, width: u32, top: u32, rows: u32) -> Option<Self> {
        let size = IntSize::from_wh(width, rows)?;
        let pixels = Pixmap::from_vec(vec![u8::MAX; width as usize * rows as usize * 4], size)?;
        Some(Self { scale, top, pixels })
    }

    /// Draws what is in a group, in its order; `transform` is to the pixels of the picture.
    fn draw(&mut self, group: &Group, transform: Transform) {
        for node in group.children() {
            match node {
                node if self.is_beside(node) => {}
                Node::Group(inner) if !inner.should_isolate() => self.draw(inner, transform.pre_concat(inner.transform())),
                Node::Text(text) if letters::draw(text, self.moved_up(transform), &mut self.pixels) => {}
                Node::Path(path) if path.stroke().is_some() && self.draw_stroke(path, transform) => {}
                node => {
                    // resvg puts a single node's upper left corner at the origin. A straight line alone would have none.
                    if let Some(bounds) = node.abs_layer_bounding_box() {
                        let transform = self.moved_up(transform).pre_translate(bounds.x(), bounds.y());
                        resvg::render_node(node, transform, &mut self.pixels.as_mut());
                    }
                }
            }
        }
    }

    /// Draws a line of plain colour. Returns whether it is one; of another nothing is drawn.
    fn draw_stroke(&mut self, path: &Path, transform: Transform) -> bool {
        let bounds = path.data().bounds();
        // SVG fills a straight line too, which shows nothing.
        let is_filled = path.fill().is_some() && bounds.width() > 0.0 && bounds.height() > 0.0;
        let Some(stroke) = path.stroke().filter(|_| path.is_visible() && !is_filled) else { return false };
        let usvg::Paint::Color(colour) = stroke.paint() else { return false };
        let mut paint = Paint::default();
        paint.set_color_rgba8(colour.red, colour.green, colour.blue, stroke.opacity().to_u8());
        let transform = self.moved_up(transform);
        self.pixels.stroke_path(path.data(), &paint, &stroke.to_tiny_skia(), transform, None);
        true
    }

    /// Whether surely nothing of a node is on these rows. An accent can be higher than its line.
    fn is_beside(&self, node: &Node) -> bool {
        const MARGIN: f32 = 8.0;
        let bounds = match node {
            Node::Group(group) => group.abs_layer_bounding_box().to_rect(),
            node => node.abs_stroke_bounding_box(),
        };
        #[allow(clippy::cast_precision_loss)] // Some hundred rows.
        let rows = self.pixels.height() as f32;
        let bounds = bounds.transform(self.moved_up(Transform::from_scale(self.scale, self.scale)));
        bounds.is_some_and(|bounds| bounds.bottom() < -MARGIN || bounds.top() > rows + MARGIN)
    }

    fn moved_up(&self, transform: Transform) -> Transform {
        #[allow(clippy::cast_precision_loss)] // Some thousand rows.
        let top = self.top as f32;
        transform.post_translate(0.0, -top)
    }
}

/// The same without colour, as a black-and-white printer leaves it: each pixel as light as it was.
#[cfg(test)]
pub(super) fn grey_png(svg: &str, scale: f32) -> Result<Vec<u8>, RasterFault> {
    let drawing = Drawing::read(svg, scale)?;
    let mut pixels = drawing.whole();
    for pixel in pixels.pixels_mut() {
        let light = Colour(pixel.red(), pixel.green(), pixel.blue()).luminance();
        let encoded = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 255.
        let grey = (encoded * 255.0).round() as u8;
        *pixel = PremultipliedColorU8::from_rgba(grey, grey, grey, 255).ok_or(RasterFault::Size)?;
    }
    let mut indexed = Indexed::with_room_for(pixels.pixels().len());
    assert!(indexed.add(pixels.pixels()), "there are only 256 greys");
    pack(drawing.size, Some(indexed.colours), &indexed.places)
}

pub(super) fn parse(svg: &str) -> Result<Tree, RasterFault> {
    let options = Options { font_family: typeface::FAMILY.to_owned(), fontdb: typeface::DATABASE.clone(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|reason| RasterFault::NotSvg(reason.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{goal_findings, goals_of, setting};
    use crate::text::Language;

    #[test]
    fn a_png_has_the_size_of_the_view_box_times_the_scale() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"><rect width=\"30\" height=\"20\"/></svg>";
        let png = png(svg, 2.0).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[16..24], [0, 0, 0, 60, 0, 0, 0, 40]);
    }

    /// The bytes of the pixels after decoding, three each.
    fn decoded(bytes: &[u8]) -> Vec<u8> {
        let mut decoder = ::png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(::png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    #[test]
    fn few_colours_and_many_come_back_as_they_were_drawn() {
        for colours in [1, 2, 255, 256, 257, 1000] {
            let columns: String = (0..colours)
                .map(|at| format!("<rect x=\"{at}\" width=\"1\" height=\"300\" fill=\"rgb({},{},7)\"/>", at % 256, at / 256))
                .collect();
            let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {colours} 300\">{columns}</svg>");
            let bytes = png(&svg, 1.0).unwrap();
            let row = (0..colours).flat_map(|at: usize| [(at % 256) as u8, (at / 256) as u8, 7]).collect::<Vec<_>>();
            assert!(decoded(&bytes).chunks(3 * colours).all(|own| own == row), "{colours} colours");
            assert_eq!(bytes[25] == 3, colours <= 256, "kind {} at {colours} colours", bytes[25]);
        }
    }

    #[test]
    fn what_is_drawn_some_rows_at_a_time_is_the_whole_picture() {
        let italian = Language::italian();
        let picture = goals_of(&goal_findings(), &setting(&italian, true));
        let whole = Drawing::read(&picture.svg, 2.0).unwrap().whole();
        let pixels: Vec<u8> = whole.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
        assert!(whole.height() > 5 * BAND);
        let banded = decoded(&png(&picture.svg, 2.0).unwrap());
        assert_eq!(banded.len(), pixels.len());
        // tiny-skia cuts the ring of a dot at a band's edge, which moves a few shades of its border.
        let others: Vec<u8> = banded.iter().zip(&pixels).map(|(one, other)| one.abs_diff(*other)).filter(|by| *by > 0).collect();
        assert!(others.len() < pixels.len() / 10_000 && others.iter().all(|by| *by <= 32), "{others:?}");
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"/>";
        assert!(matches!(png("<p>", 1.0), Err(RasterFault::NotSvg(_))));
        assert!(matches!(png(svg, 0.0), Err(RasterFault::Size)));
        assert!(matches!(png(svg, 1e6), Err(RasterFault::Size)));
    }
}
