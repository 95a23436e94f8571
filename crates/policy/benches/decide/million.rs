//! Decisions out of a small store and out of a million stored policies, each of a principal of its own.
//!
//! Asked again, a principal's policy is in the processor's caches, however many others are stored. Asked in no order,
//! the caches miss; what a miss costs is measured in the same run, by loads that each depend on the one before.

use std::collections::HashMap;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use policy::{Context, Policies, Principal, Request, evaluate};

use super::{EXECUTION_ROLE, named};

const SMALL: usize = 100;
const LARGE: usize = 1_000_000;
/// Questions; the median is told.
const ASKED: usize = 20_001;
/// Principals that are asked about again and again, and how often.
const FAVOURITES: usize = 401;
const REPEATED: u32 = 500;
/// Loads that are timed together.
const LOADS: u32 = 1_000;

pub(super) fn tell(principal: &Principal, context: &Context<'_>) {
    let small = Store::of(SMALL).times(principal, context);
    let before = resident();
    let start = Instant::now();
    let large = Store::of(LARGE);
    let (seconds, bytes) = (start.elapsed().as_secs_f64(), resident().saturating_sub(before));
    let large = large.times(principal, context);
    println!("{LARGE} policies compiled in {seconds:.1} s, {} bytes each", bytes / LARGE);
    let against = |large: f64, small: f64| format!("{large:6.0} ns, one of {SMALL} {small:6.0} ns");
    println!("one of {LARGE}, the same asked again: {}", against(large.again, small.again));
    println!("one of {LARGE}, each time another: {}", against(large.median, small.median));
    println!("one of {LARGE}, 99 of 100 within: {}", against(large.most, small.most));
    let load = Loads::from(bytes);
    let missed = (large.median - small.median).max(0.0);
    println!("what the caches miss: {missed:6.0} ns, one load from memory {:6.0} ns", load.each);
    println!("99 of 100 such misses: {:6.0} ns, of such loads one by one {:6.0} ns", large.most, load.most);
}

/// Nanoseconds.
struct Times {
    /// Of a question asked again.
    again: f64,
    /// Of a question asked after others, with the clock's own time.
    median: f64,
    /// Within which 99 of 100 of those are.
    most: f64,
}

struct Store(HashMap<usize, Policies>);

impl Store {
    fn of(count: usize) -> Store {
        let policies = |number: usize| {
            let text = EXECUTION_ROLE.replace("input-bucket", &format!("input-{number}"));
            Policies { identity: vec![named(&text)].into(), ..Policies::default() }
        };
        Store((0..count).map(|number| (number, policies(number))).collect())
    }

    fn times(&self, principal: &Principal, context: &Context<'_>) -> Times {
        let mut random = Random(1);
        let mut asked: Vec<f64> =
            (0..ASKED).map(|_| self.ask(random.below(self.0.len()), 1, principal, context)).collect();
        let mut again: Vec<f64> = (0..FAVOURITES)
            .map(|_| {
                let number = random.below(self.0.len());
                self.ask(number, REPEATED, principal, context);
                self.ask(number, REPEATED, principal, context)
            })
            .collect();
        Times {
            again: quantile(&mut again, 50),
            median: quantile(&mut asked, 50),
            most: quantile(&mut asked, 99),
        }
    }

    /// Finds and decides some times, and tells how long once took.
    fn ask(&self, number: usize, times: u32, principal: &Principal, context: &Context<'_>) -> f64 {
        let resource = format!("arn:aws:s3:::input-{number}/train.csv");
        let request = Request::new(principal, "s3:GetObject", &resource, context);
        let mut allowed = true;
        let start = Instant::now();
        for _ in 0..times {
            let policies = self.0.get(black_box(&number)).expect("a stored policy");
            allowed &= black_box(evaluate(black_box(&request), policies)).is_allowed();
        }
        let nanoseconds = start.elapsed().as_secs_f64() * 1e9 / f64::from(times);
        assert!(allowed);
        nanoseconds
    }
}

/// Loads that miss as decisions do: from as much memory, each at a place that the load before told. Nanoseconds.
struct Loads {
    /// Of one among many.
    each: f64,
    /// Within which 99 of 100 are, each timed by itself with the clock's own time.
    most: f64,
}

impl Loads {
    fn from(bytes: usize) -> Loads {
        let mut memory = vec![0_usize; (bytes / size_of::<usize>()).max(1)];
        // Written, since memory that nobody wrote is one page of zeros.
        memory.iter_mut().zip(1..).for_each(|(word, number)| *word = number);
        let mut random = Random(1);
        let mut place = 0;
        let mut times = |batches: usize, loads: u32| -> Vec<f64> {
            (0..batches)
                .map(|_| {
                    let start = Instant::now();
                    for _ in 0..loads {
                        let found = memory.get(place).copied().unwrap_or_default();
                        random.0 ^= found as u64;
                        place = random.below(memory.len());
                    }
                    black_box(place);
                    start.elapsed().as_secs_f64() * 1e9 / f64::from(loads)
                })
                .collect()
        };
        let each = quantile(&mut times(5_001, LOADS), 50);
        Loads { each, most: quantile(&mut times(ASKED, 1), 99) }
    }
}

/// Splitmix: numbers in no order, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = u128::from(mixed ^ (mixed >> 31));
        usize::try_from((mixed * bound as u128) >> 64).unwrap_or_default()
    }
}

fn quantile(times: &mut [f64], share: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() * share / 100).copied().unwrap_or_default()
}

/// The memory of this process in bytes, where the system tells it.
fn resident() -> usize {
    const PAGE: usize = 4096;
    let text = fs::read_to_string("/proc/self/statm").unwrap_or_default();
    text.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * PAGE
}
