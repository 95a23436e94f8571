//! Texts that match a pattern.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::Pattern;

/// How often a repetition is taken beyond its minimum, tried in turn until the lengths fit too.
const STRETCHES: &[u32] = &[0, 1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 64, 128];

/// Longer texts are cut; then they no longer match and the next is tried.
const BYTES_MAX: usize = 4096;

/// What stands for a class, if it contains one of these.
const LIKELY: &[char] = &['a', 'A', '1', '-', '.', '/', '_', ' '];

/// Texts that the pattern matches, short ones first. `seed` chooses between alternatives.
pub(crate) fn matching(pattern: &Pattern, seed: u64) -> impl Iterator<Item = String> {
    let parsed = regex_syntax::parse(pattern.translated()).ok();
    parsed.into_iter().flat_map(move |hir| {
        STRETCHES.iter().map(move |stretch| {
            let mut text = String::new();
            write(&hir, *stretch, seed, &mut text);
            text
        })
    })
}

fn write(hir: &Hir, stretch: u32, seed: u64, out: &mut String) {
    if out.len() > BYTES_MAX {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => out.extend(letter(class)),
        HirKind::Repetition(repetition) => {
            let count = repetition.min.saturating_add(stretch).min(repetition.max.unwrap_or(u32::MAX));
            (0..count).for_each(|_| write(&repetition.sub, stretch, seed, out));
        }
        HirKind::Capture(capture) => write(&capture.sub, stretch, seed, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| write(part, stretch, seed, out)),
        HirKind::Alternation(choices) => {
            let chosen = choices.get((seed % choices.len() as u64) as usize);
            chosen.into_iter().for_each(|choice| write(choice, stretch, seed, out));
        }
    }
}

fn letter(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else { return None };
    let contains = |letter: &&char| class.iter().any(|range| (range.start()..=range.end()).contains(*letter));
    LIKELY.iter().find(contains).copied().or_else(|| class.iter().next().map(|range| range.start()))
}
