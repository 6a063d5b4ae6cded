//! Who answered: each channel's part of the responses beside its part of the yearly contacts.

use super::furniture::{BODY, draw_head, draw_legend, draw_rule, finish};
use super::palette::{BLUE, DARK, GREY, RULE};
use super::sheet::{Anchor, Ink, Sheet};
use super::{Captions, Datum, Format, Picture, Setting};
use crate::analysis::Sample;
use crate::language::{capital, integer, list, percentage, say, say_with};

const BAR: f64 = 12.0;
/// The room at the right of a bar: "100 % (1.234.567)".
const FIGURE: f64 = 118.0;

/// One channel, in words and parts.
struct Line {
    label: String,
    responses: (f64, u64),
    contacts: Option<(f64, u64)>,
}

/// Draws the sample by channel: where the two bars of a channel differ much, the answers do not mirror the contacts.
pub fn sample(captions: &Captions, found: &Sample, setting: &Setting<'_>) -> Picture {
    let lines = lines(found, setting);
    let stated = lines.iter().any(|line| line.contacts.is_some());
    let alternative = alternative(captions, found, &lines, setting);
    let mut sheet = Sheet::new(setting.width());
    let mut y = draw_head(&mut sheet, captions, setting);
    let mut entries = vec![(14.0, say(setting.language, "chart-part-of-responses"))];
    if stated {
        entries.push((14.0, say(setting.language, "chart-part-of-contacts")));
    }
    y = draw_legend(&mut sheet, y, &entries, |sheet, index, (x, middle)| {
        sheet.rect(x, middle - 6.0, 14.0, 12.0, if index == 0 { BLUE } else { CONTACTS });
    }) + 4.0;
    for line in &lines {
        draw_rule(&mut sheet, y, RULE);
        y = draw_line(&mut sheet, y + 6.0, line, &lines, setting) + 6.0;
    }
    draw_rule(&mut sheet, y, RULE);
    finish(sheet, y + 2.0, captions, alternative, table(found, setting), setting)
}

/// The contacts: a grey that stays apart from the blue in greyscale.
const CONTACTS: super::palette::Colour = super::palette::Colour(0xB4, 0xBE, 0xC9);

#[allow(clippy::cast_precision_loss)] // Counts of people.
fn lines(found: &Sample, setting: &Setting<'_>) -> Vec<Line> {
    let part = |count: u64, of: u64| count as f64 / of.max(1) as f64;
    // Channels without a stated universe have no part in the contacts that were stated.
    let contacts: u64 = found.channels.iter().filter_map(|channel| channel.universe).sum();
    let line = |channel: &crate::analysis::ChannelSample| Line {
        label: say(setting.language, &format!("channel-{}", channel.channel.code())),
        responses: (part(channel.responses, found.responses), channel.responses),
        contacts: channel.universe.map(|universe| (part(universe, contacts), universe)),
    };
    found.channels.iter().map(line).collect()
}

fn draw_line(sheet: &mut Sheet, y: f64, line: &Line, all: &[Line], setting: &Setting<'_>) -> f64 {
    let ink = Ink::regular(BODY + 1.0, DARK);
    let widest = all.iter().map(|line| ink.width(&capital(&line.label))).fold(0.0, f64::max);
    // On a telephone the channel stands above its bars.
    let (left, mut top) = match setting.format {
        Format::Page => (widest.ceil() + 14.0, y),
        Format::Phone => (0.0, y + ink.leading() + 2.0),
    };
    let reach =
        all.iter().flat_map(|line| [Some(line.responses.0), line.contacts.map(|(part, _)| part)]).flatten().fold(0.01, f64::max);
    let unit = (sheet.width - left - FIGURE) / reach;
    let bars = [
        Some((line.responses, BLUE, Ink::bold(BODY, DARK))),
        line.contacts.map(|part| (part, CONTACTS, Ink::regular(BODY, GREY))),
    ];
    let height = bars.iter().flatten().count();
    #[allow(clippy::cast_precision_loss)] // Two bars.
    let label = match setting.format {
        Format::Page => y + height as f64 * (BAR + 4.0) / 2.0 + 3.0,
        Format::Phone => y + ink.size,
    };
    sheet.text((0.0, label), Anchor::Start, ink, &capital(&line.label));
    for ((part, count), colour, ink) in bars.into_iter().flatten() {
        let width = (part * unit).max(if count > 0 { 1.0 } else { 0.0 });
        sheet.rect(left, top, width, BAR, colour);
        let text = format!("{} ({})", percentage(setting.language, part, 0), integer(setting.language, count));
        sheet.text((left + width + 6.0, top + BAR / 2.0 + BODY * 0.36), Anchor::Start, ink, &text);
        top += BAR + 4.0;
    }
    top
}

fn alternative(captions: &Captions, found: &Sample, lines: &[Line], setting: &Setting<'_>) -> String {
    let language = setting.language;
    let items: Vec<String> = lines
        .iter()
        .map(|line| {
            let responses = percentage(language, line.responses.0, 0);
            match line.contacts {
                Some((part, _)) => {
                    let written = [
                        ("channel", line.label.clone().into()),
                        ("responses", responses.into()),
                        ("contacts", percentage(language, part, 0).into()),
                    ];
                    say_with(language, "chart-sample-channel", &written)
                }
                None => format!("{} {responses}", line.label),
            }
        })
        .collect();
    let written = [("answers", integer(language, found.responses).into()), ("channels", list(language, &items).into())];
    let sentence = say_with(language, "chart-sample-about", &written);
    captions.before(&sentence)
}

fn table(found: &Sample, setting: &Setting<'_>) -> (Vec<String>, Vec<Vec<Datum>>) {
    let language = setting.language;
    let keys = ["chart-channel", "chart-responses", "chart-contacts", "chart-invited", "chart-undelivered"];
    let optional = |count: Option<u64>| count.map_or_else(|| Datum::words(""), |count| Datum::count(count, setting));
    let rows = found.channels.iter().map(|channel| {
        vec![
            Datum::words(capital(&say(language, &format!("channel-{}", channel.channel.code())))),
            Datum::count(channel.responses, setting),
            optional(channel.universe),
            optional(channel.invited),
            optional(channel.undelivered),
        ]
    });
    (keys.iter().map(|key| say(language, key)).collect(), rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::trial::{sample_found, setting};
    use crate::text::Language;

    #[test]
    fn a_channel_without_a_universe_has_no_part_in_the_contacts() {
        let italian = Language::italian();
        let picture = sample(&Captions::default(), &sample_found(), &setting(&italian, false));
        assert_eq!(picture.rows[2][..3], ["Web", "37", ""]);
        assert!(picture.svg.contains(">Telefono</text>") || picture.svg.contains(">E-mail</text>"), "{}", picture.svg);
        assert!(
            picture.alternative.contains("e-mail 56\u{a0}% delle risposte (17\u{a0}% dei contatti dell'anno)"),
            "{}",
            picture.alternative
        );
        assert!(picture.alternative.contains("web 9\u{a0}%"), "{}", picture.alternative);
    }
}
