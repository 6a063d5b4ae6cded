//! From a file of contacts to the last reminder: nobody is lost or written to twice silently, whatever breaks in between.

use crate::support::database::{Fresh, on_both_engines};
use crate::support::smtp::{Answer, Manners, SmtpServer};
use ascolto::clock::Clock;
use ascolto::config::Config;
use ascolto::flows::forget_contacts::forget_due_contacts;
use ascolto::flows::import_contacts::import_contacts;
use ascolto::flows::opt_out::{find_opt_out, opt_out};
use ascolto::flows::receive_answers::{Submission, invited_key, receive_answers_blocking};
use ascolto::flows::send_invitations::{next_reminder, queue_invitations, queue_reminders, send_all_due, send_due_letters};
use ascolto::flows::{Refused, Stop, publish_form::publish_form};
use ascolto::form::catalog;
use ascolto::ids::SurveyId;
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory, Sent, Settings, SmtpServer as Server, Transport};
use ascolto::response::RawAnswers;
use ascolto::secret::{Secret, Token};
use ascolto::site::Site;
use ascolto::store::{self, Store, StoreError, survey::Draft};
use ascolto::survey::{Channel, Door, State};
use ascolto::text::Code;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(day: NaiveDate, hour: u32) -> NaiveDateTime {
    day.and_hms_opt(hour, 0, 0).unwrap()
}

/// An open survey on a database of its own, on the ninth of March.
struct Campaign {
    site: Site,
    survey: SurveyId,
}

fn campaign(fresh: &Fresh) -> Campaign {
    let mut config = Config::in_folder(fresh.folder.path());
    config.database_url = Secret::new(fresh.url.clone());
    let clock = Clock::fixed(config.body.time_zone, at(day(3, 9), 9));
    let store = Store::open(config.database_url.expose()).unwrap();
    let keys = Keys::open(&config.key_file).unwrap();
    let site = Site::new(config, "https://ascolto.example.org", clock, store, keys, Mailer::Memory(Memory::default()));
    let form = publish_form(&site, "faccine.toml", &catalog::form("faccine").unwrap()).unwrap();
    let code = |code: &str| Code::parse(code).unwrap();
    let survey = site.store.write(|db| -> Result<SurveyId, StoreError> {
        let office = store::office::insert(db, &code("urp"), "Ufficio Relazioni con il Pubblico", "urp@provincia.example")?;
        let edition = store::edition::insert(db, office, 2026, None)?;
        let draft = Draft {
            edition,
            code: code("urp2026"),
            title: "URP 2026".to_owned(),
            form_version: form,
            charter: None,
            opens_on: day(3, 9),
            closes_on: day(4, 9),
            collecting_days: 7,
            channels: vec![Channel::Email],
            simulated: false,
            privacy_threshold: 5,
            planned_responses: 0,
        };
        let survey = store::survey::insert(db, &draft)?;
        store::survey::change_state(db, survey, State::Draft, State::Open)?;
        Ok(survey)
    });
    let survey = survey.unwrap();
    site.keys.make(survey).unwrap();
    Campaign { site, survey }
}

impl Campaign {
    fn mailing(mut self, mailer: Mailer) -> Self {
        self.site.mailer = Arc::new(mailer);
        self
    }

    /// Puts a mailer in place, keeping everything else.
    fn remail(&mut self, memory: &Memory) {
        self.site.mailer = Arc::new(Mailer::Memory(memory.clone()));
    }

    fn import(&self, people: usize) {
        let rows: String = (0..people).map(|person| format!("n{person}@example.org;Persona {person}\n")).collect();
        let report = import_contacts(&self.site, self.survey, format!("email;nome\n{rows}").as_bytes()).unwrap();
        assert_eq!(report.added, people as u64);
    }

    fn letters(&self) -> BTreeMap<(&'static str, &'static str), u64> {
        let counts = self.site.store.read(|db| store::letter::count_by_state(db, self.survey)).unwrap();
        counts.into_iter().map(|(kind, state, count)| ((kind.code(), state.code()), count)).collect()
    }

    fn uncertain(&self) -> u64 {
        self.site.store.read(|db| store::letter::count_uncertain(db, self.survey)).unwrap()
    }

    fn advance(&self, by: TimeDelta) {
        self.site.clock.set(self.site.clock.now() + by);
    }

