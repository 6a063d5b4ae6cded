//! The attacker holds a full copy of the database with its write-ahead log, the server's log and two backups, but not the key
//! file. For every invited response there must be at least ten people it could belong to. With the key file, before closing,
//! linking is possible: that shows that this test can see. After closing it is not, for anybody. The drafts of those who began and
//! went away are in the loot too and name nobody.

use crate::support::office::site_in;
use crate::support::program::Program;
use crate::support::street::{Browser, fields_of};
use ascolto::campaign::ColumnUse;
use ascolto::flows::close_survey::close_survey;
use ascolto::flows::import_contacts::{BroughtContacts, take_in_contacts};
use ascolto::flows::open_survey::open_survey;
use ascolto::flows::plan_survey::{catalog_form, edition_of, found_office, plan_survey};
use ascolto::flows::queue_letters::{queue_invitations, queue_reminders};
use ascolto::flows::send_invitations::{invitation_token, send_all_due};
use ascolto::ids::{InvitationId, SurveyId};
use ascolto::keys::Keys;
use ascolto::mail::{Mailer, Memory, Sent};
use ascolto::secret::{Key, Token};
use ascolto::site::Site;
use ascolto::store::{self, survey::Draft};
use ascolto::survey::{Channel, Universe};
use ascolto::text::Code;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{Datelike, Days};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Bool, Nullable, Text};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::{read, read_to_string};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// The least number of people a response may belong to.
const LEAST_CROWD: usize = 10;
const PEOPLE: usize = 90;

/// A contact as it lies in a stolen database: what answering could have touched, and what could be mixed into an id.
#[derive(QueryableByName, Clone)]
struct Person {
    #[diesel(sql_type = BigInt)]
    contact: i64,
    #[diesel(sql_type = BigInt)]
    invitation: i64,
    #[diesel(sql_type = Text)]
    address: String,
    #[diesel(sql_type = Text)]
    address_key: String,
    #[diesel(sql_type = Bool)]
    opted_out: bool,
    #[diesel(sql_type = Nullable<Binary>)]
    token_hash: Option<Vec<u8>>,
    /// What is known of the person.
    #[diesel(sql_type = Text)]
    attribute: String,
    /// Every column of every letter but its number; of the trace, which is random bytes to who has no key, the length.
    #[diesel(sql_type = Text)]
    letters: String,
}

/// A response as it lies there.
#[derive(QueryableByName, Clone)]
struct Answer {
    #[diesel(sql_type = Binary)]
    id: Vec<u8>,
    #[diesel(sql_type = Text)]
    answered_on: String,
    #[diesel(sql_type = Text)]
    everything_else: String,
    #[diesel(sql_type = BigInt)]
    size: i64,
    /// What the citizen wrote; by it the test, not the attacker, knows who it was.
    #[diesel(sql_type = Text)]
    body: String,
}

/// A draft as it lies there.
#[derive(QueryableByName, Clone)]
struct Begun {
    #[diesel(sql_type = Binary)]
    id: Vec<u8>,
    #[diesel(sql_type = Binary)]
    body: Vec<u8>,
}

/// One stolen copy.
struct Stolen {
    people: Vec<Person>,
    /// In the order in which they lie in the table.
    answers: Vec<Answer>,
    /// In the order in which they lie in the table.
    drafts: Vec<Begun>,
    /// The files as bytes.
    files: Vec<Vec<u8>>,
    /// Every invitation with what can be computed of it without a key.
    guesses: Vec<(i64, BTreeSet<[u8; 16]>)>,
}

const PEOPLE_QUERY: &str = "SELECT c.id AS contact, i.id AS invitation, c.address, c.address_key, c.opted_out, i.token_hash, \
     (SELECT value FROM contact_value WHERE contact_id = c.id) AS attribute, \
     (SELECT group_concat(kind || number || state || due_at || coalesce(lease_until, '-') || attempts || claim || uncertain || problem \
     || coalesce(length(trace), '-')) \
      FROM (SELECT * FROM letter WHERE invitation_id = i.id ORDER BY kind, number)) AS letters \
     FROM contact c JOIN invitation i ON i.contact_id = c.id ORDER BY c.id";
const ANSWERS_QUERY: &str = "SELECT r.id, r.answered_on, r.survey_id || '/' || r.form_version_id || '/' || r.channel || '/' || r.place \
     || '/' || r.batch AS everything_else, length(r.closed_answers) AS size, t.body \
     FROM response r JOIN open_text t ON t.response_id = r.id";

