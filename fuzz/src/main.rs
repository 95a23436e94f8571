//! A simple mutator over all targets, on the stable toolchain.

use std::io::Write;
use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use fuzz::{TARGETS, Target};

/// Inputs grow no longer than this.
const BYTES_MAX: usize = 8 * 1024;
/// Bits of syntax that mutation splices in.
const TOKENS: [&[u8]; 25] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b"${",
    b"*",
    b"?",
    b":",
    b",",
    b"\\u0000",
    b"%00",
    b"&",
    b"=",
    b".member.",
    b"<",
    b"</",
    b"<!DOCTYPE a [<!ENTITY b \"c\">]>",
    b"&#x0;",
    b"9999999999999999999",
    b"-9223372036854775808",
    b"9223372036854775807",
    b"e-",
    b"\r\n",
    b"\xff\xfe",
];

/// xorshift64*: reproducible, and good enough to choose mutations with.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let roll = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(roll).unwrap_or_default() % bound.max(1)
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let seconds: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(3);
    let wanted: Vec<String> = arguments.collect();
    let mut out = std::io::stdout();
    let mut sound = true;
    for target in
        TARGETS.iter().filter(|target| wanted.is_empty() || wanted.iter().any(|name| name == target.name))
    {
        let outcome = run(target, Duration::from_secs(seconds));
        let line = match &outcome {
            Ok(executions) => format!("{}: {executions} executions, nothing found", target.name),
            Err(input) => format!("{}: FAILED on {:?}", target.name, String::from_utf8_lossy(input)),
        };
        sound &= outcome.is_ok();
        if writeln!(out, "{line}").is_err() {
            return ExitCode::FAILURE;
        }
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a target for a while; gives the number of executions, or the input that broke it.
fn run(target: &Target, span: Duration) -> Result<u64, Vec<u8>> {
    let began = Instant::now();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut pool = (target.seeds)();
    pool.push(Vec::new());
    let mut executions = 0;
    for seed in pool.clone() {
        attempt(target, &seed)?;
        executions += 1;
    }
    while began.elapsed() < span {
        let mut input = pool.get(dice.below(pool.len())).cloned().unwrap_or_default();
        for _ in 0..=dice.below(6) {
            mutate(&mut input, &pool, &mut dice);
        }
        attempt(target, &input)?;
        executions += 1;
        // Without coverage to go by, a few mutants stay as new beginnings.
        if dice.below(500) == 0 && pool.len() < 512 {
            pool.push(input);
        }
    }
    Ok(executions)
}

fn attempt(target: &Target, input: &[u8]) -> Result<(), Vec<u8>> {
    let run = target.run;
    catch_unwind(|| run(input)).map_err(|_| input.to_vec())
}

fn mutate(input: &mut Vec<u8>, pool: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(input.len() + 1);
    match dice.below(6) {
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => {
            let until = (at + dice.below(16)).min(input.len());
            input.drain(at..until);
        }
        2 => {
            let until = (at + dice.below(64)).min(input.len());
            let copy: Vec<u8> = input.get(at..until).unwrap_or_default().to_vec();
            input.splice(at..at, copy);
        }
        3 => {
            let other = pool.get(dice.below(pool.len())).map(Vec::as_slice).unwrap_or_default();
            let tail = other.get(dice.below(other.len() + 1)..).unwrap_or_default();
            input.truncate(at);
            input.extend_from_slice(tail);
        }
        4 => {
            let token = TOKENS.get(dice.below(TOKENS.len())).copied().unwrap_or_default();
            input.splice(at..at, token.iter().copied());
        }
        _ => {
            if let Some(byte) = input.get_mut(at) {
                *byte = u8::try_from(dice.below(256)).unwrap_or_default();
            }
        }
    }
    input.truncate(BYTES_MAX);
}