    fn answer(&self, token: &Token) {
        let submission = Submission {
            survey: self.site.survey(self.survey).unwrap(),
            door: Door::Now(Channel::Email),
            key: invited_key(token),
            answers: RawAnswers::bounded(vec![("overall".to_owned(), "3".to_owned())]).unwrap(),
            place: String::new(),
            batch: String::new(),
            answered_on: None,
        };
        receive_answers_blocking(&self.site, submission).unwrap();
    }
}

/// The token in the first personal link of a letter.
fn token_in(text: &str) -> Token {
    let link = text.split("https://ascolto.example.org/i/").nth(1).expect("a letter has a personal link");
    Token::parse(&link[..22]).expect("a link ends in a token")
}

fn receivers(memory: &Memory) -> BTreeMap<String, usize> {
    let mut receivers = BTreeMap::new();
    for message in memory.sent() {
        *receivers.entry(message.to).or_default() += 1;
    }
    receivers
}

/// In how many ways the reminders' rows differ, but for their numbers.
fn distinct_ends(fresh: &Fresh) -> i64 {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        ways: i64,
    }
    let sql = "SELECT count(*) AS ways FROM (SELECT DISTINCT state, attempts, uncertain, problem, lease_until \
               FROM letter WHERE kind = 'reminder') AS ends";
    let query = diesel::sql_query(sql);
    let count: Count = match fresh.url.strip_prefix("sqlite:") {
        Some(path) => query.get_result(&mut SqliteConnection::establish(path).unwrap()),
        None => query.get_result(&mut PgConnection::establish(&fresh.url).unwrap()),
    }
    .unwrap();
    count.ways
}

/// Kills the sender at that letter, goes on after the lease, and reconciles: nobody is lost, and whom it may have written to twice
/// is counted.
fn kill_and_go_on(fresh: &Fresh, dies_at: usize) {
    let mut campaign = campaign(fresh);
    campaign.import(50);
    queue_invitations(&campaign.site, campaign.survey).unwrap();
    let sent = Arc::new(AtomicUsize::new(0));
    let dying = Memory::deciding(move |_| {
        assert!(sent.fetch_add(1, Ordering::SeqCst) != dies_at, "the process is killed here");
        Sent::Accepted
    });
    campaign.remail(&dying);
    let killed = catch_unwind(AssertUnwindSafe(|| send_all_due(&campaign.site)));
    assert!(killed.is_err());

    let survivor = Memory::default();
    campaign.remail(&survivor);
    // Before the lease ends, only what nobody holds is sent.
    send_all_due(&campaign.site).unwrap();
    let held = campaign.letters().get(&("invitation", "sending")).copied().unwrap_or(0);
    assert!(held > 0);
    campaign.advance(TimeDelta::minutes(46));
    send_all_due(&campaign.site).unwrap();
    assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 50)]), "killed at {dies_at}");
    assert_eq!(campaign.uncertain(), held);

    let mut times = receivers(&dying);
    receivers(&survivor).into_iter().for_each(|(to, count)| *times.entry(to).or_default() += count);
    assert_eq!(times.len(), 50, "nobody is lost");
    let twice = times.values().filter(|times| **times > 1).count() as u64;
    assert!(times.values().all(|times| *times <= 2) && twice <= held, "{twice} twice, {held} counted");
}

