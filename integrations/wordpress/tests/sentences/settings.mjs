// The clinic's own questions come by "Settings → Remedy FAQ".

import assert from "node:assert/strict";
import { small } from "../world.mjs";

const GOOD = JSON.stringify(small({ title: "The clinic’s own \u{10348}", clinic: { name: "The clinic" } }), null, 2);
const BAD = JSON.stringify(small({ titel: "typo", reviewed: "2026-02-30", questions: [{ id: "why", question: "Why?", answer: [{ remedies: ["rset"] }] }] }));
const FAULTS = [
  'unknown field "titel"; the fields here are schemaVersion, id, lang, dir, title, intro, reviewed, reviewer, sources, urgent, remedies, questions, clinic, strings',
  'reviewed: "2026-02-30" is no date; write it as YYYY-MM-DD, such as 2026-11-22',
  'questions[0].answer[0].remedies[0]: no remedy has the id "rset"; add it to "remedies" or correct it here',
];

const title = (world) => world.visitor.run(() => document.querySelector("remedy-faq").shadowRoot.querySelector(".rf-title").textContent);
const stored = (world) => world.php("return get_option( 'remedy_faq' );");

/** Sends the form as a browser without JavaScript does, with the file in it. */
async function sendPlain(world, path) {
  await world.settings();
  await world.staff.cdp("Emulation.setScriptExecutionDisabled", { value: true });
  try {
    await world.staff.reload();
    await world.staff.type("#remedy-faq-file", path);
    await world.staff.click("#submit");
    await world.staff.until("it is answered", () => document.querySelector("#remedy-faq-refused, .notice-success"));
    return await world.staff.run(() => [...document.querySelectorAll("#remedy-faq-refused li")].map((item) => item.textContent));
  } finally {
    await world.staff.cdp("Emulation.setScriptExecutionDisabled", { value: false });
  }
}

