//! SVG to PNG, with the embedded fonts only.
//!
//! Shapes are drawn by resvg, letters by `letters.rs`: of a page's pixels they are few and nearly all at an edge, which costs
//! resvg four fifths of its time.

#[cfg(test)]
use super::palette::Colour;
use super::{letters, typeface};
use ::png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
#[cfg(test)]
use resvg::tiny_skia::PremultipliedColorU8;
use resvg::tiny_skia::{Color, Paint, Pixmap, Transform};
use resvg::usvg::{self, Group, Node, Options, Path, Tree};
use std::collections::HashMap;

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

/// Draws an SVG as PNG on white, `scale` pixels to each unit of its `viewBox` (2 for screens, 4 for print).
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, RasterFault> {
    encode(&draw(svg, scale)?)
}

/// Packed by the quickest of png's ways: at its usual level the packing takes ten times as long for a file a quarter smaller.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, RasterFault> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_deflate_compression(DeflateCompression::FdeflateUltraFast);
    encoder.set_filter(Filter::Up);
    let (pixels, _) = pixels.data().as_chunks::<4>();
    let packed = if let Some(Indexed { colours, places }) = indexed(pixels) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(colours);
        places
    } else {
        encoder.set_color(ColorType::Rgb);
        pixels.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect()
    };
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&packed)).map_err(|_| RasterFault::Size)?;
    Ok(bytes)
}

/// The colours of a picture, three bytes each, and the place of each pixel's colour among them.
struct Indexed {
    colours: Vec<u8>,
    places: Vec<u8>,
}

/// A picture of few colours by its colours: a third of the bytes to pack. Nothing for one of more than 256. Alpha, which nothing
/// here has, is left out.
fn indexed(pixels: &[[u8; 4]]) -> Option<Indexed> {
    let (mut known, mut colours, mut places) = (HashMap::new(), Vec::new(), Vec::with_capacity(pixels.len()));
    for run in pixels.chunk_by(|one, other| one == other) {
        let place = match known.get(&run[0]) {
            Some(place) => *place,
            None => {
                let place = u8::try_from(known.len()).ok()?;
                known.insert(run[0], place);
                colours.extend_from_slice(&run[0][..3]);
                place
            }
        };
        places.resize(places.len() + run.len(), place);
    }
    Some(Indexed { colours, places })
}

pub(super) fn draw(svg: &str, scale: f32) -> Result<Pixmap, RasterFault> {
    let tree = parse(svg)?;
    let size = tree.size();
    let (width, height) = ((size.width() * scale).ceil(), (size.height() * scale).ceil());
    if !(1.0..=MOST_PIXELS).contains(&width) || !(1.0..=MOST_PIXELS).contains(&height) {
        return Err(RasterFault::Size);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Just compared with the limits.
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or(RasterFault::Size)?;
    pixels.fill(Color::WHITE);
    draw_nodes(tree.root(), Transform::from_scale(scale, scale), &mut pixels);
    Ok(pixels)
}

/// Draws what is in a group, in its order.
fn draw_nodes(group: &Group, transform: Transform, pixels: &mut Pixmap) {
    for node in group.children() {
        match node {
            Node::Group(inner) if !inner.should_isolate() => draw_nodes(inner, transform.pre_concat(inner.transform()), pixels),
            Node::Text(text) if letters::draw(text, transform, pixels) => {}
            Node::Path(path) if path.stroke().is_some() && draw_stroke(path, transform, pixels) => {}
            node => {
                // resvg puts a single node's upper left corner at the origin. A straight line alone would have none.
                if let Some(bounds) = node.abs_layer_bounding_box() {
                    let transform = transform.pre_translate(bounds.x(), bounds.y());
                    resvg::render_node(node, transform, &mut pixels.as_mut());
                }
            }
        }
    }
}

/// Draws a line of plain colour. Returns whether it is one; of another nothing is drawn.
fn draw_stroke(path: &Path, transform: Transform, pixels: &mut Pixmap) -> bool {
    let bounds = path.data().bounds();
    // SVG fills a straight line too, which shows nothing.
    let is_filled = path.fill().is_some() && bounds.width() > 0.0 && bounds.height() > 0.0;
    let Some(stroke) = path.stroke().filter(|_| path.is_visible() && !is_filled) else { return false };
    let usvg::Paint::Color(colour) = stroke.paint() else { return false };
    let mut paint = Paint::default();
    paint.set_color_rgba8(colour.red, colour.green, colour.blue, stroke.opacity().to_u8());
    pixels.stroke_path(path.data(), &paint, &stroke.to_tiny_skia(), transform, None);
    true
}

/// The same without colour, as a black-and-white printer leaves it: each pixel as light as it was.
#[cfg(test)]
pub(super) fn grey_png(svg: &str, scale: f32) -> Result<Vec<u8>, RasterFault> {
    let mut pixels = draw(svg, scale)?;
    for pixel in pixels.pixels_mut() {
        let light = Colour(pixel.red(), pixel.green(), pixel.blue()).luminance();
        let encoded = if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 255.
        let grey = (encoded * 255.0).round() as u8;
        *pixel = PremultipliedColorU8::from_rgba(grey, grey, grey, 255).ok_or(RasterFault::Size)?;
    }
    encode(&pixels)
}

pub(super) fn parse(svg: &str) -> Result<Tree, RasterFault> {
    let options = Options { font_family: typeface::FAMILY.to_owned(), fontdb: typeface::DATABASE.clone(), ..Options::default() };
    Tree::from_str(svg, &options).map_err(|reason| RasterFault::NotSvg(reason.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let mut drawn = Pixmap::new(50, 40).unwrap();
            for (at, pixel) in drawn.pixels_mut().iter_mut().enumerate() {
                let [low, high, ..] = (at / 2 % colours).to_le_bytes();
                *pixel = PremultipliedColorU8::from_rgba(low, high, 7, 255).unwrap();
            }
            let bytes = encode(&drawn).unwrap();
            let wanted: Vec<u8> = drawn.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
            assert!(decoded(&bytes) == wanted, "{colours} colours");
            assert_eq!(bytes[25] == 3, colours <= 256, "kind {} at {colours} colours", bytes[25]);
        }
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 30 20\"/>";
        assert!(matches!(png("<p>", 1.0), Err(RasterFault::NotSvg(_))));
        assert!(matches!(png(svg, 0.0), Err(RasterFault::Size)));
        assert!(matches!(png(svg, 1e6), Err(RasterFault::Size)));
    }
}
