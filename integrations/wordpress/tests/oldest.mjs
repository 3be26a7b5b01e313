// The plugin in the oldest PHP that it is said to run in, which no Debian has any more: WordPress's own build of it for
// WebAssembly. `node oldest.mjs FOLDER`, the plugin as it was built.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = createRequire(join(process.env.REMEDY_FAQ_WORDPRESS_NPM, "package.json"));
const { getPHPLoaderModule } = packages("@php-wasm/node-7-4");
const { PHP, loadPHPRuntime } = packages("@php-wasm/universal");
const plugin = process.argv[2];

/** Runs PHP code with some files, by name, and what JSON can hold as `$given`; gives what it prints. */
async function run(code, files, given = null) {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));
  try {
    for (const [name, text] of Object.entries({ ...files, "given.json": JSON.stringify(given) })) {
      php.mkdir(dirname(`/test/${name}`));
      php.writeFile(`/test/${name}`, text);
    }
    const prelude = "<?php ini_set( 'display_errors', '1' ); error_reporting( E_ALL ); chdir( '/test' ); $given = json_decode( file_get_contents( 'given.json' ), true );";
    return (await php.run({ code: `${prelude} ${code}` })).text;
  } finally {
    php.exit();
  }
}

/** PHP files below a folder, by name. */
function sources(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".php"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Every function, class and constant of the WordPress that the tests have; some of PHP's later functions are among them. */
function wordpress() {
  const folders = ["wp-includes", "wp-admin/includes"].map((name) => join(process.env.REMEDY_FAQ_WORDPRESS, name));
  const text = folders.flatMap((folder) => Object.values(sources(folder))).join("\n");
  const declared = /^\s*(?:(?:abstract |final )?class|interface|function)\s+&?(\w+)|\bdefine\(\s*'(\w+)'/gm;
  // Said where a program decides it: by wp-config.php, and in WordPress's own files at run time.
  return [...text.matchAll(declared)].map((found) => found[1] ?? found[2]).concat("ABSPATH", "WP_UNINSTALL_PLUGIN");
}

const names = { "names.php": readFileSync(join(here, "names.php"), "utf8") };
const faults = async (files) =>
  JSON.parse(await run("echo json_encode( ( require 'names.php' )( $given['files'], $given['others'] ) );", names, { files, others: wordpress() }));

const tests = {
  async "the oldest PHP of the tests is the one that the plugin asks for"() {
    const found = await run("echo PHP_MAJOR_VERSION, '.', PHP_MINOR_VERSION;", {});
    for (const name of ["remedy-faq.php", "readme.txt"]) {
      assert.equal(readFileSync(join(plugin, name), "utf8").match(/Requires PHP: +(.*)/)[1], found, name);
    }
  },

  async "every file of the plugin is PHP to it, and every function, class and constant is there"() {
    const files = sources(plugin);
    assert.ok(Object.keys(files).length > 20, Object.keys(files).join());
    assert.deepEqual(await faults(files), []);
  },

  async "what came with a later PHP or WordPress is found"() {
    const later = {
      "match.php": "$a = match ( 1 ) { default => 2 };",
      "promotion.php": "class A { public function __construct( private int $a ) {} }",
      "union.php": "function a( int|string $a ) {}",
      "nullsafe.php": "$a = $b?->c;",
      "named.php": "a( b: 1 );",
      "comma.php": "function a( $a, ) {}",
      "catch.php": "try { a(); } catch ( Exception ) {}",
      "mixed.php": "function a( mixed $a ): mixed {}",
      "static.php": "class A { public function a(): static {} }",
      "function.php": "echo array_is_list( array() );",
      "class.php": "$a = new \\WeakMap();",
      "constant.php": "echo FILTER_VALIDATE_BOOL;",
      "wordpress.php": "wp_no_such_function();",
    };
    const found = await faults(Object.fromEntries(Object.entries(later).map(([name, code]) => [name, `<?php ${code}`])));
    assert.deepEqual(Object.keys(later).filter((name) => !found.some((line) => line.startsWith(`${name}:`))), []);
  },

  async "every class compiles in it"() {
    const code = "foreach ( $given as $file ) { require_once \"plugin/$file\"; } echo count( array_filter( get_declared_classes(), function ( $name ) { return 0 === strpos( $name, 'Remedy_FAQ\\\\' ); } ) );";
    const files = sources(plugin);
    // What others extend comes first.
    const classes = Object.keys(files).filter((name) => /class-[a-z-]+\.php$/.test(name)).sort((a, b) => / extends /.test(files[a]) - / extends /.test(files[b]));
    assert.equal(await run(code, Object.fromEntries(classes.map((name) => [`plugin/${name}`, files[name]])), classes), String(classes.length));
  },

  async "the part that knows no WordPress passes its own tests in it"() {
    const files = Object.fromEntries(Object.entries(sources(plugin)).map(([name, text]) => [`plugin/${name}`, text]));
    const printed = await run("$argv = array( '', '/test/plugin' ); require 'content.php';", { ...files, "content.php": readFileSync(join(here, "content.php"), "utf8") });
    assert.match(printed, /^(test .* \.\.\. ok\n){5,}test result: ok\. \d+ passed; 0 failed; 0 ignored\n$/);
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`test ${name} ... ok`);
  } catch (error) {
    failed++;
    console.log(`test ${name} ... FAILED\n${String(error.message ?? error).replace(/^/gm, "    ")}`);
  }
}
console.log(`test result: ${failed ? "FAILED" : "ok"}. ${Object.keys(tests).length - failed} passed; ${failed} failed; 0 ignored`);
process.exitCode = failed ? 1 : 0;
