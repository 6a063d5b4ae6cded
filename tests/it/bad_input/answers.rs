//! Answers that are missing, and answers that the form does not know.

use super::{ANSWERS, Town, assert_says, assert_still_filled_in};
use crate::support::database::on_both_engines;
use crate::support::street::fields_of;

/// Mended in the very page that refused, the answers are received.
fn mend(town: &Town, refused: &crate::support::street::Page, language: &str) {
    let mended = fields_of(refused, &ANSWERS.map(|(name, value)| (name, value.to_owned())));
    let received = town.post(&format!("/q/urp_2026?lang={language}"), &mended);
    assert_eq!(received.status, 303, "{}", received.text);
}

on_both_engines! {
    fn a_missing_answer_is_named_and_the_others_stay(fresh: &Fresh) {
        let town = Town::open(fresh);
        for (language, words) in [("it", ["Manca ancora qualcosa", "manca la risposta"]), ("en", ["Something is still missing", "href=\"#overall\""])] {
            let sent = town.fill_in(language, &[ANSWERS[0], ANSWERS[1], ANSWERS[3]]);
            let refused = town.post(&format!("/q/urp_2026?lang={language}"), &sent);
            assert_says(&refused, 422, language, &words);
            assert_still_filled_in(&refused);
            assert!(refused.text.contains("Più sedie &#38; &#34;meno&#34; &#60;code&#62;</textarea>"), "{}", refused.text);
            mend(&town, &refused, language);
        }
        assert_eq!(town.responses(), 2);
    }

    fn an_answer_or_question_that_the_form_does_not_know_is_named_and_the_others_stay(fresh: &Fresh) {
        let town = Town::open(fresh);
        let cases = [
            ("it", "overall", "9", "questa risposta non è tra quelle previste"),
            ("en", "overall", "9", "this is not one of the possible answers"),
            ("it", "favourite_colour", "blue", "questa domanda non fa parte del questionario"),
            ("en", "favourite_colour", "blue", "this question is not part of the questionnaire"),
        ];
        for (number, (language, name, value, words)) in cases.into_iter().enumerate() {
            let mut sent = town.fill_in(language, &ANSWERS);
            sent.retain(|(own, _)| own != name);
            sent.push((name.to_owned(), value.to_owned()));
            let refused = town.post(&format!("/q/urp_2026?lang={language}"), &sent);
            assert_says(&refused, 422, language, &[words]);
            assert_still_filled_in(&refused);
            assert_eq!(town.responses(), number as u64);
            mend(&town, &refused, language);
        }
    }
}
