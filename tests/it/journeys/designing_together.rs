//! What several people do to one questionnaire at once, and what one does by mistake: nothing typed is lost, nothing is overwritten or
//! taken away unseen. Over HTTP, on both databases.

use super::designing_form::{BEGIN, OWN, begin, button_of, drafted, drafted_as};
use crate::support::clerk::{Clerk, Pages, form_of, problem_at};
use crate::support::database::on_both_engines;
use crate::support::office::code;
use ascolto::flows::design_form::find_design;
use ascolto::form::Form;
use ascolto::ids::FormDraftId;
use ascolto::office::Role;
use ascolto::text::Language;

fn text(form: &Form, own: &str, language: &Language) -> String {
    let (_, question) = form.questions().find(|(_, question)| question.code == code(own)).unwrap();
    question.text.own(language).unwrap_or_default().to_owned()
}

fn two(pages: &Pages) -> (Clerk<'_>, Clerk<'_>) {
    (pages.clerk("anna", Role::Staff), pages.clerk("bruno", Role::Staff))
}

on_both_engines! {
    fn of_two_drafts_of_one_form_the_second_does_not_take_the_first_back_unseen(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = two(&pages);
        begin(&anna, "catalog:faccine");
        assert_eq!(anna.fill(&format!("{OWN}/publish"), &[]).status, 303);
        for clerk in [&anna, &bruno] {
            assert_eq!(clerk.fill(BEGIN, &[("from", "version:1")]).status, 303);
        }
        let [hers, his] = [2, 3].map(|draft| format!("/staff/forms/drafts/{draft}"));
        assert_eq!(anna.fill(&format!("{hers}/questions/overall"), &[("text_it", "Di Anna?")]).status, 303);
        assert_eq!(bruno.fill(&format!("{his}/questions/reasons"), &[("text_it", "Di Bruno?")]).status, 303);
        let publish = format!("{his}/publish");
        let seen = bruno.get(&publish);
        assert!(!seen.text.contains("l&#39;ultima pubblicata, non è quella"), "{}", seen.text);
        assert_eq!(anna.fill(&format!("{hers}/publish"), &[]).status, 303);
        let refused = bruno.send(&seen, &publish, &[]);
        assert!(refused.status == 409 && refused.text.contains("stata pubblicata un&#39;altra versione"), "{}", refused.text);
        assert!(refused.text.contains("l&#39;ultima pubblicata, non è quella") && refused.text.contains("Di Anna?"), "{}", refused.text);
        assert!(find_design(&pages.site, FormDraftId(3)).unwrap().draft.published.is_none());
        // Seen, and on purpose.
        assert_eq!(bruno.send(&refused, &publish, &[]).status, 303);
    }

    fn of_two_who_change_one_question_each_keeps_what_the_other_left_alone(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = two(&pages);
        begin(&anna, "catalog:faccine");
        let overall = format!("{OWN}/questions/overall");
        let opened = bruno.get(&overall);
        let hers = [("hint_it", "Pensi alla visita di oggi"), ("required", "")];
        assert_eq!(anna.fill(&overall, &hers).status, 303);
        let told = bruno.send(&opened, &overall, &[("text_it", "Di Bruno?")]);
        assert!(told.status == 409 && told.text.contains("<ins class=\"lines\" lang=\"it\">Pensi alla visita di oggi</ins>"), "{}", told.text);
        assert!(told.text.contains("value=\"Pensi alla visita di oggi\"") && told.text.contains("Di Bruno?"), "{}", told.text);
        assert_eq!(bruno.send(&told, &overall, &[]).status, 303);
        let form = drafted(&pages);
        let (_, question) = form.questions().find(|(_, own)| own.code == code("overall")).unwrap();
        let italian = Language::italian();
        let words = (question.text.own(&italian), question.hint.own(&italian), question.required);
        assert_eq!(words, (Some("Di Bruno?"), Some("Pensi alla visita di oggi"), false));
    }

    fn what_was_typed_into_a_draft_that_is_published_is_shown_with_the_way_on(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = two(&pages);
        begin(&anna, "catalog:faccine");
        let [overall, new, scale] = ["questions/overall", "questions/+", "scales/+"].map(|own| format!("{OWN}/{own}"));
        let shown = [bruno.get(&overall), bruno.get(&format!("{new}?kind=open_text")), bruno.get(&scale)];
        assert_eq!(anna.fill(&format!("{OWN}/publish"), &[]).status, 303);
        let typed = [("text_it", "Scritto a lungo"), ("text_it", "Scritto di nuovo"), ("row_text_1", "Pessimo")];
        for ((shown, address), typed) in shown.iter().zip([&overall, &new, &scale]).zip(typed) {
            let told = bruno.send(shown, address, &[typed]);
            assert!(told.status == 409 && told.text.contains(typed.1), "{address}: {}", told.text);
            assert!(told.text.contains("href=\"/staff/forms/1\"") && told.text.contains("value=\"version:1\""), "{}", told.text);
        }
        let led = bruno.get(&overall);
        assert_eq!((led.status, led.location.as_str()), (303, "/staff/forms/1"));
    }

    fn a_page_a_language_or_a_question_that_is_gone_takes_nothing_along_that_was_typed(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = two(&pages);
        begin(&anna, "catalog:faccine");
        let [reasons, english, head] = ["questions/reasons", "languages/en", "head"].map(|own| format!("{OWN}/{own}"));
        let (question, translation) = (bruno.get(&reasons), bruno.get(&english));
        // The question alone on a page, which goes with it.
        let alone = anna.get(OWN);
        assert_eq!(anna.send(&alone, OWN, &[("do", &button_of(&alone, "alone reasons"))]).status, 303);
        let form = drafted(&pages);
        let page = format!("{OWN}/pages/{}", form.pages[form.place_of(&code("reasons")).unwrap().0].code);
        let heading = bruno.get(&page);
        let outline = anna.get(OWN);
        let removed = anna.send(&outline, OWN, &[("do", &button_of(&outline, "remove reasons"))]);
        assert!(removed.status == 303 && removed.location.contains("#question-"), "{}", removed.location);
        let told = bruno.send(&heading, &page, &[("page_title_it", "Scritto a lungo")]);
        assert!(told.status == 409 && told.text.contains("Scritto a lungo") && told.text.contains("tolto questa pagina"), "{}", told.text);
        assert_eq!(bruno.get(&page).status, 404);
        let added = bruno.send(&question, &reasons, &[("text_it", "Perché?")]);
        assert!(added.location.contains("staff-done-form-question-anew#question-reasons"), "{} {}", added.location, added.text);
        let mut fields = form_of(&anna.get(&head), &head);
        fields.retain(|(name, value)| !(name == "languages" && value == "en"));
        assert_eq!(anna.post(&head, &fields).status, 303);
        let told = bruno.send(&translation, &english, &[("text_1", "Written at length")]);
        assert!(told.status == 409 && told.text.contains("Written at length") && told.text.contains("tolto questa lingua"), "{}", told.text);
    }

    fn a_question_that_somebody_changed_is_not_removed_unseen(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = two(&pages);
        begin(&anna, "catalog:faccine");
        let outline = bruno.get(OWN);
        assert_eq!(anna.fill(&format!("{OWN}/questions/reasons"), &[("text_it", "Di Anna?")]).status, 303);
        let refused = bruno.send(&outline, OWN, &[("do", &button_of(&outline, "remove reasons"))]);
        assert!(refused.status == 409 && refused.text.contains("href=\"#question-reasons\""), "{}", refused.text);
        assert!(drafted(&pages).place_of(&code("reasons")).is_some());
        assert_eq!(bruno.send(&refused, OWN, &[("do", &button_of(&refused, "remove reasons"))]).status, 303);
        assert!(drafted(&pages).place_of(&code("reasons")).is_none());
    }

    fn two_translators_meet_and_a_translation_of_older_words_stays_to_be_looked_at(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = two(&pages);
        begin(&anna, "catalog:faccine");
        let address = format!("{OWN}/languages/en");
        let (hers, his) = (anna.get(&address), bruno.get(&address));
        let fields = form_of(&hers, &address);
        let place = |(name, value): &&(String, String)| name.starts_with("place_") && value == "overall.text";
        let field = fields.iter().find(place).unwrap().0.replace("place_", "text_");
        assert_eq!(anna.send(&hers, &address, &[(&field, "Hers?")]).status, 303);
        let told = bruno.send(&his, &address, &[(&field, "His?")]);
        assert!(told.status == 409 && told.text.contains("His?") && told.text.contains("Hers?"), "{}", told.text);
        assert!(told.text.contains("href=\"#form\""), "the summary says it: {}", told.text);
        // The Italian changes while it is translated.
        assert_eq!(anna.fill(&format!("{OWN}/questions/overall"), &[("text_it", "Tutto diverso?")]).status, 303);
        assert_eq!(bruno.send(&told, &address, &[]).status, 303);
        let designed = find_design(&pages.site, FormDraftId(1)).unwrap();
        assert_eq!(text(&designed.form, "overall", &Language::english()), "His?");
        assert!(designed.stale().has("overall.text", &Language::english()));
    }

    fn a_button_pressed_twice_does_its_work_once(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let before = drafted(&pages).questions().count();
        let new = format!("{OWN}/questions/+");
        let shown = anna.get(&format!("{new}?kind=open_text"));
        for _ in 0..2 {
            let saved = anna.send(&shown, &new, &[("text_it", "Altro da dire?")]);
            assert!(saved.status == 303 && saved.location.ends_with("#question-altro_da_dire"), "{}", saved.location);
        }
        assert_eq!(drafted(&pages).questions().count(), before + 1);
        let outline = anna.get(OWN);
        for _ in 0..2 {
            assert_eq!(anna.send(&outline, OWN, &[("do", "copy overall")]).status, 303);
        }
        assert_eq!(drafted(&pages).questions().count(), before + 2);
        let scale = format!("{OWN}/scales/+");
        let (shown, scales) = (anna.get(&scale), drafted(&pages).scales.len());
        for _ in 0..2 {
            assert_eq!(anna.send(&shown, &scale, &[]).status, 303);
        }
        assert_eq!(drafted(&pages).scales.len(), scales + 1);
    }

    fn nothing_changes_by_saving_and_no_code_is_in_the_way(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let overall = format!("{OWN}/questions/overall");
        // Lines in a field of one line.
        assert_eq!(anna.fill(&overall, &[("hint_it", "Pensi:\r\nall'ultima volta")]).status, 303);
        let before = drafted(&pages);
        assert_eq!((anna.fill(&overall, &[]).status, drafted(&pages)), (303, before));
        // A code that an address once meant something else by.
        assert_eq!(anna.fill(&overall, &[("code", "new")]).status, 303);
        let own = format!("{OWN}/questions/new");
        assert_eq!(anna.fill(&own, &[("text_it", "Com'è andata?")]).status, 303);
        assert_eq!(text(&drafted(&pages), "new", &Language::italian()), "Com'è andata?");
        // A quality factor that a question uses.
        assert_eq!(anna.fill(BEGIN, &[("from", "catalog:urp-annuale")]).status, 303);
        let head = "/staff/forms/drafts/2/head";
        let pressed = anna.fill(head, &[("press", "remove-1")]);
        let refused = anna.send(&pressed, head, &[]);
        assert!(refused.status == 422 && refused.text.contains("è usato da"), "{}", refused.text);
        assert!(drafted_as(&pages, 2).factors.len() > 1);
    }

    fn an_advisers_button_with_a_code_that_is_taken_keeps_what_is_typed(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let overall = format!("{OWN}/questions/overall");
        let typed = [("text_it", "Scritto a lungo"), ("code", "reasons"), ("do", "heed 0123456789abcdef overall")];
        let refused = anna.fill(&overall, &typed);
        assert!(refused.status == 422 && refused.text.contains("Scritto a lungo"), "{}", refused.text);
        assert!(problem_at(&refused, "code").contains("reasons"));
        let left = anna.fill(&overall, &[("when", "always"), ("condition", "reasons is answered")]);
        assert!(left.status == 422 && problem_at(&left, "when").contains("sempre"), "{}", left.text);
    }
}