export default {
  async "a good document is previewed, uploaded, and what visitors see, with and without JavaScript"(world) {
    const { staff, visitor } = world;
    await world.settings();
    await staff.type("#remedy-faq-file", world.file("our questions.json", `\ufeff${GOOD}`));
    await staff.until("it is previewed", () => document.querySelector("#remedy-faq-preview > remedy-faq:last-child:not([hidden])")?.shadowRoot?.querySelector(".rf-title").textContent.startsWith("The clinic"));
    assert.equal(await stored(world), false, "nothing is stored before it is sent");
    await staff.click("#submit");
    await staff.until("it is saved", () => document.querySelector(".notice-success"));
    assert.match(await staff.run(() => document.querySelector("#remedy-faq-own").textContent), /our-questions\.json/);
    assert.equal(await staff.run(() => document.querySelector("[name=remedy_faq_source]:checked").value), "own");

    const page = await world.page("[remedy_faq]");
    await world.fallback(page);
    assert.equal(await visitor.run(() => document.querySelector("remedy-faq .rf-title").textContent), "The clinic’s own \u{10348}");
    await world.fresh();
    await world.live(page);
    assert.equal(await title(world), "The clinic’s own \u{10348}");
    await visitor.run(() => document.querySelector("remedy-faq").shadowRoot.querySelector("[part=checklist] input").click());
    await visitor.reload();
    await visitor.until("the tick is back", () => document.querySelector("remedy-faq").shadowRoot?.querySelector("[part=progress]").textContent === "1 of 1 tried");
  },

  async "a bad document is refused before it is sent, with every fault and its path"(world) {
    const before = await stored(world);
    const { staff } = world;
    await world.settings();
    await staff.type("#remedy-faq-file", world.file("bad.json", BAD));
    const told = await staff.until("its faults are told", () => {
      const items = [...document.querySelectorAll("#remedy-faq-faults li")];
      return items.length && items.map((item) => item.textContent);
    });
    assert.deepEqual(told, FAULTS);
    assert.deepEqual(await staff.run(() => [...document.querySelectorAll("#remedy-faq-faults code")].map((code) => code.textContent)), ["reviewed", "questions[0].answer[0].remedies[0]"]);
    assert.equal(await staff.run(() => document.querySelector("#submit").disabled), true);
    // Another file, another answer.
    await staff.type("#remedy-faq-file", world.file("good.json", GOOD));
    await staff.until("the faults are gone", () => !document.querySelector("#submit").disabled && !document.querySelector("#remedy-faq-faults li"));
    assert.deepEqual(await stored(world), before);
  },

  async "the server refuses a bad document by itself, and the old one stays"(world) {
    const before = await stored(world);
    assert.equal(before.source, "own");
    assert.deepEqual(await sendPlain(world, world.file("bad.json", BAD)), FAULTS);
    assert.deepEqual(await sendPlain(world, world.file("broken.json", "{")), ["not JSON at line 1 column 1; often a comma or a quotation mark too few or too many, or over 127 brackets inside each other"]);
    assert.deepEqual(await sendPlain(world, world.file("latin1.json", Buffer.from(GOOD.replace("’", "\xe9"), "latin1"))), ["not UTF-8; save the file in that encoding"]);
    const large = JSON.stringify(small({ intro: "x".repeat(1_100_000) }));
    assert.deepEqual(await sendPlain(world, world.file("large.json", large)), [`${large.length} bytes is more than the 1048576 that are read; split the document`]);
    assert.equal((await sendPlain(world, world.file("larger.json", "x".repeat(3_000_000)))).length, 1);
    assert.equal((await sendPlain(world, world.file("largest.json", "x".repeat(8_500_000)))).length, 1);
    assert.deepEqual(await stored(world), before);
    await world.live(await world.page("[remedy_faq]"));
    assert.equal(await title(world), "The clinic’s own \u{10348}");
  },

  async "a good document replaces the one before without JavaScript, too"(world) {
    assert.deepEqual(await sendPlain(world, world.file("second.json", JSON.stringify(small({ title: "The second" })))), []);
    await world.live(await world.page("[remedy_faq]"));
    assert.equal(await title(world), "The second");
  },

  async "the clinic gets its document back, chooses the bundled one, and deletes its own"(world) {
    const { staff } = world;
    await world.settings();
    const back = await staff.run(async () => {
      const response = await fetch(document.querySelector("#remedy-faq-own a").href);
      return [response.headers.get("content-disposition"), await response.json()];
    });
    assert.deepEqual(back, ['attachment; filename="second.json"', small({ title: "The second" })]);

    await staff.click("[name=remedy_faq_source][value=bundled]");
    await staff.click("#submit");
    await staff.until("it is saved", () => document.querySelector(".notice-success"));
    const page = await world.page("[remedy_faq]");
    await world.live(page);
    assert.equal(await title(world), "Muscle knots: questions and answers");
    assert.equal((await stored(world)).document.name, "second.json", "it is kept meanwhile");

    const asked = await staff.run(() => {
      const asked = [];
      window.confirm = (text) => asked.push(text) && false;
      document.querySelector("[name=remedy_faq_forget]").click();
      window.confirm = () => true;
      return asked;
    });
    assert.equal(asked.length, 1);
    assert.equal((await stored(world)).document.name, "second.json", "who says no keeps it");
    await staff.click("[name=remedy_faq_forget]");
    await staff.until("it is deleted", () => document.querySelector(".notice-success") && !document.querySelector("#remedy-faq-own"));
    assert.equal(await stored(world), false);

    await staff.click("[name=remedy_faq_source][value=own]");
    await staff.click("#submit");
    await staff.until("it says what is missing", () => document.querySelector("#remedy-faq-refused li")?.textContent === "Choose a file first.");
  },

  async "nobody but an administrator sees or changes the settings, and nothing happens without a nonce"(world) {
    const before = await stored(world);
    const send = (path, nonce) => world.staff.run(async (path, nonce, text) => {
      const form = new FormData();
      if (nonce) form.set("_wpnonce", nonce);
      form.set("remedy_faq_source", "own");
      form.set("remedy_faq_file", new File([text], "x.json"));
      return (await fetch(path, { method: "POST", body: form })).status;
    }, path, nonce, GOOD);
    const status = (path) => world.staff.run(async (path) => (await fetch(path)).status, path);
    const page = world.admin("options-general.php?page=remedy-faq");
    const download = world.admin("admin-post.php?action=remedy_faq_download");
    await world.settings();
    const nonce = await world.staff.run(() => document.querySelector("#_wpnonce").value);
    assert.equal(await send(page, null), 403);
    assert.equal(await send(page, "0123456789"), 403);
    assert.equal(await status(download), 403);
    for (const who of ["edda", "arno"]) {
      await world.login(who);
      await world.staff.go(world.admin("profile.php"));
      const own = (action) => world.staff.run(async (action) => (await fetch(`/?nonce=${action}`)).text(), action);
      assert.equal(await send(page, nonce), 403, who);
      assert.equal(await send(page, await own("remedy_faq_save")), 403, who);
      assert.equal(await status(page), 403, who);
      assert.equal(await status(`${download}&_wpnonce=${await own("remedy_faq_download")}`), 403, who);
    }
    assert.deepEqual(await stored(world), before);
  },
};
