// The plugin comes to a site as a zip, by the form that WordPress has for it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pluginFiles } from "../../build.mjs";
import { zip } from "../../zip.mjs";

export default {
  async "the zip installs and activates by WordPress's own form"(world) {
    const { staff, root } = world;
    world.tables = await world.php("global $wpdb; return $wpdb->get_col( 'SHOW TABLES' );");
    await world.login("admin");
    await staff.go(world.admin("plugin-install.php?tab=upload"));
    await staff.run(() => document.querySelector(".upload-plugin").style.setProperty("display", "block"));
    await staff.type("#pluginzip", join(root, "dist/remedy-faq-wordpress.zip"));
    await staff.run(() => (document.querySelector("#install-plugin-submit").disabled = false));
    await staff.click("#install-plugin-submit");
    const activate = await staff.until("WordPress offers to activate it", () => document.querySelector("a.button-primary[href*='action=activate']")?.href);
    await staff.go(activate);
    await staff.until("it is activated", () => document.querySelector("tr[data-slug='remedy-faq'].active a[href*='page=remedy-faq']"));
  },

  "the zip is the same to the byte, in whatever order its files are found"() {
    const files = pluginFiles();
    const backwards = Object.fromEntries(Object.entries(pluginFiles()).reverse());
    assert.ok(zip(files).equals(zip(backwards)));
  },
};
