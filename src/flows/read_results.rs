//! Reading the results of an edition: one computation for screen, page, PDF, spreadsheet and open data.

use super::amendments::amended_standards;
use super::seal_verdicts::sealed_goals;
use super::{Failed, Outcome, Refused, thing};
use crate::analysis::{Agreed, ChannelSample, ItemFigure, Past, PastGoal, Publishable, Sample, study};
use crate::campaign::{LetterKind, LetterState};
use crate::charter::{self, Charter, Measurement};
use crate::form::{self, Carrier, FieldKind, Role};
use crate::ids::{EditionId, FormVersionId, SurveyId};
use crate::office::Office;
use crate::response::{Row, Table, Tally, tally};
use crate::site::{FormVersion, Site};
use crate::store::{self, Database, StoreError, seal::Seal};
use crate::survey::{Channel, Edition, State, Survey, Universe};
use crate::text::Code;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// What is known of an edition at any time: it holds nothing that was answered.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Whose.
    pub office: Office,
    /// Of what year.
    pub edition: Edition,
    /// Its surveys that were opened.
    pub surveys: Vec<Survey>,
    /// What the main survey asks.
    pub version: Arc<FormVersion>,
    /// The charter it is judged by.
    pub charter: Option<Charter>,
    /// The operational readings of the year.
    pub measurements: Vec<Measurement>,
    /// Whether its report was published: its verdicts stay as they are.
    pub published: bool,
}

/// What an edition says, ready to be shown.
#[derive(Clone, Debug)]
pub struct Results {
    /// Whose.
    pub office: Office,
    /// Of what year.
    pub edition: Edition,
    /// The surveys whose answers are in it: those that ask what the main survey asks.
    pub surveys: Vec<Survey>,
    /// The main survey: the first that was opened with a charter, else the first.
    pub main: Survey,
    /// What the main survey asks.
    pub version: Arc<FormVersion>,
    /// The charter it is judged by.
    pub charter: Option<Charter>,
    /// What was found, suppressed.
    pub findings: Publishable,
    /// The operational readings of the year.
    pub measurements: Vec<Measurement>,
    /// The year that is compared with, also where only keyed-in figures stand for it.
    pub compared_year: Option<i32>,
}

/// How far back comparisons look.
const MOST_EDITIONS_BACK: u8 = 10;

/// Reads the outline of an edition.
///
/// # Errors
/// Refused when there is no such edition or it has no survey that was opened.
pub fn read_outline(site: &Site, edition: EditionId) -> Outcome<Outline> {
    let kept = gather_known(site, edition)?;
    let main = main_of(&kept).ok_or(Refused::NotThere(thing::SURVEY))?;
    Ok(Outline {
        version: site.form_version(main.form_version)?,
        charter: kept.charter_of(main.id).map(read_charter).transpose()?,
        surveys: kept.opened().cloned().collect(),
        office: kept.office,
        edition: kept.edition,
        measurements: kept.measurements,
        published: kept.sealed_goals.is_some(),
    })
}

/// Reads the results of an edition and of those before it. Nobody reads them while answers come in: two readings, one answer
/// apart, would show that answer whatever suppression hides, and a survey could be closed when its figures please.
///
/// # Errors
/// Refused when there is no such edition, it has no survey that was opened, or one of them still takes answers.
pub fn read_results(site: &Site, edition: EditionId) -> Outcome<Results> {
    let kept = gather_known(site, edition)?;
    let (results, _) = read_edition(site, kept, MOST_EDITIONS_BACK)?;
    Ok(results)
}

/// Refused while a survey of the edition takes answers.
///
/// # Errors
/// [`Refused::StillCollecting`].
pub fn wait_for_closing(site: &Site, edition: EditionId) -> Outcome<()> {
    let surveys = site.store.read(|db| store::survey::list_of(db, edition))?;
    if takes_answers(&surveys) { Err(Refused::StillCollecting.into()) } else { Ok(()) }
}

fn takes_answers(surveys: &[Survey]) -> bool {
    surveys.iter().any(|survey| survey.state.takes_answers())
}

impl Outline {
    /// Whether one of its surveys takes answers: then nobody reads results.
    pub fn takes_answers(&self) -> bool {
        takes_answers(&self.surveys)
    }

