//! The icons as pixels, for where an SVG is not taken: a tick on the accent colour, the same drawing as `icon.svg`.

use std::path::Path;

use super::trouble::Trouble;

const GREEN: [u8; 3] = [0x07, 0x55, 0x58];

/// The tick's corners, in 512ths of the icon's side.
const TICK: [(f64, f64); 3] = [(136.0, 268.0), (214.0, 346.0), (376.0, 170.0)];

pub fn write(staging: &Path) -> Result<(), Trouble> {
    // A maskable icon is cut to any shape: it fills the square, and keeps its drawing in the middle four fifths.
    for (name, side, radius, scale) in
        [("icon-192.png", 192, 96.0, 1.0), ("icon-512.png", 512, 96.0, 1.0), ("icon-maskable-512.png", 512, 0.0, 0.8)]
    {
        write_icon(&staging.join(name), side, radius, scale)?;
    }
    Ok(())
}

fn write_icon(path: &Path, side: u32, radius: f64, scale: f64) -> Result<(), Trouble> {
    let unit = 512.0 / f64::from(side);
    let mut pixels = Vec::with_capacity((side * side * 4) as usize);
    for row in 0..side {
        for column in 0..side {
            let (x, y) = ((f64::from(column) + 0.5) * unit, (f64::from(row) + 0.5) * unit);
            let ground = covered(outside_square(x, y, radius) / unit);
            let centred = |value: f64| (value - 256.0) / scale + 256.0;
            let white = covered((to_tick(centred(x), centred(y)) - 28.0) * scale / unit);
            let mix = |from: u8| (f64::from(from) + (255.0 - f64::from(from)) * white).round() as u8;
            pixels.extend([mix(GREEN[0]), mix(GREEN[1]), mix(GREEN[2]), (ground * 255.0).round() as u8]);
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut image| image.write_image_data(&pixels));
    written.expect("the buffer is of the size that was announced, and in memory");
    super::trouble::write(path, file)
}

/// How much of a pixel lies inside an edge that is so many pixels away from its middle.
fn covered(distance: f64) -> f64 {
    (0.5 - distance).clamp(0.0, 1.0)
}

/// Distance from the rounded square of 512, negative inside.
fn outside_square(x: f64, y: f64, radius: f64) -> f64 {
    let beyond = |value: f64| (value - 256.0).abs() - (256.0 - radius);
    let (x, y) = (beyond(x), beyond(y));
    x.max(0.0).hypot(y.max(0.0)) + x.max(y).min(0.0) - radius
}

/// Distance from the tick's middle line.
fn to_tick(x: f64, y: f64) -> f64 {
    let to_line = |from: (f64, f64), to: (f64, f64)| {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let along = (((x - from.0) * dx + (y - from.1) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        (x - from.0 - along * dx).hypot(y - from.1 - along * dy)
    };
    to_line(TICK[0], TICK[1]).min(to_line(TICK[1], TICK[2]))
}
