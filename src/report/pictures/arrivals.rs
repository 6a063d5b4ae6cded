//! How answers came in: from those who were asked to those who answered, and day after day.

use super::super::document::Block;
use super::super::scene::Scene;
use super::{captions, figure};
use crate::analysis::{ChannelSample, Publishable};
use crate::chart::{self, ByDay, ChannelDays, Funnel, FunnelStep};
use crate::language::say;
use crate::survey::Channel;
use crate::text::Language;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// From the contacts of the year, and from the invitations, to the answers; `None` where neither is known.
pub(in crate::report) fn funnel(scene: &Scene<'_>) -> Option<Block> {
    let sample = scene.input.figures.sample();
    let step = |key: &str, count: u64| FunnelStep { label: scene.words.say(key), count };
    let mut ways = Vec::new();
    if sample.universe > 0 {
        let steps = vec![step("funnel-contacts", sample.universe), step("funnel-answers", sample.responses)];
        ways.push((scene.words.say("funnel-all"), steps));
    }
    let email = sample.channels.iter().find(|channel| channel.channel == Channel::Email);
    let invited = email.and_then(|email| Some((email, email.invited.filter(|invited| *invited > 0)?)));
    if let Some((email, invited)) = invited {
        let steps = vec![
            step("funnel-invited", invited),
            step("funnel-delivered", delivered(email)),
            step("funnel-answers-email", email.responses),
        ];
        ways.push((scene.words.say("funnel-email"), steps));
    }
    if ways.is_empty() {
        return None;
    }
    let captions = captions(scene, title(scene, email), scene.words.base(sample.responses));
    let found = Funnel { captions: captions.clone(), ways };
    Some(figure(scene, captions, |setting| chart::funnel(&found, setting)))
}

fn delivered(email: &ChannelSample) -> u64 {
    email.invited.unwrap_or(0).saturating_sub(email.undelivered.unwrap_or(0))
}

#[allow(clippy::cast_precision_loss)] // Counts of people.
fn title(scene: &Scene<'_>, email: Option<&ChannelSample>) -> String {
    let sample = scene.input.figures.sample();
    let share = |part: u64, of: u64| scene.words.percentage(part as f64 / of.max(1) as f64, 0);
    match email.map(|email| (delivered(email), email.responses)) {
        Some((delivered, answered)) if Publishable::shows_percentages(delivered) => {
            scene.words.with("funnel-chart-email", &[("share", share(answered, delivered).into())])
        }
        _ if sample.universe > 0 => {
            scene.words.with("funnel-chart-all", &[("share", share(sample.responses, sample.universe).into())])
        }
        _ => scene.words.say("funnel-chart"),
    }
}

/// The answers day after day; `None` where all came on one, as those of a file that knows no days.
pub(in crate::report) fn by_day(scene: &Scene<'_>) -> Option<Block> {
    let facts = &scene.input.method;
    let total: u64 = facts.days.iter().map(|(_, _, count)| count).sum();
    let first = facts.days.first()?.0;
    if facts.days.iter().all(|(day, _, _)| *day == first) {
        return None;
    }
    let planned = facts.planned_responses;
    let words = scene.words;
    let values = [("count", total.into()), ("number", words.integer(total).into()), ("planned", words.integer(planned).into())];
    let key = match total {
        _ if planned == 0 => "by-day-chart",
        total if total < planned => "by-day-chart-fewer",
        _ => "by-day-chart-enough",
    };
    let captions = captions(scene, words.with(key, &values), words.say("by-day-base"));
    let found = ByDay {
        captions: captions.clone(),
        span: (facts.opened_on, facts.closed_on.max(facts.opened_on)),
        channels: told_channels(scene),
        planned,
        by_channel: false,
    };
    Some(figure(scene, captions, |setting| chart::by_day(&found, setting)))
}

/// The channels of which a day may be drawn by itself: on a channel of few answers a day is a person. The others stand together.
fn told_channels(scene: &Scene<'_>) -> Vec<ChannelDays> {
    let all = channel_days(&scene.input.method.days, scene.words.language);
    let total = |own: &ChannelDays| own.days.iter().map(|(_, count)| count).sum::<u64>();
    let (mut told, few): (Vec<_>, Vec<_>) = all.into_iter().partition(|own| Publishable::shows_percentages(total(own)));
    let mut together = BTreeMap::new();
    for (day, count) in few.iter().flat_map(|own| &own.days) {
        *together.entry(*day).or_insert(0) += count;
    }
    if !together.is_empty() {
        told.push(ChannelDays { label: scene.words.say("by-day-others"), days: together.into_iter().collect() });
    }
    told
}

/// The days of every channel that has any, in the order of channels, under their names.
pub fn channel_days(days: &[(NaiveDate, Channel, u64)], language: &Language) -> Vec<ChannelDays> {
    let used = Channel::ALL.into_iter().filter(|channel| days.iter().any(|(_, own, _)| own == channel));
    let of = |channel: Channel| ChannelDays {
        label: say(language, &format!("channel-{}", channel.code())),
        days: days.iter().filter(|(_, own, _)| *own == channel).map(|(day, _, count)| (*day, *count)).collect(),
    };
    used.map(of).collect()
}