impl Stolen {
    /// Takes a database and its write-ahead log away and opens the copy.
    fn take(database: &Path, loot: &Path) -> Self {
        let mut files = Vec::new();
        for ending in ["", "-wal"] {
            let from = PathBuf::from(format!("{}{ending}", database.display()));
            if from.exists() {
                files.push(read(&from).unwrap());
                std::fs::copy(&from, format!("{}{ending}", loot.display())).unwrap();
            }
        }
        let mut copy = SqliteConnection::establish(&loot.display().to_string()).unwrap();
        let people: Vec<Person> = diesel::sql_query(PEOPLE_QUERY).load(&mut copy).unwrap();
        let ends = |guess: Vec<u8>| (guess.len() >= 16).then(|| [sixteen(&guess[..16]), sixteen(&guess[guess.len() - 16..])]);
        let of = |person: &Person| (person.invitation, guesses(person).into_iter().filter_map(ends).flatten().collect());
        let guesses = people.iter().map(of).collect();
        let answers = diesel::sql_query(ANSWERS_QUERY).load(&mut copy).unwrap();
        let drafts = diesel::sql_query("SELECT id, body FROM response_draft").load(&mut copy).unwrap();
        Self { people, answers, drafts, files, guesses }
    }

    /// Whether any of these numbers of responses or drafts stands anywhere in the files.
    fn holds_any(&self, ids: &HashSet<Vec<u8>>) -> bool {
        self.files.iter().any(|file| file.windows(16).any(|window| ids.contains(window)))
    }

    /// The invitations of the people who may have given an answer, as far as ids tell: all, unless one can be computed.
    fn computed_from_ids(&self, answer: &Answer) -> BTreeSet<i64> {
        let id = sixteen(&answer.id);
        let found: BTreeSet<i64> =
            self.guesses.iter().filter(|(_, own)| own.contains(&id)).map(|(invitation, _)| *invitation).collect();
        if found.is_empty() { self.people.iter().map(|person| person.invitation).collect() } else { found }
    }
}

fn sixteen(bytes: &[u8]) -> [u8; 16] {
    bytes.try_into().expect("response numbers have 16 bytes")
}

/// What somebody without a key can compute from a person's row: everything there, plain, hashed, and keyed with each other.
fn guesses(person: &Person) -> Vec<Vec<u8>> {
    let hash = person.token_hash.clone().unwrap_or_default();
    let mut parts = vec![
        hash,
        person.address.clone().into_bytes(),
        person.address_key.clone().into_bytes(),
        person.attribute.clone().into_bytes(),
    ];
    for number in [person.contact, person.invitation] {
        parts.extend([number.to_be_bytes().to_vec(), number.to_le_bytes().to_vec(), number.to_string().into_bytes()]);
    }
    let digests: Vec<Vec<u8>> = parts.iter().map(|part| Sha256::digest(part).to_vec()).collect();
    let mut guesses = [parts.clone(), digests.clone()].concat();
    for secret in parts.iter().chain(&digests).filter(|bytes| bytes.len() == 32) {
        let key = Key::from_base64(&URL_SAFE_NO_PAD.encode(secret)).expect("32 bytes make a key");
        let token = Token::parse(&URL_SAFE_NO_PAD.encode(&secret[..16])).expect("16 bytes make a token");
        for purpose in ["answer", "draft-id"] {
            guesses.extend(parts.iter().map(|part| key.derive(purpose, part).to_vec()));
            guesses.extend(parts.iter().map(|part| key.token("invitation", part).derive(purpose).to_vec()));
            guesses.push(token.derive(purpose).to_vec());
        }
    }
    guesses
}

/// The survey, its server under attack, and what only the test knows.
struct Scene {
    folder: TempDir,
    site: Site,
    survey: SurveyId,
    memory: Memory,
}

