//! A sheet to draw on: shapes in pixels, turned into SVG by plotters.
//!
//! plotters' coordinates are integers, so everything is drawn at ten units per pixel inside one scaled group, and its root
//! tag is replaced by one that a page, a PDF and a screen reader understand.

use super::palette::Colour;
use super::typeface::{self, Weight};
use crate::text::Language;
use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use std::collections::BTreeSet;

/// Units of the drawing in one pixel of the picture.
const UNITS: f64 = 10.0;

/// Where a text hangs from its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink {
    pub size: f64,
    pub weight: Weight,
    pub colour: Colour,
}

impl Ink {
    pub(super) fn regular(size: f64, colour: Colour) -> Self {
        Self { size, weight: Weight::Regular, colour }
    }

    pub(super) fn bold(size: f64, colour: Colour) -> Self {
        Self { size, weight: Weight::Bold, colour }
    }

    /// The width of a text so written.
    pub(super) fn width(self, text: &str) -> f64 {
        typeface::width(text, self.size, self.weight)
    }

    /// The text in lines no wider than `room`.
    pub(super) fn wrap(self, text: &str, room: f64, most: usize) -> Vec<String> {
        typeface::wrap(text, self.size, self.weight, room, most)
    }

    /// From one baseline to the next.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.25).round()
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Rect { left: f64, top: f64, width: f64, height: f64, fill: Colour },
    Line { points: Vec<(f64, f64)>, thickness: f64, stroke: Colour },
    Polygon { points: Vec<(f64, f64)>, fill: Colour },
    Disc { centre: (f64, f64), radius: f64, fill: Colour },
    Text { at: (f64, f64), anchor: Anchor, ink: Ink, text: String },
}

/// What is drawn so far.
pub(super) struct Sheet {
    /// Its width in pixels.
    pub width: f64,
    shapes: Vec<Shape>,
    missing: BTreeSet<char>,
}

impl Sheet {
    pub(super) fn new(width: f64) -> Self {
        Self { width, shapes: Vec::new(), missing: BTreeSet::new() }
    }

    pub(super) fn rect(&mut self, left: f64, top: f64, width: f64, height: f64, fill: Colour) {
        // A bar of 0 % has no area; readers of SVG complain of a rectangle without width.
        if units(left + width) > units(left) && units(top + height) > units(top) {
            self.shapes.push(Shape::Rect { left, top, width, height, fill });
        }
    }

    pub(super) fn line(&mut self, points: &[(f64, f64)], thickness: f64, stroke: Colour) {
        self.shapes.push(Shape::Line { points: points.to_vec(), thickness, stroke });
    }

    /// A line of dashes, each so long and so far from the next.
    pub(super) fn dashes(&mut self, points: &[(f64, f64)], thickness: f64, stroke: Colour, (dash, gap): (f64, f64)) {
        // The backend knows no dashes: they are drawn one by one, and a dash goes round a corner as two.
        let mut at = 0.0;
        for pair in points.windows(2) {
            let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
            let length = (x2 - x1).hypot(y2 - y1);
            let point = |along: f64| (x1 + (x2 - x1) * along / length, y1 + (y2 - y1) * along / length);
            let mut along = 0.0;
            while along < length {
                let left = if at < dash { dash - at } else { dash + gap - at };
                let next = (along + left).min(length);
                if at < dash {
                    self.line(&[point(along), point(next)], thickness, stroke);
                }
                at = (at + next - along) % (dash + gap);
                // Rounding must not leave a sliver that never ends.
                if dash + gap - at < 1e-6 {
                    at = 0.0;
                }
                along = if next - along < 1e-6 { along + 1e-3 } else { next };
            }
        }
    }

    pub(super) fn polygon(&mut self, points: &[(f64, f64)], fill: Colour) {
        self.shapes.push(Shape::Polygon { points: points.to_vec(), fill });
    }

    pub(super) fn disc(&mut self, centre: (f64, f64), radius: f64, fill: Colour) {
        self.shapes.push(Shape::Disc { centre, radius, fill });
    }