on_both_engines! {
    fn a_messy_file_becomes_letters_that_reach_everybody_once_over_smtp(fresh: &Fresh) {
        let server = SmtpServer::answering(Manners::default(), |to| match to {
            "gone@example.org" => Answer::AtReceiver("550 5.1.1 no such user"),
            _ => Answer::Take,
        });
        let settings = Settings {
            from: "urp@provincia.example".to_owned(),
            from_name: "URP".to_owned(),
            transport: Transport::Smtp(Server::plain("127.0.0.1", server.port())),
        };
        let campaign = campaign(fresh).mailing(Mailer::open(&settings).unwrap());
        let file = "Cognome;Lingua;E-mail;Nome\r\nRossi;it;m.rossi@example.org;Maria\r\nBianchi;;L.Bianchi@example.org;Luca\r\n\
                    Rossi;it;M.ROSSI@example.org;Maria\r\nVerdi;en;verdi(at)example.org;Anna\r\nGone;;gone@example.org;\r\n;;;\r\n";
        let report = import_contacts(&campaign.site, campaign.survey, file.as_bytes()).unwrap();
        assert_eq!((report.rows, report.added, report.merged, report.faults.len()), (5, 3, 1, 1));
        let again = import_contacts(&campaign.site, campaign.survey, file.as_bytes()).unwrap();
        assert_eq!((again.added, again.already_there), (0, 3));

        assert_eq!(queue_invitations(&campaign.site, campaign.survey).unwrap(), 3);
        assert_eq!(queue_invitations(&campaign.site, campaign.survey).unwrap(), 0, "again queues nobody twice");
        let round = send_all_due(&campaign.site).unwrap();
        assert_eq!((round.claimed, round.done, round.refused), (3, 2, 1));
        assert_eq!(send_all_due(&campaign.site).unwrap().claimed, 0);
        assert_eq!(server.arrived().len(), 2);
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 2), (("invitation", "refused"), 1)]));

        for arrived in server.arrived() {
            // The links are 75 characters with the host at most; quoted-printable breaks longer lines, never these.
            let token = token_in(&arrived.data.replace("=\r\n", ""));
            assert_eq!(find_opt_out(&campaign.site, &token).unwrap(), campaign.survey);
            assert!(format!("https://ascolto.example.org/i/{}", token.expose()).len() < 80);
        }
    }

    fn a_reminder_goes_to_those_who_have_not_answered_and_the_database_does_not_tell_who_did(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(60);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        let invited = memory.sent();
        assert_eq!(invited.len(), 60);
        for message in &invited[..20] {
            campaign.answer(&token_in(&message.text));
        }
        for message in &invited[20..25] {
            opt_out(&campaign.site, &token_in(&message.text)).unwrap();
        }

        // Every fourth reminder is deferred once, every seventh is refused: no row may show it afterwards.
        let tries = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&tries);
        let moody = Memory::deciding(move |_| match own.fetch_add(1, Ordering::SeqCst) % 28 {
            0 | 4 | 8 | 12 | 16 | 20 | 24 => Sent::Later("451".to_owned()),
            7 | 14 | 21 => Sent::Refused("550".to_owned()),
            _ => Sent::Accepted,
        });
        campaign.remail(&moody);
        campaign.advance(TimeDelta::days(7));
        assert_eq!(next_reminder(&campaign.site, campaign.survey).unwrap(), 1);
        assert_eq!(queue_reminders(&campaign.site, campaign.survey, 1).unwrap(), 55, "those who opted out get none");
        assert_eq!(queue_reminders(&campaign.site, campaign.survey, 1).unwrap(), 0, "a second click queues nobody twice");
        assert_eq!(next_reminder(&campaign.site, campaign.survey).unwrap(), 2);
        for _ in 0..9 {
            send_all_due(&campaign.site).unwrap();
            campaign.advance(TimeDelta::days(1));
        }
        let reminded = receivers(&moody);
        let answered: Vec<&str> = invited[..25].iter().map(|message| message.to.as_str()).collect();
        assert!(answered.iter().all(|to| !reminded.contains_key(*to)), "nobody who answered or opted out is written to");
        assert!(reminded.values().all(|times| *times == 1));
        assert_eq!(campaign.letters()[&("reminder", "done")], 55);
        assert_eq!(campaign.letters().len(), 2, "{:?}", campaign.letters());
        assert_eq!(distinct_ends(fresh), 1, "all reminders look alike");
    }

    fn a_sender_killed_at_its_first_letter_loses_nobody(fresh: &Fresh) {
        kill_and_go_on(fresh, 0);
    }

    fn a_sender_killed_in_the_middle_of_a_round_loses_nobody(fresh: &Fresh) {
        kill_and_go_on(fresh, 5);
    }

    fn a_sender_killed_in_its_second_round_loses_nobody(fresh: &Fresh) {
        kill_and_go_on(fresh, 40);
    }

    fn a_letter_that_cannot_leave_is_tried_again_at_growing_distances_and_then_given_up(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let tries = Arc::new(AtomicUsize::new(0));
        let own = Arc::clone(&tries);
        campaign.remail(&Memory::deciding(move |_| {
            own.fetch_add(1, Ordering::SeqCst);
            Sent::Later("451 4.3.0 busy".to_owned())
        }));
        campaign.import(1);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        let mut attempts_by_hour = Vec::new();
        for _ in 0..24 * 7 {
            send_all_due(&campaign.site).unwrap();
            attempts_by_hour.push(tries.load(Ordering::SeqCst));
            campaign.advance(TimeDelta::hours(1));
        }
        assert_eq!(attempts_by_hour[0], 1, "not again within the same round");
        assert_eq!(attempts_by_hour.last(), Some(&8));
        assert!(attempts_by_hour[24 * 2] < 8, "two days of a broken server cost nobody the invitation");
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "refused"), 1)]));
    }

    fn an_unclear_letter_is_sent_again_and_counted(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let tries = AtomicUsize::new(0);
        let memory = Memory::deciding(move |_| match tries.fetch_add(1, Ordering::SeqCst) {
            0 => Sent::Unclear("connection lost".to_owned()),
            _ => Sent::Accepted,
        });
        campaign.remail(&memory);
        campaign.import(1);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "waiting"), 1)]));
        campaign.advance(TimeDelta::minutes(6));
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters(), BTreeMap::from([(("invitation", "done"), 1)]));
        assert_eq!((campaign.uncertain(), memory.sent().len()), (1, 2));
        assert_eq!(memory.sent()[0].identifier, memory.sent()[1].identifier, "a mail program can tell that it is the same letter");
    }

    fn who_opts_out_gets_nothing_more_and_is_not_imported_again(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(2);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        let token = token_in(&memory.sent()[0].text);
        campaign.advance(TimeDelta::days(1));
        queue_reminders(&campaign.site, campaign.survey, 1).unwrap();
        opt_out(&campaign.site, &token).unwrap();
        opt_out(&campaign.site, &token).unwrap();
        send_all_due(&campaign.site).unwrap();
        assert_eq!(campaign.letters()[&("reminder", "cancelled")], 1);
        assert_eq!(receivers(&memory), BTreeMap::from([("n0@example.org".to_owned(), 1), ("n1@example.org".to_owned(), 2)]));
        // A spelling of the same address counts as the same.
        let report = import_contacts(&campaign.site, campaign.survey, b"email\nN0@EXAMPLE.org\nnew@example.org\n").unwrap();
        assert_eq!((report.suppressed, report.added), (1, 1));
        let unknown = opt_out(&campaign.site, &Token::random());
        assert!(matches!(unknown, Err(Stop::Refused(Refused::UnknownLink))));
    }

    fn letters_wait_for_the_first_day_and_end_with_the_last(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.site.clock.set(at(day(3, 1), 12));
        campaign.import(3);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        assert_eq!(send_due_letters(&campaign.site).unwrap().claimed, 0);
        // Eight in Rome is seven in UTC in winter.
        campaign.site.clock.set(at(day(3, 9), 7));
        assert_eq!(send_all_due(&campaign.site).unwrap().done, 3);
        queue_reminders(&campaign.site, campaign.survey, 1).unwrap();
        campaign.site.clock.set(at(day(4, 10), 7));
        assert_eq!(send_all_due(&campaign.site).unwrap().cancelled, 3);
        assert_eq!(memory.sent().len(), 3);
        let late = queue_reminders(&campaign.site, campaign.survey, 2);
        assert!(matches!(late, Err(Stop::Refused(Refused::Closed(_)))));
    }

    fn contacts_are_forgotten_on_schedule_and_old_links_still_lead_somewhere(fresh: &Fresh) {
        let mut campaign = campaign(fresh);
        let memory = Memory::default();
        campaign.remail(&memory);
        campaign.import(4);
        queue_invitations(&campaign.site, campaign.survey).unwrap();
        send_all_due(&campaign.site).unwrap();
        let token = token_in(&memory.sent()[0].text);
        campaign.site.clock.set(at(day(4, 20), 9));
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 0, "an open survey keeps its contacts");
        let closed = campaign.site.store.write(|db| store::survey::close(db, campaign.survey, State::Open, day(4, 20)));
        assert!(closed.unwrap());
        campaign.site.clock.set(at(day(5, 19), 9));
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 0);
        campaign.site.clock.set(at(day(5, 20), 9));
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 4);
        assert_eq!(forget_due_contacts(&campaign.site).unwrap(), 0);
        assert_eq!(find_opt_out(&campaign.site, &token).unwrap(), campaign.survey);
        opt_out(&campaign.site, &token).unwrap();
        for file in fresh.sqlite_files() {
            let (bytes, address) = (std::fs::read(file).unwrap(), b"n0@example.org");
            assert!(!bytes.windows(address.len()).any(|window| window == address), "nothing is left in the files");
        }
    }
}
