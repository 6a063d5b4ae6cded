//! A questionnaire designed with the keyboard alone, as somebody would who is new to it, and its pages on small screens. What drives the
//! browser is in `designer.mjs`.

use super::{Walked, lines, walk_in};
use serde_json::json;

/// The steps of the journey: links and buttons that lead to another page, and parts of a page that are opened or jumped to.
/// `docs/forms.md` tells them.
const PAGES: u64 = 9;
const WITHIN: u64 = 3;
/// Keys pressed to get from one thing to the next: no letters.
const MOST_TABS: u64 = 280;

#[test]
fn a_questionnaire_is_adapted_routed_translated_improved_previewed_and_published_with_the_keyboard_alone() {
    let Some(Walked { met, .. }) = walk_in("designer.mjs", "keyboard", |_| Vec::new()) else { return };
    assert_eq!(lines(&met, "unmarked"), "", "the focus cannot be seen on these");
    assert_eq!(met["landed"], met["code"], "after saving, the focus is on what was saved");
    let condition = met["condition"].as_str().unwrap_or_default();
    assert!(condition.contains("Solo se") && condition.contains("Allo sportello"), "{met}");
    let advice = met["advice"].as_array().expect("the walk tells the advice").iter();
    assert_eq!(advice.map(|said| said.as_array().map_or(0, Vec::len)).collect::<Vec<_>>(), [2, 1, 0], "{met}");
    assert_eq!(met["seen"], json!({ "before": false, "hint": true, "german": "Wann kommen Sie am liebsten?" }));
    let (address, text) = (met["published"]["address"].as_str(), met["published"]["text"].as_str().unwrap_or_default());
    assert!(address.is_some_and(|address| address.starts_with("/staff/forms/") && !address.contains("drafts")), "{met}");
    assert!(text.contains("Versione pubblicata") && text.contains("Quando preferisce venire?"), "{text}");
    println!("{} keys, {} of them Tab; {} pages, {} parts of a page", met["keys"], met["tabs"], met["pages"], met["within"]);
    assert_eq!((&met["pages"], &met["within"]), (&json!(PAGES), &json!(WITHIN)), "docs/forms.md tells another number");
    assert!(met["tabs"].as_u64().is_some_and(|tabs| tabs <= MOST_TABS), "{met}");
}

#[test]
fn no_page_of_a_draft_scrolls_sideways_on_a_small_phone() {
    let Some(Walked { met, .. }) = walk_in("designer.mjs", "narrow", |_| Vec::new()) else { return };
    assert_eq!(lines(&met, "faults"), "");
    assert_eq!(met["seen"].as_array().map(Vec::len), Some(24));
}

#[test]
fn a_question_is_dragged_and_what_is_typed_is_looked_at_at_once() {
    let Some(Walked { met, .. }) = walk_in("designer.mjs", "comfort", |_| Vec::new()) else { return };
    let codes = |name: &str| met[name].as_array().map(|all| all.iter().take(3).cloned().collect::<Vec<_>>()).unwrap_or_default();
    let (before, after) = (codes("before"), codes("after"));
    assert_eq!(after, [before[2].clone(), before[0].clone(), before[1].clone()], "{met}");
    assert!(met["said"].as_str().is_some_and(|said| said.contains("da dire")), "{met}");
    assert_eq!(met["steps"], json!(0), "typing leaves no steps in the browser's history");
}
