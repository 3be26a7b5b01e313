// What a visitor of the clinic's page has of it.

import assert from "node:assert/strict";
import { same } from "../world.mjs";

const THEMES = ["twentytwentythree", "twentytwentyone"];

async function aliveAndQuiet(world, theme) {
  const { visitor, site } = world;
  await world.theme(theme);
  const page = await world.page("[remedy_faq]");
  await visitor.requests();
  await world.live(page);
  await visitor.run(() => document.querySelector("remedy-faq").shadowRoot.querySelector("[part=checklist] input[value=stretch]").click());
  await visitor.reload();
  await visitor.run(() => scrollTo(0, 0));
  const progress = await visitor.until("the tick is back", () => {
    const text = document.querySelector("remedy-faq").shadowRoot?.querySelector("[part=progress]")?.textContent;
    return text?.startsWith("1") && text;
  });
  assert.equal(progress, "1 of 12 tried");
  const strangers = (await visitor.requests()).filter((address) => !address.startsWith(`${site.home}/`) && !/^(?:data|blob|about|chrome)/.test(address));
  assert.deepEqual(strangers, [], "requests to others");
  assert.deepEqual(await visitor.cookies(), [], "cookies");
}

async function noJump(world, theme, written) {
  const { visitor } = world;
  await world.theme(theme);
  const page = await world.page(written);
  await world.fallback(page);
  const before = await world.look();
  await world.fresh();
  await world.live(page);
  const after = await world.look();
  assert.equal(before.length, 1);
  const open = before[0].filter((line) => /^details .*\bopen= part=question \|/.test(line)).length;
  assert.equal(open, written.includes('"all"') ? 15 : written.includes('"first"') ? 1 : 0, `${written}: open questions`);
  same(after[0], before[0], `${theme}, ${written}`);
  const shifts = await visitor.run(() => window.shifts.reduce((sum, value) => sum + value, 0));
  assert.ok(shifts < 0.001, `${theme}, ${written}: layout shift ${shifts}`);
}