    /// Whether an answer in it is made up.
    pub fn simulated(&self) -> bool {
        self.surveys.iter().any(|survey| survey.simulated)
    }
}

fn gather_known(site: &Site, edition: EditionId) -> Outcome<Kept> {
    match site.store.read(|db| gather(db, edition)) {
        Err(StoreError::NotFound) => Err(Refused::NotThere(thing::EDITION).into()),
        found => Ok(found?),
    }
}

/// The results with what the next years' comparisons take of them and of the years before, exact, the oldest first.
fn read_edition(site: &Site, kept: Kept, editions_back: u8) -> Outcome<(Results, Vec<Past>)> {
    if kept.surveys.iter().any(|own| own.survey.state.takes_answers()) {
        return Err(Refused::StillCollecting.into());
    }
    let main = main_of(&kept).ok_or(Refused::NotThere(thing::SURVEY))?.clone();
    let version = site.form_version(main.form_version)?;
    let (past, mut history) = read_history(site, &kept.edition, editions_back)?;
    let compared_year = (!past.figures.is_empty()).then_some(past.year);
    let charter = kept.charter_of(main.id).map(read_charter).transpose()?;
    let surveys = counted_with(site, &version, kept.opened())?;
    let ids: Vec<SurveyId> = surveys.iter().map(|survey| survey.id).collect();
    let counted = site.tally(version.id, &ids, || count_answers(site, &version, &ids))?;
    let plan = Agreed {
        year: kept.edition.year,
        standards: charter.as_ref().map(|charter| charter.standards.clone()).unwrap_or_default(),
        measurements: kept.measurements.clone(),
        calendar: charter.as_ref().and_then(|charter| charter.calendar.clone()),
        sample: kept.sample(main.id, &surveys),
        planned_responses: kept.planned(&surveys),
        weighting: kept.of(main.id).map(|own| own.plan.weighting).unwrap_or_default(),
        amended: kept.amended(main.id),
        surveys_held: u64::from(kept.was_held()),
        finite_universe: None,
        past,
        history: history.clone(),
    };
    let findings = study(&version.form, &version.layout, &counted, &plan);
    let mut as_past = Past::of(&findings, kept.edition.year);
    // What was published of a year stays its verdict, whatever today's program, readings or charter would say.
    if let Some(sealed) = kept.sealed_goals.clone() {
        as_past.goals = sealed;
    }
    add_keyed_in(&mut as_past, &kept.past_figures);
    let threshold = kept.threshold(main.id);
    as_past.threshold = threshold;
    history.push(as_past);
    let results = Results {
        office: kept.office,
        edition: kept.edition,
        surveys,
        main,
        version,
        charter,
        findings: Publishable::suppress(findings, threshold),
        measurements: kept.measurements,
        compared_year,
    };
    Ok((results, history))
}

/// The surveys whose answers mean under that version what they meant when they were given.
pub(super) fn counted_with<'s>(
    site: &Site,
    version: &FormVersion,
    surveys: impl Iterator<Item = &'s Survey>,
) -> Outcome<Vec<Survey>> {
    let mut counted = Vec::new();
    for survey in surveys {
        if reads_as(&*site.form_version(survey.form_version)?, version) {
            counted.push(survey.clone());
        }
    }
    Ok(counted)
}

fn reads_as(own: &FormVersion, version: &FormVersion) -> bool {
    own.layout_hash == version.layout_hash || own.form.code == version.form.code && form::carries(&own.form, &version.form)
}

/// The answers as that version has them: a survey may have gone on with a later one while it was in the field. Answers whose meaning
/// that version does not keep are left out; moving a survey makes sure that there are none.
pub(super) fn carried_rows(site: &Site, version: &FormVersion, rows: Vec<(FormVersionId, Row)>) -> Outcome<Vec<Row>> {
    let mut carriers: BTreeMap<FormVersionId, Option<Carrier>> = BTreeMap::new();
    let mut carried = Vec::with_capacity(rows.len());
    for (id, row) in rows {
        let carrier = match carriers.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let own = site.form_version(id)?;
                new.insert(reads_as(&own, version).then(|| Carrier::new(&own.layout, &version.layout)))
            }
        };
        carried.extend(carrier.as_ref().map(|carrier| Row { closed: carrier.carry(row.closed), strata: row.strata }));
    }
    Ok(carried)
}

