//! The server is killed under load, again and again: whatever was acknowledged is there, and once.

use crate::support::office::site_in;
use crate::support::program::Program;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::queue_letters::queue_invitations;
use ascolto::flows::receive_answers::survey_key;
use ascolto::flows::send_invitations::invitation_token;
use ascolto::ids::{ResponseId, SurveyId};
use ascolto::secret::{Key, Token};
use ascolto::site::Site;
use ascolto::store;
use ascolto::survey::{Channel, Universe};
use ascolto::text::Code;
use chrono::{Datelike, Days};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use uuid::Uuid;

const KILLS: usize = 6;
const VISITORS: usize = 8;
const ACKNOWLEDGED_BEFORE_A_KILL: usize = 150;
const INVITED: usize = 400;

fn open_smileys(site: &Site) -> (SurveyId, Street) {
    let code = Code::parse("faces").expect("a code");
    let today = site.clock.today();
    let office = found_office(site, &code, "URP", "urp@example.org").expect("the first office");
    let draft = store::survey::Draft {
        edition: edition_of(site, office, today.year()).expect("the first edition"),
        code,
        title: "Faccine".to_owned(),
        form_version: catalog_form(site, "faccine").expect("the form is shipped"),
        charter: None,
        opens_on: today - Days::new(1),
        closes_on: today + Days::new(30),
        collecting_days: 7,
        channels: vec![Channel::Web, Channel::Email],
        simulated: true,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(site, &draft, &Universe::default()).expect("the draft is complete");
    open_survey(site, survey).expect("a draft opens");
    let rows: String = (0..INVITED).map(|person| format!("n{person}@example.org\n")).collect();
    import_contacts(site, survey, format!("email\n{rows}").as_bytes()).expect("good addresses");
    queue_invitations(site, survey).expect("the survey is open");
    let key = survey_key(site, survey).expect("an open survey has a key");
    let invitations = site.store.read(|database| store::invitation::list(database, survey)).expect("the database reads");
    let tokens = invitations.into_iter().map(|invitation| invitation_token(&key, invitation)).collect();
    (survey, Street { key, invitations: Mutex::new(tokens) })
}

/// One filled-in form: where it goes, what it says, and the number under which it is kept.
#[derive(Clone)]
struct Form {
    path: String,
    body: String,
    id: ResponseId,
}

/// The open survey: its key, and the invitations that nobody has answered yet.
struct Street {
    key: Key,
    invitations: Mutex<Vec<Token>>,
}

impl Street {
    /// The next invitation's answer, and one from the public page when all are answered.
    fn invited(&self) -> Form {
        let Some(token) = self.invitations.lock().expect("no visitor panics").pop() else { return self.passing() };
        let id = ResponseId(token.derive("answer"));
        Form { path: format!("/i/{}", token.expose()), body: "overall=3".to_owned(), id }
    }

    fn passing(&self) -> Form {
        let uuid = Uuid::new_v4();
        let id = ResponseId(self.key.derive("page", uuid.as_bytes()));
        Form { path: "/q/faces".to_owned(), body: format!("overall=3&_key={uuid}"), id }
    }
}

fn post(agent: &ureq::Agent, base: &str, form: &Form) -> Result<u16, ureq::Error> {
    let to = agent.post(format!("{base}{}", form.path)).content_type("application/x-www-form-urlencoded");
    to.send(form.body.as_str()).map(|answer| answer.status().as_u16())
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

/// Sends smileys until the server is gone; first again what was not acknowledged. Gives what is now without acknowledgement.
fn visit(base: &str, unanswered: Vec<Form>, next: impl Fn() -> Form, acknowledged: &Sender<Form>) -> Vec<Form> {
    let agent = agent();
    let mut waiting = unanswered;
    loop {
        let form = waiting.pop().unwrap_or_else(&next);
        match post(&agent, base, &form) {
            // The counting side ends first when the killing is over.
            Ok(303) => drop(acknowledged.send(form)),
            Ok(other) => panic!("a smiley was answered with {other}"),
            Err(_) => {
                waiting.push(form);
                return waiting;
            }
        }
    }
}

#[test]
fn what_was_acknowledged_before_a_kill_is_there_once() {
    let folder = tempfile::tempdir().expect("there is room for a database");
    let (survey, street) = open_smileys(&site_in(folder.path()));
    let mut acknowledged: Vec<Form> = Vec::new();
    let mut unanswered: Vec<Vec<Form>> = vec![Vec::new(); VISITORS];
    for _ in 0..KILLS {
        let mut server = Program::serve(folder.path(), "info");
        let (sender, receiver) = channel();
        unanswered = std::thread::scope(|scope| {
            let visitors: Vec<_> = unanswered
                .drain(..)
                .enumerate()
                .map(|(number, waiting)| {
                    let (base, sender, street) = (server.base.clone(), sender.clone(), &street);
                    let next = move || if number % 2 == 0 { street.invited() } else { street.passing() };
                    scope.spawn(move || visit(&base, waiting, next, &sender))
                })
                .collect();
            drop(sender);
            acknowledged.extend(receiver.iter().take(ACKNOWLEDGED_BEFORE_A_KILL));
            server.kill();
            acknowledged.extend(receiver.iter());
            visitors.into_iter().map(|visitor| visitor.join().expect("a visitor")).collect()
        });
    }
    let site = site_in(folder.path());
    let stored = |form: &Form| {
        site.store.read(|database| store::response::is_there(database, survey, form.id)).expect("the database reads")
    };
    let count = || site.store.read(|database| store::response::count(database, survey)).expect("the database reads");
    let once: BTreeSet<ResponseId> = acknowledged.iter().map(|form| form.id).collect();
    assert_eq!(once.len(), acknowledged.len(), "each submission was acknowledged once");
    assert!(once.len() >= KILLS * ACKNOWLEDGED_BEFORE_A_KILL);
    let invited = acknowledged.iter().filter(|form| form.path.starts_with("/i/")).count();
    assert!(invited >= INVITED / 2, "the server was killed while invitations were answered: {invited}");
    assert_eq!(acknowledged.iter().filter(|form| !stored(form)).count(), 0, "acknowledged and lost");
    // What the last kill left unanswered may be there or not; nothing else may be.
    let perhaps = unanswered.iter().flatten().filter(|form| stored(form)).count();
    assert_eq!(count(), (once.len() + perhaps) as u64);

    // Whoever sends again, unsure after a kill, is thanked and counted once.
    let mut server = Program::serve(folder.path(), "info");
    let before = count();
    for form in acknowledged.iter().step_by(10) {
        assert_eq!(post(&agent(), &server.base, form).expect("the server answers"), 303);
    }
    server.kill();
    assert_eq!(count(), before);
}
