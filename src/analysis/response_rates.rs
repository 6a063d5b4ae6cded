//! Who answered out of whom: response, cooperation, refusal and contact rates where there is a list of who was asked.
//!
//! Source: The American Association for Public Opinion Research, Standard Definitions: Final Dispositions of Case Codes and
//! Outcome Rates for Surveys. An open link has no such list, hence no response rate: see [`participation`].

use super::proportion::as_real;

/// How the asked ended up, one count for each final disposition.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outcomes {
    /// Complete answers (I).
    pub complete: u64,
    /// Partial answers (P).
    pub partial: u64,
    /// Refusals and break-offs (R).
    pub refusal: u64,
    /// Never reached (NC).
    pub non_contact: u64,
    /// Reached and willing, but kept from answering: illness, language (O).
    pub other: u64,
    /// Not known whether there is anybody at that address (UH).
    pub unknown_household: u64,
    /// Not known for another reason whether they were to be asked (UO).
    pub unknown_other: u64,
    /// The share of the unknown that is estimated to belong to those to be asked (e), from 0 to 1; `None` where no estimate
    /// was made, and then the rates that need it are missing.
    pub eligible_share: Option<f64>,
}

/// The rates, each a share from 0 to 1; `None` where its denominator is 0, or needs an estimate that was not made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// RR1 to RR6: complete answers (odd) or also partial ones (even), out of all, out of the estimated eligible, out of the
    /// known eligible.
    pub response: [Option<f64>; 6],
    /// COOP1 to COOP4: complete answers (odd) or also partial ones (even), out of those reached, out of those reached and able.
    pub cooperation: [Option<f64>; 4],
    /// REF1 to REF3: refusals out of all, out of the estimated eligible, out of the known eligible.
    pub refusal: [Option<f64>; 3],
    /// CON1 to CON3: those reached out of all, out of the estimated eligible, out of the known eligible.
    pub contact: [Option<f64>; 3],
}

/// The rates of the standard definitions.
pub fn rates(outcomes: &Outcomes) -> Rates {
    let Outcomes { complete, partial, refusal, non_contact, other, .. } = *outcomes;
    let answers = complete + partial;
    let (able, reached) = (answers + refusal, answers + refusal + other);
    let eligible = reached + non_contact;
    let unknown = outcomes.unknown_household + outcomes.unknown_other;
    let estimate = outcomes.eligible_share.filter(|share| (0.0..=1.0).contains(share));
    let all = Some(as_real(eligible + unknown));
    let estimated = estimate.map(|share| as_real(eligible) + share * as_real(unknown));
    let known = Some(as_real(eligible));
    let rate = |count: u64, base: Option<f64>| base.filter(|base| *base > 0.0).map(|base| as_real(count) / base);
    let (reached_base, able_base) = (Some(as_real(reached)), Some(as_real(able)));
    Rates {
        response: [
            rate(complete, all),
            rate(answers, all),
            rate(complete, estimated),
            rate(answers, estimated),
            rate(complete, known),
            rate(answers, known),
        ],
        cooperation: [
            rate(complete, reached_base),
            rate(answers, reached_base),
            rate(complete, able_base),
            rate(answers, able_base),
        ],
        refusal: [all, estimated, known].map(|base| rate(refusal, base)),
        contact: [all, estimated, known].map(|base| rate(reached, base)),
    }
}

/// Why a survey has no response rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoResponseRate {
    /// Whoever found the link could answer: how many saw it and did not is not known.
    OpenLink,
}

/// What can be said of an open link.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Participation {
    /// The answers that came.
    pub answers: u64,
    /// Answers for each user of the service, where their number is known: not a response rate, for not all were asked, and
    /// above 1 where people answered more than once.
    pub per_user: Option<f64>,
    /// Why there is no response rate.
    pub no_response_rate: NoResponseRate,
}

/// The participation in a survey without a list of who was asked.
pub fn participation(answers: u64, users: Option<u64>) -> Participation {
    let per_user = users.filter(|users| *users > 0).map(|users| as_real(answers) / as_real(users));
    Participation { answers, per_user, no_response_rate: NoResponseRate::OpenLink }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Outcomes {
        Outcomes {
            complete: 420,
            partial: 30,
            refusal: 210,
            non_contact: 180,
            other: 12,
            unknown_household: 60,
            unknown_other: 25,
            eligible_share: Some(0.7),
        }
    }

    #[test]
    fn the_sixteen_rates_agree_with_the_reference() {
        let Rates { response, cooperation, refusal, contact } = rates(&reference());
        let found = response.into_iter().chain(cooperation).chain(refusal).chain(contact);
        let expected = [
            0.448_239_060_832_443_97,
            0.480_256_136_606_19,
            0.460_778_935_820_076_8,
            0.493_691_716_950_082_3,
            0.492_957_746_478_873_25,
            0.528_169_014_084_507,
            0.625,
            0.669_642_857_142_857_1,
            0.636_363_636_363_636_4,
            0.681_818_181_818_181_8,
            0.224_119_530_416_221_98,
            0.230_389_467_910_040_8,
            0.246_478_873_239_436_23,
            0.717_182_497_331_910_3,
            0.737_246_297_312_122_9,
            0.788_732_394_366_197_1,
        ];
        for (found, expected) in found.zip(expected) {
            assert!((found.unwrap() / expected - 1.0).abs() < 1e-12, "{found:?} instead of {expected}");
        }
    }

    #[test]
    fn without_an_estimate_only_the_rates_that_need_it_are_missing() {
        for eligible_share in [None, Some(1.2), Some(f64::NAN)] {
            let found = rates(&Outcomes { eligible_share, ..reference() });
            assert_eq!((found.response[2], found.response[3], found.refusal[1], found.contact[1]), (None, None, None, None));
            assert!(found.response[0].is_some() && found.response[4].is_some() && found.contact[2].is_some());
        }
    }

    #[test]
    fn with_no_unknown_all_three_denominators_are_one() {
        let found = rates(&Outcomes { unknown_household: 0, unknown_other: 0, ..reference() });
        assert_eq!((found.response[0], found.response[1]), (found.response[4], found.response[5]));
        assert_eq!(found.response[0], found.response[2]);
        assert_eq!(found.refusal[0], found.refusal[2]);
    }

    #[test]
    fn a_rate_of_nobody_is_missing() {
        let found = rates(&Outcomes { non_contact: 10, ..Outcomes::default() });
        assert_eq!((found.response[0], found.cooperation[0], found.contact[0]), (Some(0.0), None, Some(0.0)));
        assert_eq!(rates(&Outcomes::default()).response, [None; 6]);
    }

    #[test]
    fn an_open_link_has_answers_and_no_response_rate() {
        let found = participation(250, Some(1_000));
        assert_eq!((found.answers, found.per_user, found.no_response_rate), (250, Some(0.25), NoResponseRate::OpenLink));
        assert_eq!((participation(250, None).per_user, participation(250, Some(0)).per_user), (None, None));
    }
}
