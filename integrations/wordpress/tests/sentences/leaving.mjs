// The plugin goes, and nothing of it stays.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { pluginFiles } from "../../build.mjs";
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

  async "deleted from a network of sites, it leaves nothing in any of them"(world) {
    const { root, shell } = world.site;
    for (const [name, data] of Object.entries(pluginFiles())) {
      const path = `${root}/wp-content/plugins/remedy-faq/${name}`;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, data);
    }
    const load = "error_reporting( E_ALL ); $_SERVER['HTTP_HOST'] = 'clinic.example'; $_SERVER['REQUEST_URI'] = '/'; require 'wp-load.php';";
    shell(`define( 'WP_INSTALLING', true ); ${load}
      foreach ( array( 'network', 'upgrade' ) as $name ) { require ABSPATH . "wp-admin/includes/$name.php"; }
      foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) { $wpdb->$name = $table; }
      install_network();
      populate_network( 1, 'clinic.example', 'admin@clinic.example', 'Clinics', '/', false );`);
    const network = { MULTISITE: true, SUBDOMAIN_INSTALL: false, DOMAIN_CURRENT_SITE: "'clinic.example'", PATH_CURRENT_SITE: "'/'", SITE_ID_CURRENT_SITE: 1, BLOG_ID_CURRENT_SITE: 1 };
    const constants = Object.entries(network).map(([name, value]) => `define( '${name}', ${value} );`).join(" ");
    // From here on the site is a network; no sentence after this one asks it for a page.
    const config = readFileSync(`${root}/wp-config.php`, "utf8");
    writeFileSync(`${root}/wp-config.php`, config.replace("<?php", `<?php ${constants}`));
    const left = shell(`${load}
      require ABSPATH . 'wp-admin/includes/plugin.php';
      $sites = array( 1, 0, 0 );
      foreach ( array( 1, 2 ) as $at ) { $sites[ $at ] = wp_insert_site( array( 'domain' => 'clinic.example', 'path' => "/$at/", 'network_id' => 1 ) ); }
      $stored = function () use ( $sites ) { return array_map( function ( $site ) { return get_blog_option( $site, 'remedy_faq' ); }, $sites ); };
      foreach ( $sites as $site ) { update_blog_option( $site, 'remedy_faq', array( 'source' => "of $site" ) ); }
      $before = $stored();
      uninstall_plugin( 'remedy-faq/remedy-faq.php' );
      echo json_encode( array( is_multisite(), $before, $stored(), get_current_blog_id() ) );`);
    const of = (site) => ({ source: `of ${site}` });
    assert.deepEqual(JSON.parse(left), [true, [of(1), of(2), of(3)], [false, false, false], 1]);
  },

  "PHP had nothing to complain of in the plugin"(world) {
    assert.deepEqual(world.site.log().split("\n").filter((line) => line.includes("plugins/remedy-faq")), []);
  },
};