fn set_up() -> Scene {
    let folder = TempDir::new().unwrap();
    // A server that puts every third reminder off: while they wait, and afterwards, the rows must not tell whose they were.
    let memory =
        Memory::deciding(|message| match message.identifier.contains("-reminder-") && message.to.contains(['3', '6', '9']) {
            true => Sent::Later("451 4.7.1 come again".to_owned()),
            false => Sent::Accepted(String::new()),
        });
    let mut site = site_in(folder.path());
    site.mailer = Arc::new(Mailer::Memory(memory.clone()));
    let today = site.clock.today();
    let code = Code::parse("urp").unwrap();
    let office = found_office(&site, &code, "URP", "urp@example.org").unwrap();
    let draft = Draft {
        edition: edition_of(&site, office, today.year()).unwrap(),
        code,
        title: "URP".to_owned(),
        form_version: catalog_form(&site, "urp-annuale").unwrap(),
        charter: None,
        opens_on: today - Days::new(2),
        closes_on: today + Days::new(20),
        collecting_days: 7,
        channels: vec![Channel::Email],
        simulated: false,
        weighting: Default::default(),
        privacy_threshold: 5,
        planned_responses: 0,
    };
    let survey = plan_survey(&site, &draft, &Universe::default()).unwrap();
    open_survey(&site, survey).unwrap();
    import(&site, survey);
    queue_invitations(&site, survey).unwrap();
    send_all_due(&site).unwrap();
    Scene { folder, site, survey, memory }
}

/// Everybody has an attribute, kept for the sample: were it copied beside an answer, the rows there would no longer be alike.
fn import(site: &Site, survey: SurveyId) {
    let row = |person| format!("persona{person}@example.org;Rosalba{person} Cavallini;Quartiere {}\n", person % 3);
    let rows: String = (0..PEOPLE).map(row).collect();
    let file = BroughtContacts {
        bytes: format!("email;nome;quartiere\n{rows}").into_bytes(),
        columns: Some(vec![ColumnUse::Address, ColumnUse::FirstName, ColumnUse::Attribute]),
        reasons: [(2, "per il campione".to_owned())].into(),
        ..BroughtContacts::default()
    };
    take_in_contacts(site, survey, &file).unwrap();
    let kept = site.store.read(|db| store::contact_attribute::list_values(db, survey)).unwrap();
    assert_eq!(kept.len(), PEOPLE);
}

impl Scene {
    fn database(&self) -> PathBuf {
        self.folder.path().join("ascolto.db")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn token_of(&self, person: usize) -> String {
        let to = format!("persona{person}@example.org");
        let letter = self.memory.sent().into_iter().find(|letter| letter.to == to).expect("everybody was invited");
        letter.text.to_string().split_once("/i/").expect("a letter has a link").1[..22].to_owned()
    }

    /// People answer in the very order in which they were invited: the worst case for whatever keeps an order.
    fn answer(&self, server: &Program, people: impl Iterator<Item = usize>) {
        let browser = Browser::new();
        for person in people {
            let token = self.token_of(person);
            if opts_out(person) {
                assert_eq!(browser.post(&format!("{}/u/{token}", server.base), &[]).status, 200);
            }
            let link = format!("{}/i/{token}", server.base);
            if begins(person) {
                let mut fields = fields_of(&browser.get(&link), &[("comment", begun_by(person))]);
                fields.pop();
                fields.push(("_go".to_owned(), "save".to_owned()));
                assert!(browser.post(&link, &fields).location.contains("/saved"));
            }
            if answers(person) {
                let typed = [("overall", (person % 5 + 1).to_string()), ("comment", comment_of(person))];
                let sent = browser.post(&link, &fields_of(&browser.get(&link), &typed));
                assert_eq!(sent.status, 303, "{}", sent.text);
            }
        }
    }

    /// Links with a key: invitation to response.
    fn link(&self, stolen: &Stolen, key: &Key) -> BTreeMap<i64, String> {
        let mut linked = BTreeMap::new();
        for person in &stolen.people {
            let id = invitation_token(key, InvitationId(person.invitation)).derive("answer");
            if let Some(answer) = stolen.answers.iter().find(|answer| answer.id == id) {
                linked.insert(person.invitation, answer.body.clone());
            }
        }
        linked
    }
}

/// What the key opens: the contacts of the drafts in the order in which these lie, and what was typed.
fn opened_drafts(scene: &Scene, copy: &Stolen, key: &Key) -> Vec<(i64, String)> {
    let mut owners = BTreeMap::new();
    for person in &copy.people {
        let token = invitation_token(key, InvitationId(person.invitation));
        owners.insert(token.derive("draft-id").to_vec(), (person.contact, token));
    }
    let open = |draft: &Begun| {
        let (contact, token) = owners.get(&draft.id)?;
        let place = [scene.survey.0.to_be_bytes().as_slice(), &draft.id].concat();
        Some((*contact, String::from_utf8(token.derive_key("draft").open(&draft.body, &place)?).unwrap()))
    };
    copy.drafts.iter().filter_map(open).collect()
}

/// Drafts have one size, numbers that nobody can compute, no order of people or arrival, and cannot be read; with the key they can.
fn assert_drafts_tell_nothing(scene: &Scene, copy: &Stolen, key: &Key) {
    let sizes: BTreeSet<usize> = copy.drafts.iter().map(|draft| draft.body.len()).collect();
    assert_eq!(sizes.len(), 1, "{sizes:?}");
    for draft in &copy.drafts {
        let id = sixteen(&draft.id);
        assert!(copy.guesses.iter().all(|(_, own)| !own.contains(&id)), "the number of a draft can be computed");
    }
    assert!(copy.files.iter().all(|file| !file.windows(7).any(|window| window == b"abbozzo")), "a draft can be read");
    let opened = opened_drafts(scene, copy, key);
    assert_eq!(opened.len(), copy.drafts.len(), "whoever has the key file too sees everything");
    assert!(opened.iter().all(|(_, typed)| typed.contains("abbozzo")));
    let correlation = rank_correlation(&opened.iter().map(|(contact, _)| *contact).collect::<Vec<_>>());
    assert!(correlation.abs() < 0.8, "drafts lie in the order of invitations: {correlation}");
}

fn answers(person: usize) -> bool {
    person.is_multiple_of(2)
}

/// Who does not answer has begun and gone away; so had some of those who did.
fn begins(person: usize) -> bool {
    !answers(person) || person.is_multiple_of(4)
}

fn begun_by(person: usize) -> String {
    format!("abbozzo {person:03} della città{}", " e altro".repeat(person))
}

fn opts_out(person: usize) -> bool {
    person % 5 == 1 || person % 20 == 10
}

fn comment_of(person: usize) -> String {
    format!("voce {person:03} della città")
}

fn owner_of<'a>(copy: &'a Stolen, answer: &Answer) -> &'a Person {
    let owner = |own: &&Person| {
        let number = own.address.trim_start_matches("persona").trim_end_matches("@example.org");
        comment_of(number.parse().unwrap()) == answer.body
    };
    copy.people.iter().find(owner).expect("somebody wrote it")
}

