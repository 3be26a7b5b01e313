//! The npm package, from a release build: `bundle npm DIST FOLDER`. Owns which files it has; the scripts are made in
//! `entries`, types in `content_types` and `element_types`, the manifest in `manifest`, all else from `integrations/npm/`.

mod api;
mod content_types;
mod element_types;
mod entries;
mod manifest;
mod template;

use std::path::Path;

use serde_json::Value;

pub use self::api::{ATTRIBUTES, EVENTS, PARTS, PROPERTIES, fallback_in_style};
pub use self::content_types::content_types;
use super::schema;
use super::trouble::{Trouble, make_folder, read, write};

/// What has types only has an empty script all the same, because every bundler asks for one.
const EMPTY: &str = "// Types only.\nexport {};\n";

/// Writes the package into `folder`, which must be empty or not there, from the release build in `dist`.
///
/// # Errors
/// Whatever keeps a file from being read or written, or from being what it should be, with the file's name.
pub fn write_package(dist: &Path, folder: &Path) -> Result<(), Trouble> {
    let program = entries::Program::read(dist)?;
    make_folder(&folder.join("assets"))?;
    let file = |name: &str, content: &[u8]| write(&folder.join(name), content);

    file("index.js", entries::INDEX.as_bytes())?;
    file("element.js", program.element()?.as_bytes())?;
    file("program.js", program.glue()?.as_bytes())?;
    file("more.js", &program.more()?)?;
    file(&format!("assets/{}", program.wasm_name()), &program.wasm)?;
    file(&format!("assets/{}", program.offline_name()), &program.offline)?;
    for (name, content) in program.fetched()? {
        file(&format!("assets/{name}"), &content)?;
    }
    // Servers, which render pages too, have no elements.
    let single = read(&dist.join("remedy-faq-single.js"))?;
    file("single.js", ["if (globalThis.customElements) {\n", &single, "}\n"].concat().as_bytes())?;

    file("index.d.ts", b"export * from \"./element.js\";\n")?;
    file("element.d.ts", element_types::element()?.as_bytes())?;
    // A script of its own, with a class of its own: it gives nothing but the element.
    file("single.d.ts", b"import \"./element.js\";\n")?;
    file("content.d.ts", content_types(&schema::schema())?.as_bytes())?;
    file("react.d.ts", element_types::react()?.as_bytes())?;
    file("react-18.d.ts", element_types::react_18()?.as_bytes())?;
    for name in ["content.js", "react.js", "react-18.js"] {
        file(name, EMPTY.as_bytes())?;
    }

    file("content.schema.json", schema::schema_file().as_bytes())?;
    file("custom-elements.json", pretty(&manifest::manifest()).as_bytes())?;
    file("package.json", package()?.as_bytes())?;
    file("README.md", element_types::readme()?.as_bytes())?;
    file("LICENSE-MIT", include_bytes!("../../../LICENSE-MIT"))?;
    file("LICENSE-APACHE", include_bytes!("../../../LICENSE-APACHE"))
}

/// Version, description and licence are Cargo.toml's.
fn package() -> Result<String, Trouble> {
    template::fill(
        "package.json",
        include_str!("../../../integrations/npm/package.json"),
        &[
            ("{{version}}", env!("CARGO_PKG_VERSION").to_owned()),
            ("{{description}}", env!("CARGO_PKG_DESCRIPTION").to_owned()),
            ("{{license}}", env!("CARGO_PKG_LICENSE").to_owned()),
        ],
    )
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
