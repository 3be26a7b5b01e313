//! Days of the Gregorian calendar, and seconds since 1970. No time zones: a day is what the content or the clock says.

/// A calendar day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for anything else and for a day that does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: std::ops::Range<usize>| {
            bytes[range].iter().try_fold(0u16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
        };
        let (year, month, day) = (number(0..4)?, number(5..7)? as u8, number(8..10)? as u8);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// As it is read: `YYYY-MM-DD`.
    pub fn to_text(self) -> String {
        // Digit by digit: `format!` would bring its machinery into the part of the wasm that every visitor fetches.
        let mut text = String::with_capacity(10);
        let Self { year, month, day } = self;
        for (number, place) in
            [(year, 1000), (year, 100), (year, 10), (year, 1), (month.into(), 10), (month.into(), 1), (day.into(), 10), (day.into(), 1)]
        {
            if place == 10 && text.len() > 3 {
                text.push('-');
            }
            text.push(char::from(b'0' + (number / place % 10) as u8));
        }
        text
    }

    /// Days since 1 January 1970; negative before it.
    ///
    /// After Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    pub fn days(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }
}