/// Everybody who cannot be told from the true owner by anything in any of these copies. This grants the attacker more than he
/// has: he would have to find the owner's crowd first.
fn crowd_of(answer: &Answer, copies: &[&Stolen]) -> BTreeSet<i64> {
    let mut crowd = copies[0].computed_from_ids(answer);
    for copy in copies {
        let owner = owner_of(copy, answer);
        let alike = |own: &&Person| (own.opted_out, &own.letters) == (owner.opted_out, &owner.letters);
        let alike: BTreeSet<i64> = copy.people.iter().filter(alike).map(|own| own.invitation).collect();
        crowd = crowd.intersection(&alike).copied().collect();
        crowd = crowd.intersection(&copy.computed_from_ids(answer)).copied().collect();
    }
    crowd
}

fn assert_everybody_has_a_crowd(copies: &[&Stolen]) {
    for answer in copies.iter().flat_map(|copy| &copy.answers) {
        let crowd = crowd_of(answer, copies);
        assert!(crowd.len() >= LEAST_CROWD, "a response belongs to one of {} people", crowd.len());
    }
}

/// Nothing that stands beside the answers tells one response from another, and their order tells nothing of the invitations'.
fn assert_rows_are_alike(copy: &Stolen) {
    let beside: BTreeSet<(&str, &str, i64)> =
        copy.answers.iter().map(|own| (own.answered_on.as_str(), own.everything_else.as_str(), own.size)).collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
    let order: Vec<i64> = copy.answers.iter().map(|answer| owner_of(copy, answer).contact).collect();
    let correlation = rank_correlation(&order);
    // Random orders of 23 or more exceed this once in some ten thousand times.
    assert!(correlation.abs() < 0.8, "responses lie in the order of invitations: {correlation}");
}

