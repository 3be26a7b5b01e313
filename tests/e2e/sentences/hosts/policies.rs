//! Hosts with a strict content security policy.

use super::*;

sentences! {
    a_strict_policy_lets_the_whole_journey_pass,
    a_policy_without_connections_lets_the_single_script_pass,
}

fn a_strict_policy_lets_the_whole_journey_pass(stage: &Stage) {
    let ours = ours(stage);
    let origin = ours.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; style-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    journey(stage, &ours, "/remedy-faq.js", policy);
}

fn a_policy_without_connections_lets_the_single_script_pass(stage: &Stage) {
    let ours = ours(stage);
    let origin = ours.url("");
    let policy = format!(
        "default-src 'none'; script-src {origin} 'wasm-unsafe-eval'; style-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    journey(stage, &ours, "/remedy-faq-single.js", policy);
    let asked: Vec<_> = ours.requests();
    assert!(asked.iter().all(|path| path == "/remedy-faq-single.js"), "one file is all it takes: {asked:?}");
}
