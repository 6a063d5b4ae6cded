//! What the type of a row of the survey sheet says.

/// A type.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Type {
    Begin {
        repeat: bool,
    },
    End,
    One {
        list: String,
        or_other: bool,
    },
    Several {
        list: String,
        or_other: bool,
    },
    Integer,
    Decimal,
    Percentage,
    Range,
    Text,
    /// Asked in words, for want of a kind of its own; the reason.
    InWords(&'static str),
    Note,
    Acknowledge,
    /// Not carried; the reason and what to do.
    Lost(&'static str, &'static str),
}

const ONE: [&str; 6] =
    ["add select one prompt using ", "select one from ", "select one ", "select1 ", "select 1 ", "select only one from "];
const SEVERAL: [&str; 5] = [
    "add select multiple prompt using ",
    "select all that apply from ",
    "select multiple from ",
    "select multiple ",
    "select all that apply ",
];
const FROM_FILE: [&str; 4] =
    ["select one from file", "select multiple from file", "select one external", "select multiple external"];
const OTHER: [&str; 4] = [" or specify other", " or other", " or_other", " specify other"];

/// Reads the cell.
pub(super) fn read(cell: &str) -> Type {
    let words = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    // The same length in bytes, so that names of lists can be cut out of what was typed.
    let plain = words.to_ascii_lowercase().replace(['_', '-'], " ");
    let after = |heads: &[&str]| heads.iter().find_map(|head| plain.starts_with(head).then(|| words[head.len()..].trim()));
    if FROM_FILE.iter().any(|head| plain.starts_with(head)) {
        return Type::Lost("exchange-type-file", "exchange-hint-type-list");
    }
    if let Some(list) = after(&ONE) {
        let (list, or_other) = with_other(list);
        return Type::One { list, or_other };
    }
    if let Some(list) = after(&SEVERAL) {
        let (list, or_other) = with_other(list);
        return Type::Several { list, or_other };
    }
    match plain.split(' ').next() {
        Some("begin") => return Type::Begin { repeat: plain.contains("repeat") || plain.contains("loop") },
        Some("end") if !matches!(plain.as_str(), "end" | "end time") => return Type::End,
        Some("rank") => return Type::Lost("exchange-type-rank", "exchange-hint-type-rank"),
        _ => {}
    }
    let bare = plain.strip_prefix("add ").and_then(|rest| rest.strip_suffix(" prompt")).unwrap_or(&plain);
    match bare.strip_prefix("q ").unwrap_or(bare) {
        "integer"
        | "int"
        | "number of days in last month"
        | "number of days in last six months"
        | "number of days in last year" => Type::Integer,
        "decimal" => Type::Decimal,
        "percentage" | "percent" => Type::Percentage,
        "range" => Type::Range,
        "text" | "string" | "phone number" => Type::Text,
        "date" | "time" | "datetime" | "date time" | "date and time" => Type::InWords("exchange-type-date"),
        "barcode" => Type::InWords("exchange-type-barcode"),
        "note" => Type::Note,
        "acknowledge" | "trigger" => Type::Acknowledge,
        "calculate" | "hidden" | "xml external" | "csv external" => {
            Type::Lost("exchange-type-calculated", "exchange-hint-type-calculated")
        }
        "geopoint" | "geotrace" | "geoshape" | "gps" | "location" | "osm" | "start geopoint" | "background geopoint" => {
            Type::Lost("exchange-type-place", "exchange-hint-type-place")
        }
        "image" | "photo" | "audio" | "video" | "file" | "background" | "background audio" => {
            Type::Lost("exchange-type-media", "exchange-hint-type-media")
        }
        "start" | "end" | "today" | "start time" | "end time" | "day of survey" | "deviceid" | "device id" | "phonenumber"
        | "username" | "email" | "audit" | "simserial" | "sim id" | "subscriberid" | "subscriber id" | "uri:deviceid"
        | "imei" => Type::Lost("exchange-type-device", "exchange-hint-type-device"),
        _ => Type::Lost("exchange-type-unknown", "exchange-hint-type-unknown"),
    }
}

fn with_other(list: &str) -> (String, bool) {
    let lower = list.to_ascii_lowercase();
    match OTHER.iter().find(|tail| lower.ends_with(**tail)) {
        Some(tail) => (list[..list.len() - tail.len()].trim().to_owned(), true),
        None => (list.to_owned(), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_all_times_are_known() {
        let one = |list: &str, or_other| Type::One { list: list.to_owned(), or_other };
        for (cell, expected) in [
            ("select_one yes_no", one("yes_no", false)),
            ("select one from Yes_No or specify other", one("Yes_No", true)),
            ("select_one  a or_other", one("a", true)),
            ("select all that apply from list", Type::Several { list: "list".to_owned(), or_other: false }),
            ("begin_group", Type::Begin { repeat: false }),
            ("begin loop over x", Type::Begin { repeat: true }),
            ("end group", Type::End),
            ("int", Type::Integer),
            ("add note prompt", Type::Note),
            ("q string", Type::Text),
            ("dateTime", Type::InWords("exchange-type-date")),
            ("end", Type::Lost("exchange-type-device", "exchange-hint-type-device")),
            ("end time", Type::Lost("exchange-type-device", "exchange-hint-type-device")),
            ("end_time", Type::Lost("exchange-type-device", "exchange-hint-type-device")),
            ("xml-external", Type::Lost("exchange-type-calculated", "exchange-hint-type-calculated")),
            ("background-audio", Type::Lost("exchange-type-media", "exchange-hint-type-media")),
            ("select_one yes-no", one("yes-no", false)),
            ("select_one_from_file a.csv", Type::Lost("exchange-type-file", "exchange-hint-type-list")),
            ("hologram", Type::Lost("exchange-type-unknown", "exchange-hint-type-unknown")),
            ("ſelect_one é", Type::Lost("exchange-type-unknown", "exchange-hint-type-unknown")),
        ] {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }
}
