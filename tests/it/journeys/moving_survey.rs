//! A survey in the field goes on with another version of its questionnaire, and no answer is lost or read wrongly.

use crate::support::clerk::{Pages, problem_at};
use crate::support::database::on_both_engines;
use crate::support::office::{answer, code, draft, office, open};
use ascolto::analysis::Shown;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::export_answers::export_answers;
use ascolto::flows::plan_survey::plan_survey;
use ascolto::flows::publish_form::publish_form;
use ascolto::flows::read_results::read_results;
use ascolto::form::{self, Form, Hindrance};
use ascolto::ids::{FormVersionId, SurveyId};
use ascolto::office::Role;
use ascolto::site::Site;
use ascolto::store;
use ascolto::survey::Universe;
use ascolto::text::Language;

/// The annual questionnaire after a change, published.
pub fn changed(site: &Site, from: FormVersionId, change: impl FnOnce(&mut Form)) -> FormVersionId {
    let mut form = site.form_version(from).unwrap().form.clone();
    change(&mut form);
    publish_form(site, "f.toml", &form::write(&form)).unwrap()
}

/// A further judgement before the others, which nobody has to give.
pub fn with_more(form: &mut Form) {
    let (_, question) = form.questions().find(|(_, own)| matches!(own.kind, form::Kind::Rating { .. })).unwrap();
    let (page, _) = form.place_of(&question.code).unwrap();
    let role = form::Role::Satisfaction;
    let text = question.text.only(&[Language::italian()]);
    let machine = form::Question { code: code("machine"), role, text, required: false, show_if: None, ..question.clone() };
    form.pages[page].questions.insert(0, machine);
}

fn version_of(site: &Site, survey: SurveyId) -> FormVersionId {
    site.survey(survey).unwrap().form_version
}

