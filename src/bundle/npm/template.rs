//! Filling in what stands in `integrations/npm/`.

use std::path::Path;

use crate::bundle::trouble::Trouble;

/// The template with its holes filled, each of which must be there once.
pub fn fill(name: &str, template: &str, holes: &[(&str, String)]) -> Result<String, Trouble> {
    let mut out = template.to_owned();
    for (hole, value) in holes {
        if out.matches(hole).count() != 1 {
            return Err(Trouble::lacks(&Path::new("integrations/npm").join(name), format!("exactly one '{}'", hole.trim())));
        }
        out = out.replacen(hole, value, 1);
    }
    Ok(out)
}
