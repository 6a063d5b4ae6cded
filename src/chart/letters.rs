//! Letters to pixels: the outlines that a text has become, filled by the exact area of each pixel that they cover.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use resvg::tiny_skia::{Path as Outline, PathSegment, Pixmap, Point as Place, PremultipliedColorU8, Transform};
use resvg::usvg::{Color, Group, Node, Paint, Path, Text};

/// The shades of an edge. More are not seen, and make the file half as large again.
const STEPS: u16 = 16;

/// Draws a text of plain colour on opaque pixels. Returns whether it is one; of another nothing is drawn.
pub(super) fn draw(text: &Text, transform: Transform, pixels: &mut Pixmap) -> bool {
    let mut outlines = Vec::new();
    let group = text.flattened();
    let is_plain = gather(group, transform.pre_concat(group.transform()), &mut outlines);
    if is_plain {
        for (path, transform, colour) in outlines {
            fill(path.data(), transform, colour, pixels);
        }
    }
    is_plain
}

/// The outlines of a group with where and in which colour they are drawn; `false` where any needs more than a colour.
fn gather<'t>(group: &'t Group, transform: Transform, outlines: &mut Vec<(&'t Path, Transform, Color)>) -> bool {
    !group.should_isolate()
        && group.children().iter().all(|node| match node {
            Node::Group(inner) => gather(inner, transform.pre_concat(inner.transform()), outlines),
            Node::Path(path) => match (path.fill(), path.stroke()) {
                (Some(fill), None) if fill.opacity().get() >= 1.0 && path.is_visible() => match fill.paint() {
                    Paint::Color(colour) => {
                        outlines.push((path, transform, *colour));
                        true
                    }
                    _ => false,
                },
                _ => false,
            },
            Node::Image(_) | Node::Text(_) => false,
        })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // Within the picture.
fn fill(outline: &Outline, transform: Transform, colour: Color, pixels: &mut Pixmap) {
    let Some(bounds) = outline.bounds().transform(transform) else { return };
    let (wide, high) = (pixels.width() as usize, pixels.height() as usize);
    let (left, top) = (bounds.left().floor().max(0.0), bounds.top().floor().max(0.0));
    let (right, bottom) = (bounds.right().ceil().min(wide as f32), bounds.bottom().ceil().min(high as f32));
    if right <= left || bottom <= top {
        return;
    }
    let mut area = Rasterizer::new((right - left) as usize, (bottom - top) as usize);
    trace(outline, &mut area, |mut place| {
        transform.map_point(&mut place);
        point(place.x - left, place.y - top)
    });
    let (first_column, first_row) = (left as usize, top as usize);
    let ground = pixels.pixels_mut();
    area.for_each_pixel_2d(|x, y, part| {
        let part = (part.min(1.0) * f32::from(STEPS) + 0.5) as u16;
        if part > 0 {
            let pixel = &mut ground[(first_row + y as usize) * wide + first_column + x as usize];
            *pixel = laid_over(*pixel, colour, part);
        }
    });
}

/// Draws the lines and curves of an outline, each ring closed.
fn trace(outline: &Outline, area: &mut Rasterizer, place: impl Fn(Place) -> Point) {
    let (mut first, mut last) = (point(0.0, 0.0), point(0.0, 0.0));
    for segment in outline.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                area.draw_line(last, first);
                (first, last) = (place(to), place(to));
            }
            PathSegment::LineTo(to) => {
                let to = place(to);
                area.draw_line(last, to);
                last = to;
            }
            PathSegment::QuadTo(control, to) => {
                let to = place(to);
                area.draw_quad(last, place(control), to);
                last = to;
            }
            PathSegment::CubicTo(one, two, to) => {
                let to = place(to);
                area.draw_cubic(last, place(one), place(two), to);
                last = to;
            }
            PathSegment::Close => {
                area.draw_line(last, first);
                last = first;
            }
        }
    }
    area.draw_line(last, first);
}

/// A colour that covers some of the [`STEPS`] of an opaque pixel.
#[allow(clippy::cast_possible_truncation)] // Between two channels of a byte.
fn laid_over(ground: PremultipliedColorU8, colour: Color, part: u16) -> PremultipliedColorU8 {
    let mix = |from: u8, to: u8| ((u16::from(from) * (STEPS - part) + u16::from(to) * part + STEPS / 2) / STEPS) as u8;
    let [red, green, blue] = [mix(ground.red(), colour.red), mix(ground.green(), colour.green), mix(ground.blue(), colour.blue)];
    PremultipliedColorU8::from_rgba(red, green, blue, 255).unwrap_or(ground)
}

#[cfg(test)]
mod tests {
    use crate::chart::raster::{Drawing, parse};
    use crate::chart::trial::{goal_findings, goals_of, setting};
    use crate::text::Language;
    use resvg::tiny_skia::{Color, Pixmap, Transform};

    /// How dark each tile of 20 by 20 pixels is, row by row.
    fn darkness(pixels: &Pixmap) -> Vec<f64> {
        let (wide, tiles) = (pixels.width() as usize, pixels.width() as usize / 20 + 1);
        let mut dark = vec![0.0; tiles * (pixels.height() as usize / 20 + 1)];
        for (at, pixel) in pixels.pixels().iter().enumerate() {
            dark[at / wide / 20 * tiles + at % wide / 20] += f64::from(255 - pixel.green()) / 255.0 / 400.0;
        }
        dark
    }

    #[test]
    fn letters_are_where_resvg_puts_them_and_as_dark() {
        let italian = Language::italian();
        let picture = goals_of(&goal_findings(), &setting(&italian, true));
        let tree = parse(&picture.svg).unwrap();
        let mut theirs = Pixmap::new(tree.size().width() as u32, tree.size().height() as u32).unwrap();
        theirs.fill(Color::WHITE);
        resvg::render(&tree, Transform::identity(), &mut theirs.as_mut());
        let ours = Drawing::read(&picture.svg, 1.0).unwrap().whole();
        assert_eq!(ours.width(), theirs.width() + u32::from(tree.size().width().fract() > 0.0));
        for (at, (one, other)) in darkness(&ours).iter().zip(darkness(&theirs)).enumerate() {
            assert!((one - other).abs() < 0.02, "tile {at}: {one:.3} and {other:.3}");
        }
    }
}
