//! The rows of a question that has several parts: choices, items, points of a scale. They are added, moved and taken away by buttons
//! that save nothing.

use crate::web::staff::posted::Posted;

/// No question has more.
const MOST: usize = 100;
/// How many empty rows a button adds.
const MORE: usize = 3;

/// How many rows there are.
pub(super) fn count(posted: &Posted) -> usize {
    posted.value("rows").parse().unwrap_or(0).min(MOST)
}

/// The name of a field of a row, from 1.
pub(super) fn name(part: &str, number: usize) -> String {
    format!("{part}_{number}")
}

/// A value of a row.
pub(super) fn value<'p>(posted: &'p Posted, part: &str, number: usize) -> &'p str {
    posted.value(&name(part, number))
}

/// A value of several lines; browsers send them as mail does.
pub(super) fn lines(posted: &Posted, name: &str) -> String {
    posted.value(name).replace("\r\n", "\n")
}

/// Adds a row at the end.
pub(super) fn push(posted: &mut Posted, parts: &[(&str, String)]) {
    let number = count(posted) + 1;
    for (part, value) in parts {
        posted.fields.push((name(part, number), value.clone()));
    }
    posted.put("rows", number.to_string());
}

/// Presses the button of that name: `more`, `up-2`, `down-2`, `remove-2`. Whether there is such a button.
pub(super) fn press(posted: &mut Posted, button: &str) -> bool {
    let rows = count(posted);
    let number = |typed: &str| typed.parse::<usize>().ok().filter(|number| (1..=rows).contains(number));
    match button.split_once('-') {
        None if button == "more" => posted.put("rows", (rows + MORE).min(MOST).to_string()),
        Some(("up", typed)) => match number(typed) {
            Some(number) if number > 1 => swap(posted, number, number - 1),
            _ => return false,
        },
        Some(("down", typed)) => match number(typed) {
            Some(number) if number < rows => swap(posted, number, number + 1),
            _ => return false,
        },
        Some(("remove", typed)) => match number(typed) {
            Some(number) => {
                (number..rows).for_each(|at| swap(posted, at, at + 1));
                posted.fields.retain(|(own, _)| !is_of_row(own, rows));
                posted.put("rows", (rows - 1).to_string());
            }
            None => return false,
        },
        _ => return false,
    }
    true
}

fn is_of_row(name: &str, number: usize) -> bool {
    name.rsplit_once('_').is_some_and(|(part, own)| is_part(part) && own == number.to_string())
}

/// The fields that rows have.
const PARTS: [&str; 9] =
    ["row_code", "row_text", "row_exclusive", "row_factor", "row_was", "row_value", "row_satisfied", "row_neutral", "row_symbol"];

/// Of a text also what it is called in another language: `row_text_de`.
fn is_part(name: &str) -> bool {
    PARTS.contains(&name) || name.starts_with("row_text_")
}

fn swap(posted: &mut Posted, one: usize, other: usize) {
    for (name, _) in &mut posted.fields {
        let Some((part, number)) = name.rsplit_once('_').filter(|(part, _)| is_part(part)) else { continue };
        let to = match number.parse::<usize>() {
            Ok(number) if number == one => other,
            Ok(number) if number == other => one,
            _ => continue,
        };
        *name = format!("{part}_{to}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(posted: &Posted) -> Vec<String> {
        (1..=count(posted))
            .map(|number| ["row_text", "row_exclusive", "row_text_de"].map(|part| value(posted, part, number)).concat())
            .collect()
    }

    #[test]
    fn rows_move_with_all_that_belongs_to_them() {
        let mut posted = Posted::default();
        for (text, exclusive) in [("a", ""), ("b", "!"), ("c", "")] {
            let parts =
                [("row_text", text.to_owned()), ("row_exclusive", exclusive.to_owned()), ("row_text_de", text.to_uppercase())];
            push(&mut posted, &parts);
        }
        assert!(press(&mut posted, "up-2"));
        assert_eq!(rows(&posted), ["b!B", "aA", "cC"]);
        assert!(press(&mut posted, "remove-2"));
        assert_eq!(rows(&posted), ["b!B", "cC"]);
        assert!(press(&mut posted, "more"));
        assert_eq!(rows(&posted), ["b!B", "cC", "", "", ""]);
        assert!(
            !press(&mut posted, "up-1")
                && !press(&mut posted, "down-5")
                && !press(&mut posted, "remove-6")
                && !press(&mut posted, "?")
        );
    }
}
