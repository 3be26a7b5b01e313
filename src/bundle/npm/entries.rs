//! The package's scripts: the loader's class as a module that defines nothing by itself (`element.js`), and the program's
//! glue as a module that bundlers can follow (`program.js`).
//!
//! Both are derived by replacing what is looked for by its text; where that is not found exactly once, the build fails.

use std::path::{Path, PathBuf};

use crate::bundle::assets::{digest, integrity};
use crate::bundle::languages::TEXTS;
use crate::bundle::offline::between;
use crate::bundle::trouble::{Trouble, list, read, read_bytes};

const LOADER: &str = include_str!("../../../static/remedy-faq.js");
const START: &str = include_str!("../../../integrations/npm/start.js");

pub const INDEX: &str =
    "// Defines <remedy-faq> when imported.\nimport { define } from \"./element.js\";\n\nexport * from \"./element.js\";\ndefine();\n";

/// The head of `element.js` down to the class, and what takes the place of the loader's last line.
const HEAD: &str = "// The class of <remedy-faq>, and the function that defines it. Importing this does nothing by itself.\n\n";
const BASE: &str = "// Servers, which render pages too, have no elements.\nconst Base = globalThis.HTMLElement ?? class {};\n\n";
const CLASS: &str = "\nclass RemedyFaq extends HTMLElement {\n";
const DEFINITION: &str = "if (!customElements.get(\"remedy-faq\")) customElements.define(\"remedy-faq\", RemedyFaq);\n";
const DEFINE: &str = "/** Defines <remedy-faq>, unless it is defined already or there are no elements here. */\n\
    export const define = () => {\n  if (globalThis.customElements && !customElements.get(\"remedy-faq\")) \
    customElements.define(\"remedy-faq\", RemedyFaq);\n};\n";

/// How the glue names that of the second part, after its files.
const GLUE_OF_MORE: &str = ",glue:[new URL(\"./remedy-faq-more-";

/// What a release build in `dist/` has of the program.
pub struct Program {
    glue_path: PathBuf,
    glue: String,
    pub wasm: Vec<u8>,
    pub offline: Vec<u8>,
}

impl Program {
    pub fn read(dist: &Path) -> Result<Self, Trouble> {
        let wasm = only(dist, "_bg.wasm")?;
        let glue_path = PathBuf::from(wasm.to_string_lossy().replace("_bg.wasm", ".js"));
        let offline = read_bytes(&dist.join("remedy-faq-offline.html"))?;
        Ok(Self { glue: read(&glue_path)?, glue_path, wasm: read_bytes(&wasm)?, offline })
    }

    /// By their content: they are copied to servers by hand, where an old one may be cached.
    pub fn wasm_name(&self) -> String {
        format!("remedy-faq-{}.wasm", digest(&[&self.wasm]))
    }

    /// Not `.html`, because bundlers and their servers take that for a page of the site and write into it.
    pub fn offline_name(&self) -> String {
        format!("remedy-faq-{}.txt", digest(&[&self.offline]))
    }

    pub fn element(&self) -> Result<String, Trouble> {
        let here = Path::new("static/remedy-faq.js");
        let start = Path::new("integrations/npm/start.js");
        let wanted = [("program.wasm", self.wasm_name()), ("offline.txt", self.offline_name()), ("wasm-digest", integrity(&self.wasm))];
        let mut filled = START.to_owned();
        for (hole, value) in wanted {
            filled = replaced(start, &filled, hole, &value)?;
        }
        let loader = between(LOADER, "// <load>", "// </load>", &filled).ok_or_else(|| Trouble::lacks(here, "// <load> … // </load>"))?;
        let (_, after_head) = loader.split_once(&filled).ok_or_else(|| Trouble::lacks(here, "what goes before // <load>"))?;
        let class = format!("\n{BASE}/** The element. */\nexport class RemedyFaq extends Base {{\n");
        let body = replaced(here, after_head, CLASS, &class)?;
        Ok([HEAD, &filled, &replaced(here, &body, DEFINITION, DEFINE)?].concat())
    }

    /// The glue; that of the second part is a module of the package, which `start.js` imports, and no file to fetch.
    pub fn glue(&self) -> Result<String, Trouble> {
        let lacks = || Trouble::lacks(&self.glue_path, GLUE_OF_MORE);
        let (before, rest) = self.glue.split_once(GLUE_OF_MORE).ok_or_else(lacks)?;
        let (_, after) = rest.split_once(']').ok_or_else(lacks)?;
        let mut glue = [before, after].concat();
        for name in beside() {
            let beside = format!("new URL(\"./remedy-faq-{name}-");
            glue = replaced(&self.glue_path, &glue, &beside, &beside.replace("./", "./assets/"))?;
        }
        Ok(glue)
    }

    /// The glue of the second part.
    pub fn more(&self) -> Result<Vec<u8>, Trouble> {
        let dist = self.glue_path.parent().unwrap_or(Path::new("."));
        let is_it =
            |path: &PathBuf| path.extension().is_some_and(|kind| kind == "js") && path.to_string_lossy().contains("/remedy-faq-more-");
        read_bytes(&list(dist)?.into_iter().find(is_it).ok_or_else(|| Trouble::lacks(dist, "remedy-faq-more-….js"))?)
    }

    /// What the program fetches when it needs it, by file name.
    pub fn fetched(&self) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
        let dist = self.glue_path.parent().unwrap_or(Path::new("."));
        let mut fetched = Vec::new();
        for name in beside() {
            let start = format!("remedy-faq-{name}-");
            let path = list(dist)?.into_iter().find(|path| {
                path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(&start))
                    && path.extension().is_some_and(|kind| kind != "js")
            });
            let path = path.ok_or_else(|| Trouble::lacks(dist, format!("{start}…")))?;
            fetched.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read_bytes(&path)?));
        }
        Ok(fetched)
    }
}

/// The names of what the program fetches when it needs it: its second part, and its texts.
fn beside() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(name, _)| *name).chain(["more"])
}

/// The text with something in the place of what stands in it exactly once.
fn replaced(path: &Path, text: &str, what: &str, with: &str) -> Result<String, Trouble> {
    if text.matches(what).count() == 1 {
        Ok(text.replacen(what, with, 1))
    } else {
        Err(Trouble::lacks(path, format!("exactly one '{}'", what.trim())))
    }
}

/// The one file of a folder with this ending.
fn only(folder: &Path, ending: &str) -> Result<PathBuf, Trouble> {
    let found: Vec<PathBuf> = list(folder)?.into_iter().filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    match <[PathBuf; 1]>::try_from(found) {
        Ok([one]) => Ok(one),
        Err(found) => Err(Trouble::lacks(folder, format!("exactly one …{ending} (there are {}; `make dist` makes it)", found.len()))),
    }
}