export default {
  async "a tick survives a reload, and nobody else is asked, in a block theme"(world) {
    await aliveAndQuiet(world, THEMES[0]);
  },

  async "a tick survives a reload, and nobody else is asked, in a classic theme"(world) {
    await aliveAndQuiet(world, THEMES[1]);
  },

  async "the live widget stands where the fallback stood, in a block theme"(world) {
    for (const written of ["[remedy_faq]", '[remedy_faq heading_level="2" open="all" storage="none"]']) await noJump(world, THEMES[0], written);
  },

  async "the live widget stands where the fallback stood, in a classic theme"(world) {
    for (const written of ["[remedy_faq]", '[remedy_faq heading_level="4" open="first" exclusive storage="session" lang="en-GB"]', '[remedy_faq open="all" dir="rtl"]'])
      await noJump(world, THEMES[1], written);
  },

  async "without JavaScript every question can be read and every box ticked"(world) {
    const { visitor } = world;
    await visitor.cdp("Emulation.setScriptExecutionDisabled", { value: true });
    await visitor.go(await world.page("[remedy_faq]"));
    await visitor.click("#big-knot-upper-back summary");
    await visitor.click("#big-knot-upper-back input[value=rest]");
    const [questions, open, ticked, card, room] = await visitor.run(() => [
      document.querySelectorAll("remedy-faq details[part=question]").length,
      document.querySelectorAll("remedy-faq details[open]").length,
      document.querySelectorAll("remedy-faq input:checked").length,
      document.querySelector("remedy-faq [part=urgent]").innerText.includes("Call the emergency number"),
      [...document.querySelectorAll(".rf-live")].filter((one) => one.offsetHeight).length,
    ]);
    assert.deepEqual([questions, open, ticked, card, room], [15, 1, 1, true, 0]);
  },

  async "what was opened and ticked before the program came stays so"(world) {
    const { visitor } = world;
    await visitor.cdp("Network.setBlockedURLs", { urls: ["*/assets/remedy-faq.js*"] });
    await visitor.go(await world.page('[remedy_faq storage="none"]'));
    await visitor.click("#severe-pain summary");
    await visitor.click("[part=checklist] input[value=stretch]");
    await visitor.cdp("Network.setBlockedURLs", { urls: [] });
    await visitor.run((address) => import(address), `${world.site.home}/wp-content/plugins/remedy-faq/assets/remedy-faq.js`);
    await visitor.until("it is live", () => document.querySelector("remedy-faq").shadowRoot);
    const state = await visitor.run(() => {
      const { shadowRoot } = document.querySelector("remedy-faq");
      return [shadowRoot.querySelector("details[open]").id, shadowRoot.querySelector("[part=progress]").textContent];
    });
    assert.deepEqual(state, ["severe-pain", "1 of 12 tried"]);
  },

  async "two widgets on a page have one script, ids of their own, and both come alive"(world) {
    const page = await world.page('[remedy_faq]<p>And again:</p>[remedy_faq open="first"]');
    const html = await (await fetch(page)).text();
    assert.equal(html.match(/<script[^>]*assets\/remedy-faq\.js/g).length, 1);
    assert.match(html, /<script type="module" src="[^"]*\/wp-content\/plugins\/remedy-faq\/assets\/remedy-faq\.js\?ver=[0-9a-f]{12}" id="remedy-faq-js" data-cfasync="false"><\/script>/);
    const ids = [...html.matchAll(/<[^<>]* id=["']([^"']*)["']/g)].map((found) => found[1]);
    const questions = [...html.matchAll(/<details [^<>]*part="question" id="([^"]*)"/g)].map((found) => found[1]);
    assert.equal(questions.length, 30);
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
    const named = [...html.matchAll(/<[^<>]* (?:for|aria-labelledby|aria-describedby)=["']([^"']*)["']/g)].map((found) => found[1]);
    assert.deepEqual(named.filter((id) => !ids.includes(id)), [], "names of what is not there");
    await world.live(page);
    const open = await world.visitor.run(() => [...document.querySelectorAll("remedy-faq")].map((one) => one.shadowRoot.querySelectorAll("details[part=question][open]").length));
    assert.deepEqual(open, [0, 1]);
  },

  async "what was opened in the second of two widgets before the program came stays open there and only there, and what had the focus has it"(world) {
    const { visitor } = world;
    const page = await world.page('[remedy_faq]<p>And again:</p>[remedy_faq open="first"]');
    const second = (css) => `remedy-faq:nth-of-type(2) ${css}`;
    const seen = [];
    for (const had of ["#severe-pain\\~2 > summary", ".rf-contents a[href$='remedies~2']", "[part=checklist] input[value=stretch]"]) {
      await world.fallback(page);
      await visitor.click(second("#severe-pain\\~2 > summary"));
      await visitor.run((css) => document.querySelector(css).focus(), second(had));
      await visitor.cdp("Network.setBlockedURLs", { urls: [] });
      await visitor.run((address) => import(address), `${world.site.home}/wp-content/plugins/remedy-faq/assets/remedy-faq.js`);
      await visitor.until("both are live", () => {
        const widgets = [...document.querySelectorAll("remedy-faq")];
        widgets.find((one) => !one.shadowRoot)?.scrollIntoView();
        return widgets.every((one) => one.shadowRoot?.querySelector("details"));
      });
      const state = await visitor.run((css) => {
        const widgets = [...document.querySelectorAll("remedy-faq")].map((one) => one.shadowRoot);
        const open = widgets.map((root) => [...root.querySelectorAll("details[part=question][open]")].map((one) => one.id));
        return [...open, widgets.map((root) => root.activeElement?.matches(css) ?? false)];
      }, had.replace(/\\?~2/, ""));
      seen.push(state);
    }
    assert.deepEqual(seen, Array(3).fill([[], ["big-knot-upper-back", "severe-pain"], [false, true]]));
  },

  async "a page without a widget has nothing of the plugin's, a feed only a link, and a list of posts its style in the head"(world) {
    await world.theme(THEMES[1]);
    const bare = await (await fetch(await world.page("Nothing here."))).text();
    assert.ok(!bare.includes("plugins/remedy-faq"));
    await world.page("Read on: [remedy_faq]", "post");
    const feed = await (await fetch(`${world.site.home}/?feed=rss2`)).text();
    assert.ok(feed.includes("on our website") && !feed.includes("remedy-faq>") && !feed.includes("[remedy_faq]"));
    const list = await (await fetch(world.site.home)).text();
    assert.match(list.split("</head>")[0], /<link rel='stylesheet' id='remedy-faq-css'/);
    // Where WordPress cannot know beforehand, the style stands before the widget.
    await world.php("update_option( 'widget_text', array( 2 => array( 'title' => '', 'text' => '[remedy_faq]', 'filter' => true ), '_multiwidget' => 1 ) ); update_option( 'sidebars_widgets', array( 'sidebar-1' => array( 'text-2' ), 'wp_inactive_widgets' => array(), 'array_version' => 3 ) );");
    const beside = await (await fetch(await world.page("Nothing here but a sidebar."))).text();
    await world.php("delete_option( 'widget_text' ); update_option( 'sidebars_widgets', array( 'wp_inactive_widgets' => array(), 'array_version' => 3 ) );");
    assert.ok(!beside.split("</head>")[0].includes("remedy-faq-css"));
    assert.ok(beside.includes("<remedy-faq"), "the sidebar has a widget");
    assert.ok(beside.indexOf("id='remedy-faq-css'") > 0 && beside.indexOf("id='remedy-faq-css'") < beside.indexOf("<remedy-faq"));
  },
};
