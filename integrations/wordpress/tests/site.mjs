// A real WordPress for the tests: MariaDB on a socket in a scratch folder, PHP's own server on a free port of 127.0.0.1.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const PASSWORD = "a password for tests";
const PHP = ["-d", "opcache.enable_cli=1", "-d", "opcache.revalidate_freq=0", "-d", "upload_max_filesize=8M", "-d", "post_max_size=9M", "-d", "memory_limit=256M"];

/** The people of the site, with their roles; all have the same password. */
export const PEOPLE = { admin: "administrator", edda: "editor", arno: "author", cleo: "contributor", susi: "subscriber" };
export { PASSWORD };

/** Installs and starts the site. What ends each part of it goes to `ends` at once, so that a start half done is ended, too. */
export async function startSite(wordpress, ends) {
  const folder = mkdtempSync(join(tmpdir(), "remedy-faq-wordpress-"));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, "site");
  cpSync(wordpress, root, { recursive: true });
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  const socket = join(folder, "db.sock");
  await startDatabase(folder, socket, ends);
  writeFileSync(join(root, "wp-config.php"), config(socket));
  install((code) => phpIn(root, code), home);
  const secret = randomBytes(16).toString("hex");
  mkdirSync(join(root, "wp-content/mu-plugins"));
  writeFileSync(join(root, "wp-content/mu-plugins/for-tests.php"), backDoor(secret));
  const server = spawn("php", [...PHP, "-S", `127.0.0.1:${port}`, "-t", root, router(folder)], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: "3" },
    // A group of its own: its workers are ended with it.
    detached: true,
  });
  server.group = true;
  ends.push(() => stop(server));
  await answers(`${home}/wp-login.php`);
  const log = () => (existsSync(join(root, "wp-content/debug.log")) ? readFileSync(join(root, "wp-content/debug.log"), "utf8") : "");
  return { home, root, folder, secret, log, shell: (code) => phpIn(root, code) };
}

async function startDatabase(folder, socket, ends) {
  const data = join(folder, "db");
  const user = userInfo().username;
  const mariadbd = existsSync("/usr/sbin/mariadbd") ? "/usr/sbin/mariadbd" : "mariadbd";
  execFileSync(
    "mariadb-install-db",
    ["--no-defaults", `--datadir=${data}`, `--user=${user}`, "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"],
    { stdio: "ignore" },
  );
  const child = spawn(
    mariadbd,
    // Nothing of it has to outlive the tests.
    ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, `--user=${user}`, "--skip-networking", `--pid-file=${join(folder, "db.pid")}`,
      "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--skip-log-bin"],
    { stdio: "ignore" },
  );
  ends.push(() => stop(child));
  const query = (sql) => execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", sql], { stdio: "pipe" });
  await until("the database answers", child, () => query("SELECT 1"));
  query("CREATE DATABASE wordpress CHARACTER SET utf8mb4");
}

function config(socket) {
  return `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'AUTH_KEY', 'for tests' );
define( 'SECURE_AUTH_KEY', 'for tests' );
define( 'LOGGED_IN_KEY', 'for tests' );
define( 'NONCE_KEY', 'for tests' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'FS_METHOD', 'direct' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;
}

function install(php, home) {
  const people = Object.entries(PEOPLE).filter(([name]) => name !== "admin");
  php(`
    define( 'WP_INSTALLING', true );
    $_SERVER['HTTP_HOST'] = '${home.replace("http://", "")}';
    define( 'WP_SITEURL', '${home}' );
    require 'wp-load.php';
    require ABSPATH . 'wp-admin/includes/upgrade.php';
    function wp_new_blog_notification() {}
    wp_install( 'A clinic', 'admin', 'admin@clinic.example', true, '', '${PASSWORD}' );
    update_option( 'siteurl', '${home}' );
    update_option( 'home', '${home}' );
    ${people.map(([name, role]) => `wp_insert_user( array( 'user_login' => '${name}', 'user_pass' => '${PASSWORD}', 'user_email' => '${name}@clinic.example', 'role' => '${role}' ) );`).join("\n")}
    foreach ( get_users() as $user ) { update_user_meta( $user->ID, 'wp_persisted_preferences', array( 'core/edit-post' => array( 'welcomeGuide' => false ), '_modified' => '2026-01-01T00:00:00Z' ) ); }
  `);
}

/** Runs PHP in the site's folder; gives what it prints. */
function phpIn(root, code) {
  return execFileSync("php", [...PHP, "-r", code], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

/** Lets the tests run PHP in the site, where it is loaded already: a second's worth of starting it, each time. */
function backDoor(secret) {
  return `<?php
add_action( 'wp_loaded', function () {
	// A nonce of whoever asks, to see that it does not suffice.
	if ( isset( $_GET['nonce'] ) ) {
		exit( wp_create_nonce( $_GET['nonce'] ) );
	}
	if ( ! isset( $_GET['php'] ) || '${secret}' !== ( $_SERVER['HTTP_AUTHORIZATION'] ?? '' ) ) {
		return;
	}
	$asked = json_decode( file_get_contents( 'php://input' ), true );
	try {
		$result = ( function ( $args ) use ( $asked ) { return eval( $asked['code'] ); } )( $asked['args'] );
		echo wp_json_encode( $result );
	} catch ( Throwable $error ) {
		status_header( 500 );
		echo $error;
	}
	exit;
} );
`;
}

// PHP's server looks for a file; what is none, WordPress answers.
function router(folder) {
  const path = join(folder, "router.php");
  writeFileSync(
    path,
    `<?php
$path = $_SERVER['DOCUMENT_ROOT'] . parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
if ( is_file( $path ) || is_file( "$path/index.php" ) ) { return false; }
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
`,
  );
  return path;
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url) {
  await until(`${url} answers`, null, async () => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
  });
}

async function until(what, child, attempt) {
  const end = Date.now() + 20_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (child?.exitCode != null) throw new Error(`${what}: it has ended with ${child.exitCode}`);
      if (Date.now() > end) throw new Error(`waited in vain until ${what}: ${error.message}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function stop(child) {
  if (child.exitCode != null || child.signalCode) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", resolve);
    if (child.group) process.kill(-child.pid, "SIGTERM");
    else child.kill("SIGTERM");
  });
}
