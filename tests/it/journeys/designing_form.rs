//! A questionnaire designed from the staff's pages alone, over HTTP, on both databases: adapted, routed, translated, undone, published,
//! by one person and by two at once.

use crate::support::clerk::{Clerk, Pages, form_of, problem_at, with};
use crate::support::database::on_both_engines;
use crate::support::office::code;
use crate::support::street::Page;
use ascolto::flows::design_form::find_design;
use ascolto::form::{Form, Kind, catalog};
use ascolto::ids::{FormDraftId, FormVersionId};
use ascolto::office::Role;
use ascolto::store;
use ascolto::text::Language;

pub const BEGIN: &str = "/staff/forms/begin";
pub const OWN: &str = "/staff/forms/drafts/1";

pub fn begin(clerk: &Clerk, from: &str) {
    let begun = clerk.fill(BEGIN, &[("from", from)]);
    assert_eq!(
        (begun.status, begun.location.as_str()),
        (303, "/staff/forms/drafts/1?done=staff-done-form-begun"),
        "{}",
        begun.text
    );
}

pub fn drafted(pages: &Pages) -> Form {
    drafted_as(pages, 1)
}

pub fn drafted_as(pages: &Pages, number: i64) -> Form {
    find_design(&pages.site, FormDraftId(number)).unwrap().form.as_ref().clone()
}

/// Presses the button of the outline that begins so.
fn press(clerk: &Clerk, button: &str) -> u16 {
    let shown = clerk.get(OWN);
    let button = button_of(&shown, button);
    clerk.send(&shown, OWN, &[("do", &button)]).status
}

/// What a button of the outline sends: a question is removed as it was seen.
pub fn button_of(shown: &Page, begins: &str) -> String {
    let own = shown.text.split(&format!("name=\"do\" value=\"{begins}")).nth(1).unwrap_or_else(|| panic!("no {begins}"));
    format!("{begins}{}", own.split('"').next().unwrap())
}

fn order(form: &Form) -> Vec<String> {
    form.questions().map(|(_, question)| question.code.to_string()).collect()
}