fn count_answers(site: &Site, version: &FormVersion, surveys: &[SurveyId]) -> Outcome<Tally> {
    let mut rows = Vec::new();
    for survey in surveys {
        rows.extend(carried_rows(site, version, site.store.read(|db| store::response::rows(db, *survey))?)?);
    }
    let table = Table::new(version.layout.clone(), rows);
    Ok(tally(&version.form, &table, &profile_of(version)))
}

/// Who answers, by the single-choice questions of the profile: what results are broken down by, besides the channel.
fn profile_of(version: &FormVersion) -> Vec<Code> {
    let fields = version.layout.fields.iter().filter(|field| field.role == Role::Profile && field.kind == FieldKind::Choice);
    fields.map(|field| field.code.clone()).collect()
}

/// The edition that this one is compared with, and every year before: those held, as each is compared with another, and those
/// only keyed in for the office.
fn read_history(site: &Site, edition: &Edition, editions_back: u8) -> Outcome<(Past, Vec<Past>)> {
    let compared = edition.compared_with.filter(|_| editions_back > 0);
    let mut history = match compared {
        Some(compared) => match read_edition(site, gather_known(site, compared)?, editions_back - 1) {
            Ok((_, history)) => history,
            Err(super::Stop::Refused(_)) => Vec::new(),
            Err(failed) => return Err(failed),
        },
        None => Vec::new(),
    };
    for (year, figures) in site.store.read(|db| store::past_figure::before(db, edition.office, edition.year))? {
        if history.iter().all(|past| past.year != year) {
            let mut past = Past { year, ..Past::default() };
            add_keyed_in(&mut past, &figures);
            history.push(past);
        }
    }
    history.sort_by_key(|past| past.year);
    let Some(compared) = compared else { return Ok((Past::default(), history)) };
    let year = site.store.read(|db| store::edition::find(db, compared))?.year;
    let past = history.iter().find(|past| past.year == year).cloned();
    Ok((past.unwrap_or_else(|| Past { year, ..Past::default() }), history))
}

/// Figures keyed in stand where the program has none of its own.
fn add_keyed_in(past: &mut Past, figures: &[store::past_figure::PastFigure]) {
    for figure in figures {
        if past.figures.iter().all(|own| own.item != figure.item) {
            past.figures.push(ItemFigure {
                item: figure.item.clone(),
                base: figure.base,
                satisfied: figure.satisfied,
                top_two: None,
                mean: figure.mean,
                deviation: figure.deviation,
                asking: None,
                spread: None,
            });
        }
    }
}

fn read_charter(source: &str) -> Result<Charter, Failed> {
    charter::parse("charter", source).map_err(|_| Failed::Broken("the stored charter".to_owned()))
}

/// What the database holds of an edition, read in one picture.
struct Kept {
    office: Office,
    edition: Edition,
    surveys: Vec<KeptSurvey>,
    measurements: Vec<Measurement>,
    past_figures: Vec<store::past_figure::PastFigure>,
    /// The goals as they were published, where they were.
    sealed_goals: Option<Vec<PastGoal>>,
}

struct KeptSurvey {
    survey: Survey,
    seals: Vec<Seal>,
    plan: store::survey::Plan,
    charter: Option<String>,
    universe: Universe,
    responses: u64,
    invited: u64,
    undelivered: u64,
}

fn gather(db: &mut Database, id: EditionId) -> Result<Kept, StoreError> {
    let edition = store::edition::find(db, id)?;
    let mut surveys = Vec::new();
    for survey in store::survey::list_of(db, id)? {
        let plan = store::survey::plan(db, survey.id)?;
        let charter = plan.charter.map(|charter| store::charter::find(db, charter)).transpose()?;
        let letters = store::letter::count_by_state(db, survey.id)?;
        surveys.push(KeptSurvey {
            charter: charter.map(|charter| charter.source),
            universe: store::universe::find(db, survey.id)?,
            seals: store::seal::list(db, survey.id)?,
            responses: store::response::count(db, survey.id)?,
            invited: invited(&letters, &[LetterState::Done, LetterState::BouncedHard, LetterState::BouncedSoft]),
            undelivered: invited(&letters, &LetterState::BOUNCED),
            survey,
            plan,
        });
    }
    Ok(Kept {
        office: store::office::find(db, edition.office)?,
        measurements: store::measurement::list(db, id)?,
        past_figures: store::past_figure::list(db, id)?,
        sealed_goals: sealed_goals(db, id)?,
        edition,
        surveys,
    })
}

