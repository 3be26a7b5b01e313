//! The way back up from the end of a long page.

use super::super::stage::{Stage, sentences};

sentences! {
    back_to_top_shows_the_title_and_takes_the_focus_there,
}

fn back_to_top_shows_the_title_and_takes_the_focus_there(stage: &Stage) {
    let site = stage.site();
    let page = stage.open(&site.url("/"));
    page.button("Open all").click();
    let title = page.find("h1");
    page.link("Back to top").click();
    page.wait_until(
        "the title is in view",
        "const title = root.querySelector('h1').getBoundingClientRect();
        return title.top >= -1 && title.bottom <= innerHeight",
    );
    assert!(title.is_in_view());
    assert_eq!(page.focus(), format!("h1 {}", title.text()));
    assert_eq!(page.browser.address(), site.url("/"), "the address stays as it is");
}
