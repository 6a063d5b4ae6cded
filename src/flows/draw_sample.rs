//! A random sample of the contacts of a survey is drawn: from then on only who was drawn is invited.

use super::limit_asking::keep_those_free;
use super::{Outcome, Refused};
use crate::campaign::Segment;
use crate::campaign::sample::{LEAST_SAMPLE, Seed, draw};
use crate::ids::{ContactId, SampleId, SurveyId};
use crate::secret::random_bytes;
use crate::site::Site;
use crate::store::sample::{Candidate, SamplePlan};
use crate::store::{self, Database, StoreError};
use crate::survey::{Channel, State};
use crate::text::{Code, Language};
use std::collections::{BTreeMap, HashMap};

/// Among whom a sample would be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The contacts of the survey.
    pub contacts: u64,
    /// Those of the segment that are not invited, drawn or opted out yet.
    pub in_segment: u64,
    /// Those of them who were not asked too often of late: the sample is drawn among these.
    pub eligible: u64,
}

/// Tells among whom a sample of a segment would be drawn. It changes nothing.
///
/// # Errors
/// Only when the database fails.
pub fn look_at_segment(site: &Site, survey: SurveyId, segment: &Segment) -> Outcome<Frame> {
    let (frame, _) = site.store.read(|db| frame_of(site, db, survey, segment))?;
    Ok(frame)
}

/// Draws `size` contacts of a segment, each as likely as any other, under a seed of random bytes that is kept with the plan.
///
/// # Errors
/// Refused when the survey invites nobody any more, the sample would be smaller than [`LEAST_SAMPLE`], or there are not more people
/// than it wants.
pub fn draw_sample(site: &Site, survey: SurveyId, segment: &Segment, size: u64) -> Outcome<SamplePlan> {
    let seed = Seed::of(random_bytes());
    let drawn_on = site.clock.today();
    site.store.write(|db| -> Outcome<SamplePlan> {
        may_draw(db, survey)?;
        if size < LEAST_SAMPLE {
            return Err(Refused::Invalid("size", "sample-too-small").into());
        }
        let (frame, eligible) = frame_of(site, db, survey, segment)?;
        if size > frame.eligible {
            return Err(Refused::Invalid("size", "sample-too-large").into());
        }
        let places = draw(eligible.len(), usize::try_from(size).unwrap_or(usize::MAX), seed);
        let drawn: Vec<ContactId> = places.into_iter().map(|place| eligible[place]).collect();
        let Frame { contacts, eligible, .. } = frame;
        let plan = SamplePlan { drawn_on, contacts, eligible, size, seed, segment: segment.clone() };
        store::sample::insert(db, survey, &plan, &drawn)?;
        Ok(plan)
    })
}

/// Takes a sample back of whom nobody is invited yet.
///
/// # Errors
/// Refused when somebody of it is invited, or it is not there.
pub fn withdraw_sample(site: &Site, survey: SurveyId, sample: SampleId) -> Outcome<()> {
    site.store.write(|db| -> Outcome<()> {
        may_draw(db, survey)?;
        let withdrawn = store::sample::withdraw(db, survey, sample)?;
        if withdrawn { Ok(()) } else { Err(Refused::Invalid("sample", "sample-invited").into()) }
    })
}

/// Holds the survey alone: two draws at once would take the same people.
fn may_draw(db: &mut Database, survey: SurveyId) -> Outcome<()> {
    let survey = store::survey::hold_alone(db, survey)?;
    if !matches!(survey.state, State::Draft | State::Open) {
        return Err(Refused::WrongState(survey.state).into());
    }
    if survey.channels.contains(&Channel::Email) { Ok(()) } else { Err(Refused::ChannelOff(Channel::Email).into()) }
}

fn frame_of(site: &Site, db: &mut Database, survey: SurveyId, segment: &Segment) -> Result<(Frame, Vec<ContactId>), StoreError> {
    let mut attributes: HashMap<ContactId, BTreeMap<Code, String>> = HashMap::new();
    if !segment.conditions.is_empty() {
        for (contact, code, value) in store::contact_attribute::list_values(db, survey)? {
            attributes.entry(contact).or_default().insert(code, value);
        }
    }
    let none = BTreeMap::new();
    let holds = |own: &Candidate| {
        let language = Language::parse(&own.language).unwrap_or_else(Language::italian);
        segment.holds(&language, attributes.get(&own.id).unwrap_or(&none))
    };
    let mut candidates = store::sample::list_candidates(db, survey)?;
    candidates.retain(holds);
    let in_segment = candidates.len();
    let free = keep_those_free(site, db, candidates, |own| own.key.as_str())?;
    let count = |people: usize| u64::try_from(people).unwrap_or(u64::MAX);
    let contacts = store::contact::count(db, survey)?;
    let frame = Frame { contacts, in_segment: count(in_segment), eligible: count(free.len()) };
    Ok((frame, free.into_iter().map(|own| own.id).collect()))
}