/// Spearman's correlation between places and these distinct values.
fn rank_correlation(values: &[i64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let count = f64::from(u32::try_from(values.len()).unwrap());
    let square = |place: usize, value: &i64| {
        let rank = sorted.binary_search(value).unwrap();
        f64::from(u32::try_from(rank.abs_diff(place)).unwrap()).powi(2)
    };
    let sum: f64 = values.iter().enumerate().map(|(place, value)| square(place, value)).sum();
    1.0 - 6.0 * sum / (count * (count * count - 1.0))
}

fn assert_log_names_nobody(log: &str, scene: &Scene, copy: &Stolen) {
    assert!(log.contains("/i/{token}") && log.contains("303"), "the log was caught: {log}");
    for word in ["persona", "Rosalba", "Cavallini", "Quartiere", "example.org", "voce "] {
        assert!(!log.contains(word), "{word}");
    }
    assert!((0..PEOPLE).all(|person| !log.contains(&scene.token_of(person))), "a token is in the log");
    let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert!(copy.answers.iter().all(|answer| !log.to_lowercase().contains(&hexadecimal(&answer.id))));
}

#[test]
fn without_the_key_every_invited_response_belongs_to_ten_people_or_more_and_after_closing_for_everybody() {
    let scene = set_up();
    let key_file = scene.path("ascolto.keys");
    // The log at its most talkative documented level.
    let mut server = Program::serve(scene.folder.path(), "debug");
    scene.answer(&server, 0..PEOPLE / 2);
    let url = scene.site.config.database_url.expose().to_owned();
    store::backup(&url, &scene.path("early.backup")).unwrap();
    queue_reminders(&scene.site, scene.survey, 1).unwrap();
    send_all_due(&scene.site).unwrap();
    scene.answer(&server, PEOPLE / 2..PEOPLE);
    let before = Stolen::take(&scene.database(), &scene.path("before.loot"));
    assert_eq!(before.files.len(), 2, "the write-ahead log is part of the loot");
    let early = Stolen::take(&scene.path("early.backup"), &scene.path("early.loot"));
    let log = server.kill();
    let answered: Vec<usize> = (0..PEOPLE).filter(|person| answers(*person)).collect();
    assert_eq!((early.answers.len(), before.answers.len()), (answered.len().div_ceil(2), answered.len()));

    assert_everybody_has_a_crowd(&[&early, &before]);
    assert_rows_are_alike(&early);
    assert_rows_are_alike(&before);
    assert_log_names_nobody(&log, &scene, &before);

    // Whoever has the key file too sees everything: so this test would see it as well.
    let stolen_key = Keys::open(&key_file).unwrap().survey(scene.survey).expect("an open survey has a key");
    let truth: BTreeMap<i64, String> =
        before.answers.iter().map(|answer| (owner_of(&before, answer).invitation, answer.body.clone())).collect();
    assert_eq!(scene.link(&before, &stolen_key), truth);
    for (copy, people) in [(&early, PEOPLE / 2), (&before, PEOPLE)] {
        assert_eq!(copy.drafts.len(), (0..people).filter(|person| !answers(*person)).count(), "those that were sent are gone");
        assert_drafts_tell_nothing(&scene, copy, &stolen_key);
    }

    close_survey(&scene.site, scene.survey).unwrap();
    let after = Stolen::take(&scene.database(), &scene.path("after.loot"));
    store::backup(&url, &scene.path("late.backup")).unwrap();
    let late = Stolen::take(&scene.path("late.backup"), &scene.path("late.loot"));
    let old: HashSet<Vec<u8>> = before.answers.iter().map(|answer| answer.id.clone()).collect();
    let begun: HashSet<Vec<u8>> = before.drafts.iter().map(|draft| draft.id.clone()).collect();
    assert!(before.holds_any(&old) && before.holds_any(&begun), "the search finds what is there");
    for copy in [&after, &late] {
        let bodies = |own: &Stolen| own.answers.iter().map(|answer| answer.body.clone()).collect::<BTreeSet<_>>();
        assert_eq!(bodies(copy), bodies(&before), "nobody's answer is lost");
        assert!(!copy.holds_any(&old), "an old number is still in the files");
        assert!(copy.drafts.is_empty() && !copy.holds_any(&begun), "a draft is still in the files");
        assert_rows_are_alike(copy);
        assert!(scene.link(copy, &stolen_key).is_empty(), "not even a copy of the key links the rewritten rows");
        assert!(scene.link(copy, &Keys::open(&key_file).unwrap().site()).is_empty());
    }
    assert_everybody_has_a_crowd(&[&early, &before, &after, &late]);

    // The key is gone for good: with the file at hand, not even the copies made before can be linked.
    assert!(Keys::open(&key_file).unwrap().survey(scene.survey).is_none());
    assert!(!read_to_string(&key_file).unwrap().contains(&stolen_key.to_base64()));
    assert!(scene.link(&before, &Keys::open(&key_file).unwrap().site()).is_empty());
}