    /// Writes one line of text on a baseline.
    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, ink: Ink, text: &str) {
        self.missing.extend(typeface::missing(text));
        let text = typeface::drawable(text);
        if !text.trim().is_empty() {
            self.shapes.push(Shape::Text { at, anchor, ink, text });
        }
    }

    /// Writes lines one under the other; returns the y below the last.
    pub(super) fn lines(&mut self, at: (f64, f64), anchor: Anchor, ink: Ink, lines: &[String]) -> f64 {
        let mut y = at.1;
        for line in lines {
            self.text((at.0, y), anchor, ink, line);
            y += ink.leading();
        }
        y
    }

    /// Characters that stand as "?" because the typeface lacks them.
    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// The picture as SVG, with its title and its description.
    /// `margin` pixels of air are left around it.
    pub(super) fn into_svg(self, height: f64, margin: f64, title: &str, description: &str, language: &Language) -> String {
        let size = (units(self.width).unsigned_abs(), units(height).unsigned_abs());
        let mut drawn = String::new();
        {
            let mut backend = SVGBackend::with_string(&mut drawn, size);
            for shape in &self.shapes {
                draw(&mut backend, shape);
            }
            backend.present().expect("a String takes everything that is written to it");
        }
        let inside = drawn.split_once(">\n").map_or("", |(_, rest)| rest).trim_end().trim_end_matches("</svg>");
        let inside = inside
            .replace(" opacity=\"1\"", "")
            .replace(" stroke=\"none\"", "")
            .replace(&format!(" font-family=\"{}\"", typeface::FAMILY), "")
            .replace(" dy=\"-0.5ex\"", "")
            .replace(" text-anchor=\"start\"", "")
            .replace("font-weight=\"bold\"", "font-weight=\"700\"")
            .replace(">\n", ">")
            .replace("\n</", "</")
            .replace("/><", "/>\n<")
            .replace("</text><", "</text>\n<");
        // Unique on a page, and the same for the same picture.
        let id = format!("chart-{:016x}", fingerprint(&[title, description, &inside]));
        // A picture without a title is named by its description alone.
        let (named, heading) = match title {
            "" => (String::new(), String::new()),
            title => (format!("{id}-title "), format!("<title id=\"{id}-title\">{}</title>\n", escape(title))),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{start} {start} {width} {height}\" role=\"img\" xml:lang=\"{language}\" lang=\"{language}\" \
             aria-labelledby=\"{named}{id}-text\" font-family=\"'{family}', 'Segoe UI', Arial, sans-serif\">\n\
             {heading}<desc id=\"{id}-text\">{description}</desc>\n\
             <g transform=\"scale(0.1)\">\n{inside}</g>\n</svg>\n",
            start = 0.0 - margin,
            width = f64::from(size.0) / UNITS + 2.0 * margin,
            height = f64::from(size.1) / UNITS + 2.0 * margin,
            family = typeface::FAMILY,
            description = escape(description),
        )
    }
}

#[allow(clippy::cast_possible_truncation)] // A picture is some thousand pixels wide.
fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

fn point((x, y): (f64, f64)) -> (i32, i32) {
    (units(x), units(y))
}

fn draw(backend: &mut SVGBackend<'_>, shape: &Shape) {
    let fill = |colour: &Colour| ShapeStyle::from(&RGBColor(colour.0, colour.1, colour.2)).filled();
    let done = match shape {
        Shape::Rect { left, top, width, height, fill: colour } => {
            backend.draw_rect(point((*left, *top)), point((left + width, top + height)), &fill(colour), true)
        }
        Shape::Line { points, thickness, stroke } => {
            let style = fill(stroke).stroke_width(units(*thickness).unsigned_abs());
            match points.as_slice() {
                [from, to] => backend.draw_line(point(*from), point(*to), &style),
                points => backend.draw_path(points.iter().copied().map(point), &style),
            }
        }
        Shape::Polygon { points, fill: colour } => backend.fill_polygon(points.iter().copied().map(point), &fill(colour)),
        Shape::Disc { centre, radius, fill: colour } => {
            backend.draw_circle(point(*centre), units(*radius).unsigned_abs(), &fill(colour), true)
        }
        Shape::Text { at, anchor, ink, text } => backend.draw_text(text, &style(*anchor, *ink), point(*at)),
    };
    done.expect("a String takes everything that is written to it");
}

fn style(anchor: Anchor, ink: Ink) -> TextStyle<'static> {
    let weight = match ink.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
    };
    let across = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    // plotters divides by 1.24 when it writes the size.
    let font = FontDesc::new(FontFamily::Name(typeface::FAMILY), ink.size * UNITS * 1.24, weight);
    TextStyle {
        font,
        color: RGBColor(ink.colour.0, ink.colour.1, ink.colour.2).to_backend_color(),
        pos: Pos::new(across, VPos::Bottom),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// FNV-1a, 64 bits: enough to tell pictures on one page apart.
fn fingerprint(parts: &[&str]) -> u64 {
    parts
        .iter()
        .flat_map(|part| part.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::palette::DARK;

    #[test]
    fn the_root_tag_is_ours_and_texts_are_escaped() {
        let mut sheet = Sheet::new(680.0);
        sheet.text((10.0, 20.0), Anchor::Start, Ink::bold(13.0, DARK), "A < B & \"C\"");
        sheet.text((10.0, 40.0), Anchor::End, Ink::regular(13.0, DARK), "è");
        let svg = sheet.into_svg(100.0, 0.0, "T & U", "D", &Language::italian());
        assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 680 100\" role=\"img\""), "{svg}");
        assert!(svg.contains(">T &amp; U</title>"), "{svg}");
        assert!(
            svg.contains("<text x=\"100\" y=\"200\" font-size=\"130\" fill=\"#17324D\" font-weight=\"700\">A &lt; B &amp; &quot;C&quot;</text>"),
            "{svg}"
        );
        assert!(svg.contains("text-anchor=\"end\" font-size=\"130\" fill=\"#17324D\">è</text>"), "{svg}");
    }

    #[test]
    fn two_pictures_on_a_page_have_different_ids() {
        let of = |title: &str| Sheet::new(100.0).into_svg(10.0, 8.0, title, "", &Language::italian());
        let id = |svg: &str| svg.split("id=\"").nth(1).map(str::to_owned);
        assert_ne!(id(&of("a")), id(&of("b")));
        assert_eq!(of("a"), of("a"));
    }
}
