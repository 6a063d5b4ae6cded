//! What a figure rests on and how far it may be trusted: `item/NAME/effective_base`, `method`, `caveats`, `not_computed`,
//! `modes`, `weighted_by_channel`; and `sample/channel_weights`.

use super::interval;
use crate::analysis::modes::{ChannelWeights, ModeFinding, ModeTest, WeightedFinding};
use crate::analysis::weighting::{Kish, WeightingFault};
use crate::analysis::{Caveat, Findings, ItemFinding, Method, left_out};
use serde_json::{Map, Value, json};

/// The lines of every item, and the weights.
pub fn list(findings: &Findings, listed: &mut Map<String, Value>) {
    for item in &findings.items {
        list_item(item, findings.channel_weights.is_some(), listed);
    }
    match &findings.channel_weights {
        Some(Ok(ChannelWeights { weights, kish })) => {
            let weights: Map<String, Value> = weights.iter().map(|(channel, weight)| (channel.clone(), json!(weight))).collect();
            listed.insert("sample/channel_weights".to_owned(), with_kish(json!({ "weights": weights }), *kish));
        }
        Some(Err(fault)) => {
            listed.insert("sample/channel_weights".to_owned(), refused(fault));
        }
        None => {}
    }
}

/// The codes of caveats.
pub fn caveats(caveats: &[Caveat]) -> Value {
    caveats.iter().map(|caveat| caveat.code()).collect()
}

fn list_item(item: &ItemFinding, universe_known: bool, listed: &mut Map<String, Value>) {
    let mut put = |figure: &str, value: Value| listed.insert(format!("item/{}/{figure}", item.code), value);
    let mut missing: Map<String, Value> =
        left_out(item).into_iter().map(|(figure, why)| (figure.to_owned(), json!(why.code()))).collect();
    let (share, mean) = (item.satisfied.or(item.top_two), item.mean);
    if share.is_some() || mean.is_some() {
        // Infinite, where everybody answered, is no number in JSON and becomes null.
        let worth = json!({ "share": share.map(|found| found.effective_base), "mean": mean.map(|found| found.effective_base) });
        put("effective_base", worth);
        let (share, mean) = (share.map(|found| found.method().code()), mean.map(|found| found.method().code()));
        put("method", json!({ "share": share, "mean": mean }));
    }
    put("caveats", caveats(&item.caveats));
    if let Some(ModeFinding { test, weighted }) = &item.modes {
        match test {
            Ok(test) => drop(put("modes", compared(test))),
            Err(why) => drop(missing.insert("modes".to_owned(), json!(why.code()))),
        }
        match weighted {
            Some(Ok(found)) => drop(put("weighted_by_channel", weighted_figures(found))),
            Some(Err(fault)) => drop(missing.insert("weighted_by_channel".to_owned(), refused(fault))),
            None if !universe_known => {
                missing.insert("weighted_by_channel".to_owned(), json!("universe_unknown"));
            }
            None => {}
        }
    }
    put("not_computed", Value::Object(missing));
}

fn compared(test: &ModeTest) -> Value {
    json!({
        "method": test.method.code(),
        "n": test.base,
        "statistic": test.statistic,
        "df": test.freedom,
        "p": test.p,
        "p_holm": test.p_holm,
        "effect": test.effect,
        "strength": test.strength,
        "difference": test.difference(),
    })
}

fn weighted_figures(found: &WeightedFinding) -> Value {
    let satisfied = found.satisfied.map(|share| {
        json!({
            "share": share.share,
            "se": share.error,
            "effective_base": share.effective_base,
            "wilson95": interval(share.wilson),
            "cautious_base": found.effective_base,
            "cautious_wilson95": found.interval.map(interval),
        })
    });
    let mean = found.mean.map(|mean| json!({ "mean": mean.mean, "se": mean.error, "ci95": interval(mean.interval) }));
    with_kish(json!({ "method": Method::PostStratified.code(), "satisfied": satisfied, "mean": mean }), found.kish)
}

fn with_kish(mut figures: Value, kish: Kish) -> Value {
    figures["design_effect"] = json!(kish.design_effect);
    figures["kish_effective_base"] = json!(kish.effective_base);
    figures
}

fn refused(fault: &WeightingFault) -> Value {
    match fault {
        WeightingFault::LevelWithoutAnswers { level, .. } | WeightingFault::LevelWithoutUsers { level, .. } => {
            json!({ "reason": fault.code(), "channel": level })
        }
        _ => json!({ "reason": fault.code() }),
    }
}
