//! An address as a QR code.

use super::PrintError;
use qrcode::render::svg::Color;
use qrcode::{EcLevel, QrCode};

/// The code of an address as a picture: black on white, with the white margin of four modules that readers of codes need.
///
/// A quarter of it may be dirty, torn or in the glare of a lamp (level Q).
///
/// # Errors
/// When the address is longer than any code holds.
pub(super) fn picture(address: &str) -> Result<String, PrintError> {
    Ok(code(address)?.render::<Color>().quiet_zone(true).dark_color(Color("#000000")).light_color(Color("#ffffff")).build())
}

fn code(address: &str) -> Result<QrCode, PrintError> {
    QrCode::with_error_correction_level(address, EcLevel::Q).map_err(|error| PrintError { messages: vec![error.to_string()] })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after<'s>(text: &'s str, sign: &str) -> &'s str {
        text.split_once(sign).unwrap().1
    }

    fn number(text: &str) -> usize {
        text.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
    }

    /// What the camera of a telephone would read in a picture, which is one path of rectangles: `M8 8h56v8H8V8`.
    fn read(svg: &str) -> String {
        let (width, height) = (number(after(svg, "width=\"")), number(after(svg, "height=\"")));
        let mut dark = vec![false; width * height];
        for part in after(svg, " d=\"").split('M').skip(1) {
            let (left, top) = (number(part), number(after(part, " ")));
            let (wide, tall) = (number(after(part, "h")), number(after(part, "v")));
            for row in top..top + tall {
                dark[row * width + left..row * width + left + wide].fill(true);
            }
        }
        let shade = |x: usize, y: usize| if dark[y * width + x] { 0 } else { 255 };
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, shade);
        let codes = seen.detect_grids();
        assert_eq!(codes.len(), 1);
        codes[0].decode().unwrap().1
    }

    #[test]
    fn a_telephone_reads_the_address_in_the_picture() {
        let long = format!("https://ascolto.provincia.example.it/{}/q/urp-2026", "comune".repeat(20));
        for address in ["https://ascolto.example.it/q/urp_2026", "http://127.0.0.1:8080/q/urp", &long] {
            assert_eq!(read(&picture(address).unwrap()), address);
        }
    }

    #[test]
    fn the_picture_is_black_on_white_with_its_margin() {
        let svg = picture("https://ascolto.example.it/q/urp_2026").unwrap();
        assert!(svg.contains("#000000") && svg.contains("#ffffff") && !svg.contains("<text"), "{svg}");
        let plain = code("https://ascolto.example.it/q/urp_2026").unwrap().width();
        let width: usize = svg.split("width=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().parse().unwrap();
        assert_eq!(width % (plain + 8), 0, "{width} is not a whole number of {plain} modules and 8 of margin");
    }

    #[test]
    fn an_address_no_code_can_hold_is_an_error() {
        assert!(picture(&"a".repeat(5_000)).is_err());
    }
}
