<?php
/**
 * Plugin Name:       Remedy FAQ
 * Description:       Questions, answers and a checklist of remedies for clinic websites. What visitors tick stays in their browser.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Remedy FAQ authors
 * License:           Apache-2.0 OR MIT
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       remedy-faq
 * Domain Path:       /languages
 *
 * Where the plugin begins: it loads its files and says which of them answers to what. Nothing else is done here.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

defined( 'ABSPATH' ) || exit;

/** This file; WordPress names a plugin by it. */
const FILE = __FILE__;

foreach ( array( 'problem', 'json', 'reader', 'document', 'language', 'html', 'view', 'footer', 'checklist', 'renderer' ) as $remedy_faq_part ) {
	require __DIR__ . "/includes/content/class-$remedy_faq_part.php";
}
foreach ( array( 'build', 'markup', 'store', 'attributes', 'assets', 'widget' ) as $remedy_faq_part ) {
	require __DIR__ . "/includes/class-$remedy_faq_part.php";
}

add_action( 'init', array( Widget::class, 'register' ) );
add_filter( 'no_texturize_tags', array( Widget::class, 'without_texturize' ) );
add_action( 'wp_enqueue_scripts', array( Assets::class, 'enqueue_early' ) );
add_filter( 'script_loader_tag', array( Assets::class, 'as_module' ), 10, 3 );

if ( is_admin() ) {
	require __DIR__ . '/admin/class-upload.php';
	require __DIR__ . '/admin/class-form.php';
	require __DIR__ . '/admin/class-settings-page.php';
	add_action( 'admin_menu', array( Admin\Settings_Page::class, 'register' ) );
	add_action( 'admin_post_remedy_faq_download', array( Admin\Form::class, 'download' ) );
	add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( Admin\Settings_Page::class, 'action_link' ) );
}