on_both_engines! {
    fn answers_before_and_after_the_move_count_together(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let site = &pages.site;
        let anna = pages.clerk("anna", Role::Staff);
        let (id, charter) = office(site, "urp");
        let plan = draft(site, id, Some(charter), "urp_2026");
        let survey = open(site, &plan, 900);
        for overall in ["5", "4", "5", "2", "1", "5"] {
            answer(site, survey, &[("overall", overall), ("courtesy", "4"), ("comment", "Personale gentile")]);
        }
        let newer = changed(site, plan.form_version, with_more);
        let own = format!("/staff/surveys/{survey}");
        assert!(anna.get(&own).text.contains(&format!("{own}/version")));
        assert!(anna.get(&format!("/staff/forms/{newer}")).text.contains(&format!("{own}/version?to={newer}")));

        // The effect stands there first; without a reason nothing moves.
        let address = format!("{own}/version");
        let shown = anna.get(&address);
        assert!(shown.text.contains("Ci sono già 6 risposte") && shown.text.contains("Una domanda è nuova"), "{}", shown.text);
        assert!(shown.text.contains("Non tutto è tradotto (English") && !shown.text.contains("ordine delle domande"), "{}", shown.text);
        let refused = anna.send(&shown, &address, &[]);
        assert!(refused.status == 422 && problem_at(&refused, "reason").contains("perché"), "{}", refused.text);
        assert_eq!(version_of(site, survey), plan.form_version);
        let moved = anna.send(&shown, &address, &[("reason", "Serve sapere della segreteria telefonica")]);
        assert_eq!((moved.status, version_of(site, survey)), (303, newer), "{}", moved.text);
        let seals = site.store.read(|db| store::seal::list(db, survey)).unwrap();
        assert_eq!(seals.last().map(|seal| (seal.number, seal.reason.as_str())), Some((2, "Serve sapere della segreteria telefonica")));
        // A page that was opened before tells that it is too late.
        let late = anna.send(&shown, &address, &[("reason", "Anch'io")]);
        assert!(late.status == 422 || late.status == 200, "{}", late.status);
        assert!(late.text.contains("usa già") || late.text.contains("nel frattempo"), "{}", late.text);

        for overall in ["5", "3", "5", "5", "4", "5"] {
            answer(site, survey, &[("overall", overall), ("machine", "3")]);
        }
        close_survey(site, survey).unwrap();
        let results = read_results(site, site.survey(survey).unwrap().edition).unwrap();
        let base = |item: &str| match results.findings.item(item) {
            Some(Shown::Full(found) | Shown::CountsOnly(found)) => (found.base.valid, found.base.not_asked),
            _ => panic!("{item} is not shown"),
        };
        assert_eq!([base("overall"), base("courtesy"), base("machine")], [(12, 0), (6, 0), (6, 6)]);
        let exported = export_answers(site, &site.survey(survey).unwrap(), &Language::english()).unwrap();
        assert_eq!(String::from_utf8(exported).unwrap().lines().count(), 13, "every answer is in the file");
    }

    fn what_would_change_the_meaning_is_refused_with_the_way_out(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let site = &pages.site;
        let anna = pages.clerk("anna", Role::Staff);
        let (id, charter) = office(site, "urp");
        let plan = draft(site, id, Some(charter), "urp_2026");
        let survey = open(site, &plan, 900);
        let other = changed(site, plan.form_version, |form| {
            form.scales.iter_mut().for_each(|scale| scale.dont_know = None);
            let text = form.pages.iter_mut().flat_map(|page| &mut page.questions).find(|own| !own.required).unwrap();
            text.required = true;
        });
        let address = format!("/staff/surveys/{survey}/version");
        let shown = anna.get(&address);
        assert!(shown.text.contains("non può passare a questa versione") && shown.text.contains("Può cominciare una bozza"), "{}", shown.text);
        let secret = crate::support::clerk::form_of(&shown, "/staff/forms/begin").remove(0).1;
        let by_force = [("_secret", secret.as_str()), ("from", &plan.form_version.to_string()), ("to", &other.to_string()), ("reason", "Lo voglio")];
        let by_force = by_force.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        assert_eq!((anna.post(&address, &by_force).status, version_of(site, survey)), (422, plan.form_version));
        // A draft of a survey goes on with it without a word: nobody has answered it.
        let next = plan_survey(site, &ascolto::store::survey::Draft { code: code("urp_bis"), ..plan.clone() }, &Universe::default()).unwrap();
        let address = format!("/staff/surveys/{next}/version");
        assert_eq!((anna.fill(&address, &[]).status, version_of(site, next)), (303, other));
        // Of a closed survey nothing moves, nor to a version of another questionnaire.
        let alien = publish_form(site, "f.toml", &form::catalog::form("faccine").unwrap()).unwrap();
        assert_eq!(anna.get(&format!("{address}?to={alien}")).status, 404);
        close_survey(site, survey).unwrap();
        assert_eq!(anna.get(&format!("/staff/surveys/{survey}/version")).status, 409);
        let head = pages.clerk("dirigente", Role::Leadership);
        assert_eq!(head.get(&address).status, 403);
    }

    fn surveys_that_are_counted_together_stay_together(fresh: &Fresh) {
        let pages = Pages::open(fresh);
        let site = &pages.site;
        let (id, charter) = office(site, "urp");
        let plan = draft(site, id, Some(charter), "urp_desk");
        let main = open(site, &plan, 900);
        let other = open(site, &ascolto::store::survey::Draft { code: code("urp_phone"), charter: None, ..plan.clone() }, 900);
        let newer = changed(site, plan.form_version, with_more);
        let look = |survey| ascolto::flows::move_survey::look_at_move(site, survey, newer).unwrap();
        assert_eq!(look(other).parted.iter().map(|own| own.id).collect::<Vec<_>>(), [other], "under the main one's form it would not count");
        assert!(look(main).is_possible());
        ascolto::flows::move_survey::move_survey(site, main, plan.form_version, newer, "Una domanda in più").unwrap();
        assert_eq!(look(other).hindrances, Vec::<Hindrance>::new());
        assert!(look(other).is_possible(), "after the main one the others may follow");
    }
}
