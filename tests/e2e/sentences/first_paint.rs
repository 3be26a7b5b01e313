//! Nothing stands between the page's own bytes and the first paint.

use std::fs;

use serde_json::json;

use super::super::site::{Fault, File};
use super::super::stage::{Stage, dist, sentences};
use super::super::wire::script_first;
use remedy_faq::bundle::page::{early, of_document};

const OWN: &str = include_str!("../../../static/content/examples/ankle-sprain.json");

sentences! {
    nothing_in_the_page_can_block_rendering,
    nothing_that_is_fetched_blocks_rendering [BlockingStatus],
    the_page_is_painted_though_no_script_has_come,
}

fn index() -> String {
    fs::read_to_string(dist().join("index.html")).expect("the build has a page")
}

/// What a page, as its bytes have it, could wait for before it is painted.
const WAITS: &str = "const page = new DOMParser().parseFromString(args[0], 'text/html');
    const all = (css) => [...page.querySelectorAll(css)];
    const styles = [...all('style').map((style) => style.textContent), ...all('[style]').map((one) => one.getAttribute('style'))];
    // One script may run at once, because it is there: it asks for the program.
    const asks = ({ textContent }) => textContent.startsWith('(remedyFaqAsked=') && textContent.length < 400;
    const scripts = all('script:not([type=module], [type*=json], [async], [defer])');
    return {
        scripts: scripts.filter((one) => one.hasAttribute('src') || !asks(one)).map((one) => one.outerHTML),
        asks: scripts.length,
        links: all('link').map((link) => link.rel).sort(),
        media: all('img, picture, video, audio, iframe, object, embed, image, use, [type=image], [background]').map((one) => one.outerHTML),
        styles: styles.filter((style) => FETCHES.test(style)),
        isStyled: styles.join('').length > 10_000,
    }";

/// What of a style the browser has to fetch.
const FETCHES: &str = r"const FETCHES = /@import|@font-face|url\(|image-set\(|src\(/i;";

fn nothing_in_the_page_can_block_rendering(stage: &Stage) {
    let page = stage.open(&stage.site().url("/"));
    let index = index();
    let own = of_document(OWN, early(&index).expect("the build's page asks for the program"), true).expect("the example has no faults");
    for (html, links) in [(&index, &["apple-touch-icon", "icon", "manifest", "modulepreload"][..]), (&own, &["modulepreload"])] {
        let seen = page.eval(&[FETCHES, WAITS].concat(), &[json!(html)]);
        let expected = json!({ "scripts": [], "asks": 1, "links": links, "media": [], "styles": [], "isStyled": true });
        assert_eq!(seen, expected);
    }
    // Nor does the program bring something of the kind.
    let live = "const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
        return [rules.length > 50, rules.filter((rule) => FETCHES.test(rule)), root.querySelectorAll('style, link, img, svg, script').length]";
    assert_eq!(page.eval(&[FETCHES, live].concat(), &[]), json!([true, [], 0]), "rules, those that fetch, what is fetched");
}

fn nothing_that_is_fetched_blocks_rendering(stage: &Stage) {
    let page = stage.open(&stage.site().url("/"));
    let script = "const all = performance.getEntriesByType('resource').map((one) => [one.renderBlockingStatus, one.name]);
        const ends = ['/remedy-faq.js', '/page.js', '_bg.wasm'];
        return [ends.every((end) => all.some(([, name]) => name.endsWith(end))), all.filter(([status]) => status !== 'non-blocking')]";
    assert_eq!(page.browser.eval(script, &[]), json!([true, []]), "whether all is there, and what blocks");
}

fn the_page_is_painted_though_no_script_has_come(stage: &Stage) {
    // The second half of each comes after the first paint; or late, lest a page that is not painted be waited for to no end.
    let tell = "const tell = (how) => {
            window.told ??= how;
            fetch('/told');
        };
        new PerformanceObserver(() => tell('painted')).observe({ type: 'paint', buffered: true });
        setTimeout(tell, 8000, 'late')";
    let site = stage.site().page("/slow.html", script_first(&index(), tell)).page("/told", "");
    let scripts = [File::Loader, File::Glue, File::Program];
    let site = scripts.into_iter().fold(site, |site, file| site.fault(file, Fault::HalfUntil("/told")));
    let page = stage.open(&site.url("/slow.html"));
    assert_eq!(page.browser.eval("return told", &[]), "painted");
}
