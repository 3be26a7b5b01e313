// The style sheet of the fallback on a page that is not ours: made of static/remedy-faq.css, so that it looks as the live
// widget will look, whatever the theme says, and touches nothing outside <remedy-faq>.
//
// The live widget has a shadow root around it; the fallback stands among the theme's rules. So these are first taken back
// (`all: revert`), and every rule of the widget's weighs as much as an id, which themes hardly match.

import { execFileSync } from "node:child_process";

const ELEMENT = "remedy-faq:not(#_)";

/** `css`: static/remedy-faq.css. `esbuild`: the program, which writes nested rules out flat. */
export function fallbackCss(css, esbuild = "esbuild") {
  let inner = css.replace(/\/\*[\s\S]*?\*\//g, "");
  // What is for the shadow root's host alone, and what already says where it stands.
  inner = once(inner, /:host \{[^}]*\}/, "");
  inner = once(inner, /:host\(\[hidden\]\) \{[^}]*\}/, "");
  inner = once(inner, /^remedy-faq \{[^}]*\}/m, "");
  inner = once(inner, /^remedy-faq \.rf-live/m, ".rf-live");
  inner = once(inner, /^remedy-faq\[data-fallback\] \.rf-live/m, "&[data-fallback] .rf-live");
  const left = inner.match(/^.*(?:(?<![-(])\bremedy-faq\b(?!-)|:host).*$/m);
  if (left) throw new Error(`static/remedy-faq.css: fallback-css.mjs does not know what to make of: ${left[0].trim()}`);
  const nested = `
    remedy-faq { display: block; min-inline-size: 0; max-inline-size: 100%; }
    remedy-faq[hidden] { display: none; }
    ${ELEMENT} { *, *::before, *::after { all: revert; } }
    ${ELEMENT} { ${inner} }
    .remedy-faq-note { margin-block: 1em; padding: .75em 1em; border: 1px dashed currentcolor; font-size: .875em; }
    .remedy-faq-note :is(p, ul) { margin: 0; }`;
  return execFileSync(esbuild, ["--loader=css", "--minify", "--supported:nesting=false", "--log-level=error"], { input: nested, encoding: "utf8" });
}

/** Where scripts are off, what only the program can fill has no room. */
export const NO_SCRIPT_CSS = `${ELEMENT} .rf .rf-live{display:none}\n`;

function once(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`static/remedy-faq.css: fallback-css.mjs expects ${pattern}`);
  return text.replace(pattern, by);
}
