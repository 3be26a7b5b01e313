// Who runs the site may read another language than English: the plugin's template is what translators begin with.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";

// A language of the site, made of the template by WordPress's own means: every text in « ».
const translate = `
  foreach ( array( 'po', 'mo' ) as $name ) { require_once ABSPATH . "wp-includes/pomo/$name.php"; }
  $folder = WP_PLUGIN_DIR . '/remedy-faq/languages';
  $template = new PO();
  if ( ! $template->import_from_file( "$folder/remedy-faq.pot" ) ) { return null; }
  $made = new MO();
  $made->set_headers( array( 'Language' => 'de_DE', 'Plural-Forms' => 'nplurals=2; plural=(n != 1);' ) );
  $texts = array( '' => array( 'lang' => 'de_DE' ) );
  foreach ( $template->entries as $entry ) {
    $entry->translations = array( "«{$entry->singular}»" );
    $made->add_entry( $entry );
    $texts[ $entry->singular ] = $entry->translations;
  }
  $made->export_to_file( "$folder/remedy-faq-de_DE.mo" );
  file_put_contents( "$folder/remedy-faq-de_DE-remedy-faq-widget-editor-script.json", wp_json_encode( array( 'domain' => 'messages', 'locale_data' => array( 'messages' => $texts ) ) ) );
  // WordPress takes a language for its own that is in its own folder.
  wp_mkdir_p( WP_CONTENT_DIR . '/languages' );
  ( new MO() )->export_to_file( WP_CONTENT_DIR . '/languages/de_DE.mo' );
  update_option( 'WPLANG', 'de_DE' );
  return array( count( $template->entries ), get_option( 'WPLANG' ) );`;

export default {
  async "a translation of the template is what administrators and authors read"(world) {
    const { staff, site } = world;
    const [count, language] = await world.php(translate);
    try {
      assert.ok(count > 50 && language === "de_DE", `${count} texts, ${language}`);
      await world.settings();
      const words = await staff.run(() => [document.querySelector("label[for=remedy-faq-file]").textContent, document.querySelector("form[data-too-large]").dataset.tooLarge]);
      assert.deepEqual(words, ["«Upload a document (JSON)»", "«The file is too large to be a document.»"]);
      await staff.go(world.admin("plugins.php"));
      const row = await staff.run(() => document.querySelector("tr[data-slug='remedy-faq'], tr[data-plugin='remedy-faq/remedy-faq.php']").innerText);
      assert.match(row, /«Questions, answers and a checklist of remedies for clinic websites\./);
      await staff.go(world.admin("post-new.php"));
      await staff.until("the editor is there", () => window.wp?.blocks?.getBlockType("remedy-faq/widget") && document.querySelector(".block-editor-writing-flow"));
      const block = await staff.run(() => wp.blocks.getBlockType("remedy-faq/widget"));
      assert.deepEqual([block.title, block.keywords[0]], ["«Remedy FAQ»", "«faq»"]);
      await staff.run(() => {
        wp.data.dispatch("core/block-editor").insertBlocks(wp.blocks.createBlock("remedy-faq/widget"));
        return wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
      });
      await staff.until("its controls are translated", () => [...document.querySelectorAll(".block-editor-block-inspector label")].some((label) => label.textContent === "«Open at first»"));
      // Nothing is left that would ask whether to leave the page.
      await staff.run(() => wp.data.dispatch("core/block-editor").resetBlocks([]));
    } finally {
      await world.php("update_option( 'WPLANG', '' );");
      rmSync(`${site.root}/wp-content/languages`, { recursive: true, force: true });
      for (const file of ["de_DE.mo", "de_DE-remedy-faq-widget-editor-script.json"]) rmSync(`${site.root}/wp-content/plugins/remedy-faq/languages/remedy-faq-${file}`, { force: true });
    }
  },
};