on_both_engines! {
    fn a_questionnaire_is_adapted_routed_translated_and_published(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let before = drafted(&pages);
        assert_eq!(ascolto::form::write(&before), find_design(&pages.site, FormDraftId(1)).unwrap().draft.source);

        // A question more, shown to the unhappy alone; its rows are changed by buttons that save nothing.
        let new = format!("{OWN}/questions/+");
        let shown = anna.get(&format!("{new}?kind=single_choice"));
        let typed = [("text_it", "Da quanto tempo aspettava?"), ("row_text_1", "Oltre un'ora"), ("row_text_2", "Meno di un'ora"),
            ("press", "up-2")];
        let moved = anna.send(&shown, &new, &typed);
        assert_eq!((moved.status, order(&drafted(&pages))), (200, order(&before)));
        let saved = anna.send(&moved, &new, &[("when", "answers"), ("answer", "overall=1"), ("role", "need")]);
        assert_eq!((saved.status, saved.location.ends_with("#question-da_quanto_tempo")), (303, true), "{} {}", saved.location, saved.text);
        let form = drafted(&pages);
        let (_, asked) = form.questions().find(|(_, own)| own.code == code("da_quanto_tempo")).unwrap();
        assert_eq!(ascolto::form::write_condition(asked.show_if.as_ref().unwrap()), "overall = 1");
        let Kind::SingleChoice { choices } = &asked.kind else { panic!("{:?}", asked.kind) };
        assert_eq!(choices.iter().map(|own| (own.code.as_str(), own.value)).collect::<Vec<_>>(), [("meno_di_un_ora", 1), ("oltre_un_ora", 2)]);

        // Words change, and the translations that stayed behind are marked until somebody looks at them.
        let overall = format!("{OWN}/questions/overall");
        assert_eq!(anna.fill(&overall, &[("text_it", "Com'è andata questa volta?")]).status, 303);
        let english = format!("{OWN}/languages/en");
        let shown = anna.get(&english);
        assert!(shown.text.contains("da rivedere</span>") && shown.text.contains("manca</span>"), "{}", shown.text);
        let fields = form_of(&shown, &english);
        let number = |place: &str| fields.iter().find(|(name, value)| name.starts_with("place_") && value == place).unwrap().0.replace("place_", "");
        let (stale, missing) = (number("overall.text"), number("da_quanto_tempo.text"));
        let typed = [(format!("fits_{stale}"), "yes".to_owned()), (format!("text_{missing}"), "How long had you been waiting?".to_owned())];
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(anna.send(&shown, &english, &typed).status, 303);
        let designed = find_design(&pages.site, FormDraftId(1)).unwrap();
        assert_eq!(designed.stale().count(&Language::english()), 0);
        let (_, asked) = designed.form.questions().find(|(_, own)| own.code == code("da_quanto_tempo")).unwrap();
        assert_eq!(asked.text.own(&Language::english()), Some("How long had you been waiting?"));

        // A copy, a move, a removal; each undone, and the steps stay.
        let now = drafted(&pages);
        for button in ["copy overall", "alone da_quanto_tempo", "remove da_quanto_tempo"] {
            assert_eq!((press(&anna, button), drafted(&pages) == now), (303, false), "{button}");
            assert_eq!((press(&anna, "undo"), drafted(&pages) == now), (303, true), "{button}");
        }
        let history = format!("{OWN}/history");
        assert_eq!(anna.send(&anna.get(&history), &history, &[("to", "1")]).status, 303);
        assert_eq!(drafted(&pages), before);
        assert_eq!((press(&anna, "undo"), drafted(&pages) == now), (303, true));

        // Previewed, walked to its end, published, and chosen for the next draft.
        let sheet = format!("{OWN}/preview/sheet?device=phone&in=it");
        assert!(anna.get(&format!("{OWN}/preview")).status == 200 && anna.get(&sheet).text.contains("questa volta"));
        let walked = anna.post(&sheet, &vec![("_page".to_owned(), "0".to_owned()), ("overall".to_owned(), "1".to_owned())]);
        assert!(walked.status == 200 && walked.text.contains("aspettava"), "{}", walked.text);
        let publish = format!("{OWN}/publish");
        let shown = anna.get(&publish);
        assert!(shown.text.contains("prima versione"), "{}", shown.text);
        let published = anna.send(&shown, &publish, &[]);
        assert_eq!((published.status, published.location.as_str()), (303, "/staff/forms/1?done=staff-done-form-published"));
        let version = pages.site.store.read(|db| store::form_version::find(db, FormVersionId(1))).unwrap();
        assert_eq!(ascolto::form::parse("", &version.source).unwrap(), now);
        let gone = anna.get(OWN);
        assert_eq!((gone.status, gone.location.as_str()), (303, "/staff/forms/1"), "a published draft changes no more");
        assert!(anna.get("/staff/forms/1").text.contains("questa volta"));
        assert_eq!(anna.send(&anna.get("/staff/forms"), BEGIN, &[]).status, 303);
    }

    fn a_question_is_translated_where_it_is_written(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let new = format!("{OWN}/questions/+");
        let shown = anna.get(&format!("{new}?kind=single_choice"));
        let typed = [("text_it", "Quando viene?"), ("text_en", "When do you come?"), ("row_text_1", "Mai"), ("row_text_en_1", "Never"),
            ("row_text_2", "Oggi"), ("row_text_en_2", "Today"), ("press", "up-2")];
        let moved = anna.send(&shown, &new, &typed);
        assert!(moved.text.contains("<details open><summary>Nelle altre lingue"), "what is not saved yet stays in sight: {}", moved.text);
        assert_eq!(anna.send(&moved, &new, &[]).status, 303);
        let labels = || {
            let form = drafted(&pages);
            let (_, asked) = form.questions().find(|(_, own)| own.code == code("quando_viene")).unwrap();
            let Kind::SingleChoice { choices } = &asked.kind else { panic!("{:?}", asked.kind) };
            choices.iter().map(|own| own.label.own(&Language::english()).map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(labels(), [Some("Today".to_owned()), Some("Never".to_owned())]);
        // An emptied translation is gone; one that the page did not send stays.
        let own = format!("{OWN}/questions/quando_viene");
        assert_eq!(anna.fill(&own, &[("row_text_en_1", "")]).status, 303);
        assert_eq!(labels(), [None, Some("Never".to_owned())]);
        let mut fields = form_of(&anna.get(&own), &own);
        fields.retain(|(name, _)| !name.starts_with("row_text_en"));
        assert_eq!((anna.post(&own, &fields).status, labels()), (303, vec![None, Some("Never".to_owned())]));
    }

    fn the_next_draft_is_compared_and_a_button_of_the_adviser_puts_its_words_back(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let now = drafted(&pages);
        assert_eq!(anna.fill(&format!("{OWN}/publish"), &[]).status, 303);
        let begun = anna.send(&anna.get("/staff/forms"), BEGIN, &[]);
        assert!(begun.location.starts_with("/staff/forms/drafts/2?"), "{}", begun.location);
        let own = "/staff/forms/drafts/2";
        let second = || drafted_as(&pages, 2);
        assert_eq!(second(), now);
        assert_eq!(anna.fill(&format!("{own}/questions/overall"), &[("text_it", "Com'è andata, questa volta?")]).status, 303);
        let shown = anna.get(own);
        let button = shown.text.split("value=\"heed ").nth(1).unwrap_or_else(|| panic!("no advice: {}", shown.text));
        let button = format!("heed {}", button.split('"').next().unwrap());
        assert_eq!((anna.send(&shown, own, &[("do", &button)]).status, second()), (303, now));
        assert_eq!(anna.send(&shown, own, &[("do", &button)]).status, 422, "what was heeded is said no more");
    }

    fn a_questionnaire_goes_out_as_a_file_and_comes_back_the_same(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:urp-annuale");
        let form = drafted(&pages);
        for kind in ["toml", "json"] {
            assert_eq!(anna.get(&format!("{OWN}/questionario.{kind}")).status, 200, "{kind}");
        }
        assert_eq!(anna.get(&format!("{OWN}/questionario.doc")).status, 404);
        let files = [
            ("mio.toml", ascolto::form::write(&form).into_bytes()),
            ("mio.json", ascolto::form::json::write(&form).into_bytes()),
            ("mio.xlsx", ascolto::exchange::write_xlsform(&form).unwrap()),
        ];
        for (number, (name, bytes)) in (2..).zip(files) {
            let begun = anna.upload(BEGIN, BEGIN, &[], name, &bytes);
            assert_eq!((begun.status, begun.location.ends_with("staff-done-form-begun")), (303, true), "{name} {}", begun.location);
            assert_eq!(drafted_as(&pages, number), form, "{name}");
        }
        // Of another program's file, what was not carried stands in the first step.
        let survey = br#"{"title": "Visita", "pages": [{"name": "p", "elements": [
            {"type": "rating", "name": "overall", "title": "Com'era?"}, {"type": "signaturepad", "name": "firma"}]}]}"#;
        let begun = anna.upload(BEGIN, BEGIN, &[], "surveyjs.json", survey);
        assert!(begun.location.contains("/history?done=staff-done-form-imported"), "{} {}", begun.location, begun.text);
        assert!(anna.get("/staff/forms/drafts/5/history").text.contains("firma"));
    }

    fn what_cannot_be_is_refused_where_it_happens_and_nothing_typed_is_lost(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let before = drafted(&pages);
        // A question that decides for another, moved behind it or taken away.
        for button in ["remove overall", "down overall"] {
            let shown = anna.get(OWN);
            let refused = anna.send(&shown, OWN, &[("do", &button_of(&shown, button))]);
            assert!(refused.status == 422 && refused.text.contains("href=\"#question-overall\""), "{button}: {}", refused.text);
        }
        // A condition on what comes later, in words of its own.
        let overall = format!("{OWN}/questions/overall");
        let refused = anna.fill(&overall, &[("text_it", "Scritto a lungo"), ("when", "text"), ("condition", "reasons is answered")]);
        assert!(refused.status == 422 && problem_at(&refused, "condition").contains("reasons"), "{}", refused.text);
        assert!(refused.text.contains("Scritto a lungo"));
        // A code that another answer has, an empty text, a scale in use.
        let refused = anna.fill(&overall, &[("text_it", "Scritto a lungo"), ("code", "reasons")]);
        assert!(refused.status == 422 && refused.text.contains("Scritto a lungo") && refused.text.contains("reasons"), "{}", refused.text);
        assert_eq!(anna.fill(&overall, &[("text_it", "")]).status, 422);
        let scale = format!("{OWN}/scales/{}", before.scales[0].code);
        let refused = anna.fill(&scale, &[("press", "remove")]);
        assert!(refused.status == 422 && refused.text.contains("usata da"), "{}", refused.text);
        let refused = anna.fill(&scale, &[("row_value_1", "3")]);
        assert!(refused.status == 422 && problem_at(&refused, "row_value_3").contains("già"), "{}", refused.text);
        assert_eq!(drafted(&pages), before);
        // A file that is none.
        let refused = anna.upload(BEGIN, BEGIN, &[], "mio.xlsx", b"PK\x03\x04\x00\x00");
        assert!(refused.status == 422 && !problem_at(&refused, "file").is_empty(), "{}", refused.text);
        let toml = catalog::form("valutazione-pagina").unwrap();
        assert_eq!(anna.upload(BEGIN, BEGIN, &[], "mio.toml", toml.as_bytes()).status, 303);
        // Who only reads does not write.
        let head = pages.clerk("dirigente", Role::Leadership);
        assert_eq!((head.get("/staff/forms").status, head.get(OWN).status, head.get(BEGIN).status), (200, 403, 403));
    }

    fn two_people_write_at_once_and_nobody_overwrites_unseen(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let (anna, bruno) = (pages.clerk("anna", Role::Staff), pages.clerk("bruno", Role::Staff));
        begin(&anna, "catalog:faccine");
        let [overall, reasons] = ["overall", "reasons"].map(|own| format!("{OWN}/questions/{own}"));
        // Two questions: they do not meet.
        let (hers, his) = (anna.get(&overall), bruno.get(&reasons));
        assert_eq!(anna.send(&hers, &overall, &[("text_it", "Di Anna")]).status, 303);
        assert_eq!(bruno.send(&his, &reasons, &[("text_it", "Di Bruno")]).status, 303);
        let form = drafted(&pages);
        let text = |own: &str| form.questions().find(|(_, question)| question.code == code(own)).unwrap().1.text.own(&Language::italian()).unwrap().to_owned();
        assert_eq!((text("overall"), text("reasons")), ("Di Anna".to_owned(), "Di Bruno".to_owned()));
        // The same one: the second is told, keeps what was typed, and may save it again.
        let (hers, his) = (anna.get(&overall), bruno.get(&overall));
        assert_eq!(anna.send(&hers, &overall, &[("text_it", "Ancora Anna")]).status, 303);
        let told = bruno.send(&his, &overall, &[("text_it", "Ora Bruno")]);
        assert!(told.status == 409 && told.text.contains("Ora Bruno") && told.text.contains("Un'altra persona") || told.text.contains("Un&#39;altra persona"), "{}", told.text);
        assert_eq!(bruno.send(&told, &overall, &[]).status, 303);
        // Undoing what was not seen, publishing at once.
        let stale = anna.get(OWN);
        assert_eq!(bruno.fill(&reasons, &[("text_it", "Più tardi")]).status, 303);
        assert_eq!(anna.send(&stale, OWN, &[("do", "undo")]).status, 409);
        let publish = format!("{OWN}/publish");
        let (hers, his) = (anna.get(&publish), bruno.get(&publish));
        assert_eq!(anna.send(&hers, &publish, &[]).status, 303);
        let second = bruno.post(&publish, &with(form_of(&his, &publish), &[]));
        assert!([409, 422].contains(&second.status) && second.text.contains("è stata pubblicata"), "{}", second.text);
        assert!(pages.site.store.read(|db| store::form_version::list_of(db, &code("faccine"))).unwrap().len() == 1);
    }

    fn words_of_an_older_version_are_published_as_the_newest(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:faccine");
        let text = drafted(&pages).questions().next().unwrap().1.text.own(&Language::italian()).unwrap().to_owned();
        let versions = || pages.site.store.read(|db| store::form_version::list_of(db, &code("faccine"))).unwrap();
        let form = |id| pages.site.form_version(id).unwrap().form.clone();
        for (number, words) in [(1, text.as_str()), (2, "Altre parole?"), (3, text.as_str())] {
            let own = format!("/staff/forms/drafts/{number}");
            assert_eq!(anna.fill(&format!("{own}/questions/overall"), &[("text_it", words)]).status, 303);
            assert_eq!(anna.fill(&format!("{own}/publish"), &[]).status, 303);
            assert_eq!(versions().len(), number);
            assert_eq!(anna.fill(BEGIN, &[("from", &format!("version:{number}"))]).status, 303);
        }
        let all = versions();
        assert_eq!((form(all[0].id), all[0].layout_hash.clone()), (form(all[2].id), all[2].layout_hash.clone()));
        assert!(all[0].source.starts_with("# Version 3: version 1 again."), "{}", all[0].source.lines().next().unwrap());
    }

    fn a_question_is_looked_at_as_it_is_typed_and_the_advisers_button_keeps_it(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let anna = pages.clerk("anna", Role::Staff);
        begin(&anna, "catalog:urp-annuale");
        assert_eq!(anna.fill(&format!("{OWN}/publish"), &[]).status, 303);
        assert_eq!(anna.fill(BEGIN, &[("from", "version:1")]).status, 303);
        let own = "/staff/forms/drafts/2";
        let now = || find_design(&pages.site, FormDraftId(2)).unwrap().form;
        let (before, page) = (now(), format!("{own}/questions/overall"));
        let typed = [("text_it", "Nel complesso, quanto La soddisfano la cortesia e la competenza?"), ("press", "look")];
        let looked = anna.fill(&page, &typed);
        assert!(looked.status == 200 && looked.text.contains("due cose insieme"), "{}", looked.text);
        let preview = anna.post(&format!("{page}/preview"), &with(form_of(&looked, &page), &[]));
        assert!(preview.status == 200 && preview.text.contains("la cortesia e la competenza?"), "{}", preview.text);
        assert_eq!(now(), before, "looking keeps nothing");
        // The button that puts the earlier words back keeps what else was typed.
        let button = looked.text.split("value=\"heed ").nth(1).unwrap_or_else(|| panic!("no button: {}", looked.text));
        let button = format!("heed {}", button.split('"').next().unwrap());
        let heeded = anna.send(&looked, &page, &[("hint_it", "Pensi all'ultima volta"), ("do", &button)]);
        assert_eq!(heeded.status, 303, "{}", heeded.text);
        let form = now();
        let question = |form: &Form| form.questions().find(|(_, own)| own.code == code("overall")).unwrap().1.clone();
        assert_eq!(question(&form).text, question(&before).text);
        assert_eq!(question(&form).hint.own(&Language::italian()), Some("Pensi all'ultima volta"));
    }
}
