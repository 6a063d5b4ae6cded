//! Offices, charters, editions, form versions, surveys and what belongs to them.

use super::*;
use crate::support::database::on_both_engines;
use ascolto::charter::{Charter, Measurement};
use ascolto::follow_up::{ActionState, Moderation};
use ascolto::store::improvement_action::NewAction;
use ascolto::store::past_figure::PastFigure;
use ascolto::store::publication::PublishedFile;
use ascolto::store::survey::Adjustment;
use ascolto::survey::{Groups, Universe, Weighting};
use ascolto::text::{Language, Texts};

fn charter(valid_from: i32, valid_to: Option<i32>) -> Charter {
    Charter {
        code: code("carta"),
        languages: vec![Language::italian()],
        title: Texts::default(),
        act: String::new(),
        approved_on: day(2025, 12, 1),
        valid_from,
        valid_to,
        calendar: None,
        factors: Vec::new(),
        standards: Vec::new(),
    }
}

on_both_engines! {
    fn an_office_has_its_years(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let office = furnished.read(|db| store::office::find_by_code(db, &code("urp")));
        assert_eq!((office.id, office.name.as_str(), office.contact.as_str()), (furnished.office, "URP", "urp@example.org"));
        assert_eq!(furnished.read(|db| store::office::find(db, furnished.office)), office);
        assert!(matches!(furnished.store.write(|db| store::office::insert(db, &code("urp"), "", "")), Err(StoreError::Conflict)));
        assert!(matches!(furnished.store.read(|db| store::office::find(db, OfficeId(99))), Err(StoreError::NotFound)));

        let earlier = furnished.write(|db| store::edition::insert(db, furnished.office, 2025, None));
        furnished.write(|db| store::edition::compare_with(db, furnished.edition, Some(earlier)));
        assert_eq!(furnished.read(|db| store::edition::find(db, furnished.edition)).compared_with, Some(earlier));
        assert_eq!(furnished.read(|db| store::edition::find_by_year(db, furnished.office, 2025)).id, earlier);
        let years: Vec<i32> = furnished.read(|db| store::edition::list(db, furnished.office)).iter().map(|one| one.year).collect();
        assert_eq!(years, [2026, 2025]);
        assert!(matches!(furnished.store.write(|db| store::edition::insert(db, furnished.office, 2025, None)), Err(StoreError::Conflict)));
    }

    fn a_charter_keeps_all_its_versions(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let office = furnished.office;
        let at = day(2025, 12, 2).and_hms_opt(9, 0, 0).unwrap();
        let keep = |parsed: &Charter, hash: &str, reason: &str| {
            let new = store::charter::NewVersion { parsed, source: "code = \"carta\"", hash, reason };
            furnished.write(|db| store::charter::append(db, office, new, at))
        };
        keep(&charter(2024, Some(2025)), "a", "");
        let second = keep(&charter(2024, None), "b", "più squilli");
        let kept = furnished.read(|db| store::charter::find(db, second));
        assert_eq!((kept.version, kept.hash.as_str(), kept.approved_on), (2, "b", day(2025, 12, 1)));
        assert_eq!((kept.reason.as_str(), kept.adopted_at), ("più squilli", at));
        assert_eq!(furnished.read(|db| store::charter::list(db, office)).len(), 2);
    }

    fn a_mended_wording_is_the_next_revision_of_the_same_layout(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let keep = |layout: &str, source: &str| furnished.write(|db| store::form_version::keep(db, &code("annual"), layout, source, source));
        let mended = keep("layout", "source-2");
        assert_eq!(keep("layout", "source-2"), mended);
        let rebuilt = keep("layout-2", "source-3");
        let revision = |id| furnished.read(|db| store::form_version::find(db, id)).text_revision;
        assert_eq!((revision(furnished.form_version), revision(mended), revision(rebuilt)), (1, 2, 1));
        let all: Vec<FormVersionId> = furnished.read(|db| store::form_version::list_of(db, &code("annual"))).iter().map(|one| one.id).collect();
        assert_eq!(all, [rebuilt, mended, furnished.form_version]);
        furnished.write(|db| store::form_version::keep(db, &code("smileys"), "l", "s", "s"));
        let newest: Vec<String> = furnished.read(store::form_version::list_newest).iter().map(|one| one.source.clone()).collect();
        assert_eq!(newest, ["source-3", "s"]);
    }

    fn a_draft_can_be_changed_and_an_open_survey_cannot(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let mut changed = draft(furnished.edition, furnished.form_version, "second");
        let id = furnished.write(|db| store::survey::insert(db, &changed));
        changed.title = "Altra".into();
        changed.channels = vec![Channel::Kiosk, Channel::Paper];
        changed.privacy_threshold = 10;
        assert!(furnished.write(|db| store::survey::update_draft(db, id, &changed)));
        let found = furnished.read(|db| store::survey::find(db, id));
        assert_eq!((found.title.as_str(), &found.channels, found.state), ("Altra", &changed.channels, State::Draft));
        assert_eq!(furnished.read(|db| store::survey::plan(db, id)).privacy_threshold, 10);
        assert!(furnished.write(|db| store::survey::change_state(db, id, State::Draft, State::Open)));
        assert!(!furnished.write(|db| store::survey::change_state(db, id, State::Draft, State::Open)));
        assert!(!furnished.write(|db| store::survey::update_draft(db, id, &changed)));
        let third = Adjustment { title: "Terza".into(), closes_on: day(2026, 4, 30), collecting_days: 3, charter: None, weighting: Weighting::Channel, privacy_threshold: 8, planned_responses: 500 };
        assert!(!furnished.write(|db| store::survey::adjust(db, id, State::Collecting, &third)));
        assert!(furnished.write(|db| store::survey::adjust(db, id, State::Open, &third)));
        assert!(furnished.write(|db| store::survey::close(db, id, State::Open, day(2026, 5, 1))));
        assert!(!furnished.write(|db| store::survey::adjust(db, id, State::Open, &third)));
        assert_eq!(furnished.read(|db| store::survey::find(db, id)).collecting_days, 3);
        let plan = furnished.read(|db| store::survey::plan(db, id));
        assert_eq!((plan.closed_on, plan.planned_responses), (Some(day(2026, 5, 1)), 500));
        let codes = |found: Vec<ascolto::survey::Survey>| found.iter().map(|one| one.code.to_string()).collect::<Vec<_>>();
        assert_eq!(codes(furnished.read(|db| store::survey::list_of(db, furnished.edition))), ["second", "urp2026"]);
        assert_eq!(codes(furnished.read(|db| store::survey::list_in(db, State::Open))), ["urp2026"]);
        assert_eq!(furnished.read(|db| store::survey::find_by_code(db, &code("second"))).title, "Terza");
        let twice = furnished.store.write(|db| store::survey::insert(db, &changed));
        assert!(matches!(twice, Err(StoreError::Conflict)), "{twice:?}");
    }

    fn a_universe_is_replaced_as_a_whole(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let survey = furnished.survey;
        let first = Universe { contacts: vec![(Channel::Email, "young".into(), 10), (Channel::Email, "old".into(), 20)], groups: None };
        furnished.write(|db| store::universe::replace(db, survey, &first));
        let contacts = vec![(Channel::Email, String::new(), 5_000), (Channel::Web, String::new(), u64::from(u32::MAX) + 1)];
        let groups = Some(Groups { question: code("age"), contacts: vec![(code("from_65"), 0), (code("under_30"), 700)] });
        let second = Universe { contacts, groups };
        furnished.write(|db| store::universe::replace(db, survey, &second));
        assert_eq!(furnished.read(|db| store::universe::find(db, survey)), second);
        assert_eq!(second.total(), 5_000 + u64::from(u32::MAX) + 1, "the same people are not counted twice");
    }

    fn seals_are_numbered_and_stay(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let append = |reason: &str, hour| furnished.write(|db| store::seal::append(db, furnished.survey, "h", reason, "{}", at(hour)));
        assert_eq!((append("opening", 9), append("weights mended", 10)), (1, 2));
        let seals = furnished.read(|db| store::seal::list(db, furnished.survey));
        assert_eq!(seals.iter().map(|seal| seal.reason.as_str()).collect::<Vec<_>>(), ["opening", "weights mended"]);
    }

    fn a_kiosk_s_link_can_be_revoked(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let id = furnished.write(|db| store::kiosk::insert(db, furnished.survey, "hall"));
        furnished.write(|db| store::kiosk::set_token_hash(db, id, &[1; 32]));
        furnished.write(|db| store::kiosk::set_token_hash(db, id, &[2; 32]));
        assert!(matches!(furnished.store.read(|db| store::kiosk::find_by_token(db, &[1; 32])), Err(StoreError::NotFound)));
        assert!(furnished.write(|db| store::kiosk::revoke(db, id)));
        assert!(!furnished.write(|db| store::kiosk::revoke(db, id)));
        let kiosk = furnished.read(|db| store::kiosk::find_by_token(db, &[2; 32]));
        assert_eq!((kiosk.id, kiosk.place.as_str(), kiosk.revoked), (id, "hall", true));
        assert_eq!(furnished.read(|db| store::kiosk::find(db, id)), kiosk);
        assert_eq!(furnished.read(|db| store::kiosk::list(db, furnished.survey)), [kiosk]);
    }

    fn a_comment_is_decided_by_one_person(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        for number in 0..5 {
            assert_eq!(furnished.store.keep_response_blocking(furnished.response(&[number])).unwrap(), Kept::New);
        }
        let list = |moderation, after, most| furnished.read(|db| store::comment::list(db, furnished.survey, moderation, after, most));
        let (first, rest) = (list(Moderation::Pending, 0, 2), list(Moderation::Pending, 2, 9));
        assert_eq!((first.len(), rest.len(), first[0].question.as_str()), (2, 3, "remarks"));
        let decide = |from, to| furnished.write(|db| store::comment::moderate(db, furnished.survey, first[0].id, from, to));
        assert!(decide(Moderation::Pending, Moderation::Approved));
        assert!(!decide(Moderation::Pending, Moderation::Refused));
        assert!(decide(Moderation::Approved, Moderation::Refused));
        assert_eq!(list(Moderation::Refused, 0, 9)[0].text, first[0].text);
        let counts = furnished.read(|db| store::comment::count_by_moderation(db, furnished.survey));
        assert_eq!(counts, [(Moderation::Pending, 4), (Moderation::Refused, 1)]);
    }

    fn figures_and_readings_are_replaced(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let edition = furnished.edition;
        let figure = |base| PastFigure { item: "overall".into(), base, satisfied: Some(base), mean: Some(3.5), deviation: None, note: "2023".into() };
        furnished.write(|db| store::past_figure::replace(db, edition, &figure(100)));
        furnished.write(|db| store::past_figure::replace(db, edition, &figure(200)));
        assert_eq!(furnished.read(|db| store::past_figure::list(db, edition)), [figure(200)]);
        assert!(furnished.store.write(|db| store::past_figure::replace(db, edition, &figure(0))).is_err());

        let causes = || furnished.read(|db| store::goal_cause::list(db, edition));
        furnished.write(|db| store::goal_cause::replace(db, edition, &code("rings"), "Un solo operatore"));
        furnished.write(|db| store::goal_cause::replace(db, edition, &code("rings"), "Due assenze"));
        assert_eq!(causes(), [("rings".to_owned(), "Due assenze".to_owned())]);
        furnished.write(|db| store::goal_cause::replace(db, edition, &code("rings"), ""));
        assert!(causes().is_empty());

        let standard = || code("rings");
        let reading = |value| Measurement {
            standard: standard(),
            value,
            cases: 40,
            deviation: Some(0.25),
            note: "calls".into(),
            rule: "within 3".into(),
        };
        furnished.write(|db| store::measurement::replace(db, edition, &reading(36.0)));
        furnished.write(|db| store::measurement::replace(db, edition, &reading(37.0)));
        assert_eq!(furnished.read(|db| store::measurement::list(db, edition)), [reading(37.0)]);
    }

    fn an_action_is_planned_and_done(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let action = NewAction { standard: "rings".into(), what: "Turni".into(), owner: "URP".into(), due_on: day(2026, 12, 31) };
        let id = furnished.write(|db| store::improvement_action::insert(db, furnished.edition, &action));
        let done = || furnished.write(|db| store::improvement_action::change_state(db, id, ActionState::Planned, ActionState::Done, "Fatto"));
        assert!(done() && !done());
        let listed = furnished.read(|db| store::improvement_action::list(db, furnished.edition));
        let [kept] = listed.as_slice() else { panic!("{listed:?}") };
        assert_eq!((kept.what.as_str(), kept.state, kept.outcome.as_str()), ("Turni", ActionState::Done, "Fatto"));
    }

    fn a_new_report_stands_beside_the_old(fresh: &Fresh) {
        let furnished = Furnished::new(fresh);
        let file = |body: &[u8]| PublishedFile { name: "report.pdf".into(), media_type: "application/pdf".into(), body: body.to_vec() };
        let publish = |body: &[u8]| furnished.write(|db| store::publication::insert(db, furnished.edition, day(2027, 1, 31), "h", &[file(body)]));
        let (first, second) = (publish(b"one"), publish(&vec![0; 300_000]));
        assert_eq!((first.number, second.number), (1, 2));
        assert_eq!(furnished.read(|db| store::publication::find_last(db, furnished.edition)), second);
        assert_eq!(furnished.read(|db| store::publication::list(db, furnished.edition)), [second.clone(), first.clone()]);
        assert_eq!(furnished.read(|db| store::publication::find_file(db, first.id, "report.pdf")), file(b"one"));
        assert_eq!(furnished.read(|db| store::publication::find_file(db, second.id, "report.pdf")).body.len(), 300_000);
        assert!(matches!(furnished.store.read(|db| store::publication::find_file(db, first.id, "x")), Err(StoreError::NotFound)));
        let files = furnished.read(|db| store::publication::list_files(db, first.id));
        assert_eq!(files, [("report.pdf".to_owned(), "application/pdf".to_owned())]);
    }
}
