// Who writes the pages: in most clinics not an administrator.

import assert from "node:assert/strict";

/** Publishes by the editor's own way, as whoever is logged in; gives the post. */
function publish(world, content) {
  return world.staff.run((content) => wp.apiFetch({ path: "/wp/v2/posts", method: "POST", data: { title: "By an author", content, status: "publish" } }), content);
}

const notes = (html) => [...html.matchAll(/<div class="remedy-faq-note"[\s\S]*?<\/div>/g)].map((found) => found[0]);

export default {
  async "an author without unfiltered_html writes the shortcode, and it comes alive"(world) {
    await world.login("arno");
    assert.equal(await world.php("return user_can( get_user_by( 'login', 'arno' ), 'unfiltered_html' );"), false);
    await world.staff.go(world.admin("post-new.php"));
    const post = await publish(world, '<p>Before</p>[remedy_faq open="first"]<remedy-faq>by hand</remedy-faq><script>bad()</script>');
    assert.ok(!post.content.raw.includes("<remedy-faq>") && !post.content.raw.includes("<script>"), "the author's own markup is filtered");
    await world.live(post.link);
    assert.equal(await world.visitor.run(() => document.querySelector("remedy-faq").shadowRoot.querySelector("details[open]").id), "big-knot-upper-back");
  },

  async "an author puts the block on a page, sees it in the editor, and visitors see it live"(world) {
    const { staff } = world;
    await world.login("arno");
    await staff.go(world.admin("post-new.php"));
    await staff.until("the editor is there", () => window.wp?.blocks?.getBlockType("remedy-faq/widget") && wp.data.select("core/block-editor").getBlockCount !== undefined && document.querySelector(".block-editor-writing-flow"));
    await staff.run(() => wp.data.dispatch("core/block-editor").insertBlocks(wp.blocks.createBlock("remedy-faq/widget", { headingLevel: "3", exclusive: true, align: "wide" })));
    await staff.until("the editor shows it", () => document.querySelector(".wp-block-remedy-faq-widget .rf-urgent")?.getBoundingClientRect().height > 50);
    await staff.run(() => wp.data.dispatch("core/block-editor").selectBlock(wp.data.select("core/block-editor").getBlocks()[0].clientId));
    await staff.run(() => wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block"));
    await staff.until("its controls are there", () => [...document.querySelectorAll(".block-editor-block-inspector label")].some((label) => label.textContent === "Open at first"));
    await staff.run(async () => {
      wp.data.dispatch("core/editor").editPost({ title: "With a block", status: "publish" });
      await wp.data.dispatch("core/editor").savePost();
    });
    const link = await staff.run(() => wp.data.select("core/editor").getPermalink());
    await world.live(link);
    const [element, group] = await world.visitor.run(() => {
      const host = document.querySelector(".wp-block-remedy-faq-widget.alignwide > remedy-faq");
      return [host.cloneNode(false).outerHTML, host.shadowRoot.querySelector("details").getAttribute("name")];
    });
    assert.equal(element, '<remedy-faq class="wp-exclude-emoji" exclusive="" heading-level="3"></remedy-faq>');
    assert.equal(group, "rf.muscle-knots.questions");
  },

  async "what the element does not know is ignored, and only editors are told"(world) {
    const page = await world.page(
      `[remedy_faq colour="red" heading_level="7" open="frist" src="https://elsewhere.example/x.json" storage="none" loud onclick="alert(1)" class='"x' exclusive="false"]`,
      "post",
    );
    const seen = await (await fetch(page)).text();
    assert.ok(seen.includes('<remedy-faq class="wp-exclude-emoji" storage="none">'));
    assert.deepEqual(notes(seen), []);
    for (const [who, told] of [["susi", 0], ["cleo", 1]]) {
      await world.login(who);
      await world.staff.go(page);
      const html = await world.staff.run(() => document.documentElement.outerHTML);
      assert.equal(notes(html).length, told, who);
    }
    const note = await world.staff.run(() => [...document.querySelectorAll(".remedy-faq-note li")].map((item) => item.textContent));
    const about = ["colour", "heading-level", "open", "src", "loud", "onclick", "class"];
    assert.equal(note.length, about.length, note.join("\n"));
    about.forEach((name, at) => assert.ok(note[at].includes(name), `${name}: ${note[at]}`));
  },

  async "what WordPress or another plugin sets on the block is no mistake of its author's"(world) {
    const page = await world.page('<!-- wp:remedy-faq/widget {"open":"first","style":{"color":{"text":"red"}},"theirs":["x"],"storage":["x"],"exclusive":"x"} /-->', "post");
    await world.login("cleo");
    await world.staff.go(page);
    const html = await world.staff.run(() => document.documentElement.outerHTML);
    assert.deepEqual(notes(html), []);
    assert.ok(html.includes('<remedy-faq class="wp-exclude-emoji" open="first">'));
    assert.deepEqual(world.site.log().split("\n").filter((line) => line.includes("plugins/remedy-faq")), []);
  },

  async "src may lead to this site and nowhere else"(world) {
    const { home } = world.site;
    const good = ["/questions.json", `${home}/a/b.json?x=1`];
    const bad = ["//elsewhere.example/x", "https://elsewhere.example/", "javascript:alert(1)", "data:,{}", home.replace(/:\d+$/, ":1/x"), home.replace(/:\d+$/, "/x"),
      home.replace("http:", "https:"), `${home}@elsewhere.example/x`, "///elsewhere.example", "http:///elsewhere.example", "x.json"];
    const disguised = ["/\\elsewhere.example", "/\t/elsewhere.example/x", "\t//elsewhere.example"];
    const kept = await world.php(
      "return array_map( function ( $src ) { return ( new Remedy_FAQ\\Attributes( array( 'src' => $src ) ) )->good['src'] ?? null; }, $args );",
      [...good, ...bad, ...disguised],
    );
    assert.deepEqual(kept.slice(0, good.length), good);
    assert.deepEqual(kept.slice(good.length, -disguised.length), bad.map(() => null));
    // Of these something harmless may be left.
    for (const one of kept.slice(-disguised.length)) assert.equal(new URL(one ?? "/", home).origin, home, one);
  },

  async "with src the browser reads another document of the site"(world) {
    const { small } = await import("../world.mjs");
    const { writeFileSync } = await import("node:fs");
    writeFileSync(`${world.site.root}/questions.json`, JSON.stringify(small()));
    await world.live(await world.page('[remedy_faq src="/questions.json"]'));
    assert.equal(await world.visitor.run(() => document.querySelector("remedy-faq").shadowRoot.querySelector(".rf-title").textContent), "Our questions");
  },
};
