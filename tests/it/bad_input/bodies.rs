//! Bodies that are too large, and text that is not UTF-8.

use super::{ANSWERS, Town, assert_says, assert_still_filled_in};
use crate::support::database::on_both_engines;
use crate::support::street::{Page, fields_of};

fn send(town: &Town, language: &str, body: &[u8]) -> Page {
    let url = town.url(&format!("/q/urp_2026?lang={language}"));
    town.browser.send(&url, "", "application/x-www-form-urlencoded", body)
}

on_both_engines! {
    fn a_text_that_is_far_too_long_comes_back_whole_with_the_other_answers(fresh: &Fresh) {
        let town = Town::open(fresh);
        let long = "lungo ".repeat(100_000);
        for (language, words) in [("it", "il testo è troppo lungo"), ("en", "the text is too long")] {
            let answers = [ANSWERS[0], ANSWERS[1], ANSWERS[2], ("comment", &*long)];
            let refused = town.post(&format!("/q/urp_2026?lang={language}"), &town.fill_in(language, &answers));
            assert_says(&refused, 422, language, &[words, "href=\"#comment\"", &long]);
            assert_still_filled_in(&refused);
        }
        assert_eq!(town.responses(), 0);
    }

    fn a_body_that_no_person_types_is_refused_unread(fresh: &Fresh) {
        let town = Town::open(fresh);
        let body = format!("overall=5&comment={}", "a".repeat(1_000_000));
        assert_says(&send(&town, "it", body.as_bytes()), 413, "it", &["Le risposte sono troppo lunghe"]);
        assert_says(&send(&town, "en", body.as_bytes()), 413, "en", &["The answers are too long"]);
        assert_eq!(town.responses(), 0);
    }

    fn broken_utf_8_is_marked_in_its_place_and_the_other_answers_stay(fresh: &Fresh) {
        let town = Town::open(fresh);
        // "Più sedie" as an old program writes it, in Windows-1252.
        let body = b"_page=0&_go=on&courtesy=4&needs=online&overall=5&comment=Pi%F9+sedie";
        for (language, words) in [("it", "non è stato possibile leggere"), ("en", "could not be read")] {
            let refused = send(&town, language, body);
            assert_says(&refused, 400, language, &[words, "href=\"#comment\"", "Pi\u{fffd} sedie</textarea>"]);
            assert_still_filled_in(&refused);
            assert_eq!(town.responses(), u64::from(language == "en"));
            let mended = fields_of(&refused, &ANSWERS.map(|(name, value)| (name, value.to_owned())));
            assert_eq!(town.post("/q/urp_2026", &mended).status, 303);
        }
        assert_says(&send(&town, "it", b"\xff=1"), 400, "it", &["Il testo non è leggibile"]);
        assert_says(&send(&town, "en", b"\xff=1"), 400, "en", &["The text cannot be read"]);
    }
}
