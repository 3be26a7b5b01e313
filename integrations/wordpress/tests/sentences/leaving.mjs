// The plugin goes, and nothing of it stays.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { small } from "../world.mjs";

export default {
  async "deactivated, it leaves plain pages and keeps the document"(world) {
    const { staff } = world;
    await world.upload(world.file("ours.json", JSON.stringify(small())));
    const page = await world.page("[remedy_faq]");
    await staff.go(world.admin("plugins.php"));
    await staff.go(await staff.run(() => document.querySelector("tr[data-slug='remedy-faq'] .deactivate a").href));
    await staff.until("it is deactivated", () => document.querySelector("tr[data-slug='remedy-faq'].inactive"));
    const html = await (await fetch(page)).text();
    assert.ok(html.includes("[remedy_faq]") && !html.includes("<remedy-faq") && !html.includes("plugins/remedy-faq"));
    assert.equal(await world.php("return get_option( 'remedy_faq' )['source'];"), "own");
  },

  async "deleted, it leaves nothing in the database and nothing on the disk"(world) {
    const { staff } = world;
    await staff.go(world.admin("plugins.php"));
    await staff.run(() => {
      window.confirm = () => true;
      document.querySelector("tr[data-slug='remedy-faq'] .delete a").click();
    });
    await staff.until("it is deleted", () => document.querySelector("tr[data-slug='remedy-faq'].deleted"));
    assert.ok(!existsSync(`${world.site.root}/wp-content/plugins/remedy-faq`));
    assert.ok(!existsSync(`${world.site.root}/wp-content/uploads/remedy-faq`));
    const left = await world.php(`global $wpdb;
      $tables = array( $wpdb->options => 'option_name', $wpdb->usermeta => 'meta_key', $wpdb->postmeta => 'meta_key' );
      $left = array();
      foreach ( $tables as $table => $column ) {
        $left = array_merge( $left, $wpdb->get_col( "SELECT $column FROM $table WHERE $column LIKE '%remedy%'" ) );
      }
      return $left;`);
    assert.deepEqual(left, []);
    assert.deepEqual(await world.php("global $wpdb; return $wpdb->get_col( 'SHOW TABLES' );"), world.tables);
    const rows = await world.php("global $wpdb; return $wpdb->get_results( \"SELECT option_name, option_value FROM $wpdb->options WHERE option_value LIKE '%remedy%' AND option_name NOT LIKE '%transient%' AND option_name != 'recently_activated'\" );");
    assert.deepEqual(rows, []);
  },

  "PHP had nothing to complain of in the plugin"(world) {
    assert.deepEqual(world.site.log().split("\n").filter((line) => line.includes("plugins/remedy-faq")), []);
  },
};
