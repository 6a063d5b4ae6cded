//! What two people typed into one part of a questionnaire, brought together.

use crate::web::staff::posted::Posted;
use std::collections::BTreeSet;

/// What is typed, with what somebody else changed meanwhile: what was left as it was when the page was opened becomes what it is now. Rows belong
/// together, and so does a condition: of each the typed one stays where any of it was changed.
pub(super) fn merged(typed: &Posted, was: &Posted, now: &Posted) -> Posted {
    let groups: BTreeSet<&str> = was.fields.iter().chain(&now.fields).map(|(name, _)| group_of(name)).collect();
    let untouched: BTreeSet<&str> = groups.into_iter().filter(|group| values(typed, group) == values(was, group)).collect();
    let kept = typed.fields.iter().filter(|(name, _)| !untouched.contains(group_of(name)));
    let taken = now.fields.iter().filter(|(name, _)| untouched.contains(group_of(name)));
    Posted { fields: kept.chain(taken).cloned().collect(), files: Vec::new() }
}

/// What a field is changed together with.
fn group_of(name: &str) -> &str {
    match name {
        "when" | "join" | "answer" | "condition" => "when",
        _ if name.starts_with("row") => "row",
        _ => name,
    }
}

/// What a group says. An empty field says as much as none, and line ends as browsers send them are line ends.
fn values(posted: &Posted, group: &str) -> BTreeSet<(String, String)> {
    let own = posted.fields.iter().filter(|(name, _)| group_of(name) == group);
    let own = own.map(|(name, value)| (name.clone(), value.trim().replace("\r\n", "\n")));
    own.filter(|(_, value)| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posted(fields: &[(&str, &str)]) -> Posted {
        Posted {
            fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            files: Vec::new(),
        }
    }

    #[test]
    fn what_one_left_alone_is_as_the_other_wrote_it() {
        let was = posted(&[
            ("text_it", "Uno\ndue"),
            ("hint_it", ""),
            ("rows", "2"),
            ("row_text_1", "a"),
            ("row_text_2", "b"),
            ("required", "yes"),
        ]);
        let now = posted(&[
            ("text_it", "Uno\ndue"),
            ("hint_it", "Aiuto"),
            ("rows", "1"),
            ("row_text_1", "a"),
            ("when", "text"),
            ("condition", "x = 1"),
        ]);
        let typed = posted(&[
            ("mark", "m"),
            ("text_it", "Altro"),
            ("hint_it", ""),
            ("rows", "2"),
            ("row_text_1", "a"),
            ("row_text_2", "b"),
            ("required", "yes"),
        ]);
        let both = merged(&typed, &was, &now);
        assert_eq!(
            [both.value("mark"), both.value("text_it"), both.value("hint_it"), both.value("rows")],
            ["m", "Altro", "Aiuto", "1"]
        );
        assert_eq!((both.has("row_text_2"), both.has("required"), both.value("condition")), (false, false, "x = 1"));
    }

    #[test]
    fn where_both_changed_the_same_the_typed_one_stays_whole() {
        let was = posted(&[("rows", "2"), ("row_text_1", "a"), ("row_text_2", "b"), ("when", "always")]);
        let now = posted(&[("rows", "2"), ("row_text_1", "b"), ("row_text_2", "a"), ("when", "text"), ("condition", "x = 1")]);
        let typed = posted(&[
            ("rows", "2"),
            ("row_text_1", "a"),
            ("row_text_2", "c"),
            ("when", "answers"),
            ("answer", "x=2"),
            ("condition", ""),
        ]);
        assert_eq!(merged(&typed, &was, &now).fields, typed.fields);
    }
}