/// Invitations in these states. Who was never written to (opted out before, survey closed before) was not invited.
fn invited(letters: &[(LetterKind, LetterState, u64)], states: &[LetterState]) -> u64 {
    let own = letters.iter().filter(|(kind, state, _)| *kind == LetterKind::Invitation && states.contains(state));
    own.map(|(_, _, count)| count).sum()
}

/// The survey under whose version an edition is counted.
pub(super) fn main_of_edition(db: &mut Database, id: EditionId) -> Result<Option<Survey>, StoreError> {
    Ok(main_of(&gather(db, id)?).cloned())
}

fn main_of(kept: &Kept) -> Option<&Survey> {
    let opened = || kept.surveys.iter().filter(|own| own.survey.state != State::Draft);
    opened().find(|own| own.charter.is_some()).or_else(|| opened().next()).map(|own| &own.survey)
}

impl Kept {
    fn opened(&self) -> impl Iterator<Item = &Survey> {
        self.surveys.iter().map(|own| &own.survey).filter(|survey| survey.state != State::Draft)
    }

    fn of(&self, id: SurveyId) -> Option<&KeptSurvey> {
        self.surveys.iter().find(|own| own.survey.id == id)
    }

    fn charter_of(&self, id: SurveyId) -> Option<&str> {
        self.of(id)?.charter.as_deref()
    }

    fn threshold(&self, id: SurveyId) -> u64 {
        self.of(id).map_or(Publishable::DEFAULT_THRESHOLD, |own| u64::from(own.plan.privacy_threshold))
    }

    /// The standards that are judged otherwise than the first seal says.
    fn amended(&self, id: SurveyId) -> Vec<Code> {
        let own = self.of(id);
        own.map_or_else(Vec::new, |own| amended_standards(&own.seals, own.charter.as_deref(), self.edition.year))
    }

    fn planned(&self, surveys: &[Survey]) -> u64 {
        surveys.iter().filter_map(|survey| self.of(survey.id)).map(|own| own.plan.planned_responses).sum()
    }

    /// Whether users were asked and answered. Variants for desk, phone and e-mail are one survey of the year.
    fn was_held(&self) -> bool {
        self.surveys.iter().any(|own| own.survey.state == State::Closed && own.responses > 0)
    }

    /// The universe is the main survey's, or another's where that states none; who was invited adds up over the surveys.
    fn sample(&self, main: SurveyId, surveys: &[Survey]) -> Sample {
        let kept: Vec<&KeptSurvey> = surveys.iter().filter_map(|survey| self.of(survey.id)).collect();
        let universes = self.of(main).into_iter().chain(kept.iter().copied()).map(|own| &own.universe);
        let universe = universes.into_iter().find(|universe| !universe.contacts.is_empty());
        let in_use = |channel: &Channel| {
            kept.iter().any(|own| own.survey.channels.contains(channel)) || universe.is_some_and(|own| own.of(*channel).is_some())
        };
        let channels = Channel::ALL.into_iter().filter(in_use).map(|channel| {
            let invites = channel == Channel::Email && kept.iter().any(|own| own.invited > 0);
            ChannelSample {
                channel,
                universe: universe.and_then(|universe| universe.of(channel)),
                invited: invites.then(|| kept.iter().map(|own| own.invited).sum()),
                undelivered: invites.then(|| kept.iter().map(|own| own.undelivered).sum()),
                responses: 0,
            }
        });
        Sample {
            channels: channels.collect(),
            responses: 0,
            universe: universe.map_or(0, Universe::total),
            groups: universe.and_then(|universe| universe.groups.clone()),
        }
    }
}
