//! Days on the host, for the languages that the widget speaks, as the browsers' `Intl` writes them: what is
//! prerendered must not change when the program takes over. A browser test compares the two. Numbers below a thousand need
//! no more than their digits.

use crate::core::date::Date;
use crate::core::words::{LANGUAGES, pick};

const ENGLISH: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const GERMAN: [&str; 12] =
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];
const SPANISH: [&str; 12] =
    ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
const ARABIC: [&str; 12] = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

/// A day in words. A language without a table gets the form that is the same everywhere, `2026-11-22`.
pub fn date(lang: &str, date: Date) -> String {
    let (year, month, day) = (usize::from(date.year), usize::from(date.month) - 1, usize::from(date.day));
    let region = lang.split('-').nth(1).unwrap_or_default().to_ascii_uppercase();
    match pick(&[lang], &LANGUAGES) {
        Some("en") if !matches!(&*region, "" | "US" | "CA") => format!("{day} {} {year}", ENGLISH[month]),
        Some("en") => format!("{} {day}, {year}", ENGLISH[month]),
        Some("de") if region == "AT" && month == 0 => format!("{day}. Jänner {year}"),
        Some("de") => format!("{day}. {} {year}", GERMAN[month]),
        Some("es") => format!("{day} de {} de {year}", SPANISH[month]),
        Some("ar") => format!("{day} {} {year}", ARABIC[month]),
        _ => date.to_text(),
    }
}

#[cfg(test)]
mod tests {
    use super::ENGLISH;

    #[test]
    fn the_programs_own_english_months_are_these() {
        let home = include_str!("../../static/home.js");
        assert!(home.contains(&format!("\"{}\".split", ENGLISH.join(" "))));
    }
}
