<?php
/**
 * The widget's script and style: the plugin's own files, once a page, and only on pages that show a widget.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

/**
 * Registers and enqueues. What the script loads further, it finds beside itself.
 */
final class Assets {

	const HANDLE = 'remedy-faq';

	/**
	 * Tells WordPress of the files.
	 */
	public static function register() {
		wp_register_script( self::HANDLE, Build::url( 'assets/remedy-faq.js' ), array(), Build::stamp(), true );
		wp_register_style( self::HANDLE, Build::url( 'assets/fallback.css' ), array(), Build::stamp() );
	}

	/**
	 * Before the page's head is written: the style belongs there, so that the widget's place is right from the first.
	 */
	public static function enqueue_early() {
		global $wp_query;
		if ( ! is_singular() && ! is_home() && ! is_archive() ) {
			return;
		}
		foreach ( $wp_query->posts ?? array() as $post ) {
			if ( $post instanceof \WP_Post && ( has_shortcode( $post->post_content, Widget::SHORTCODE ) || has_block( Widget::BLOCK, $post ) ) ) {
				wp_enqueue_style( self::HANDLE );
				return;
			}
		}
	}

	/**
	 * Enqueues both, where a widget is written. Gives what must stand before it: the style, where the head is gone and
	 * had it not (in a sidebar, a reusable block, a page builder).
	 */
	public static function enqueue(): string {
		wp_enqueue_script( self::HANDLE );
		wp_enqueue_style( self::HANDLE );
		if ( ! did_action( 'wp_head' ) || doing_action( 'wp_head' ) || wp_style_is( self::HANDLE, 'done' ) ) {
			return '';
		}
		ob_start();
		wp_print_styles( array( self::HANDLE ) );
		return (string) ob_get_clean();
	}

	/**
	 * What hides the room that only the program can fill, where scripts are off.
	 */
	public static function without_scripts(): string {
		// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedStylesheet -- WordPress cannot enqueue into <noscript>.
		return '<noscript><link rel="stylesheet" href="' . esc_url( add_query_arg( 'ver', Build::stamp(), Build::url( 'assets/no-script.css' ) ) ) . '"></noscript>';
	}

	/**
	 * The loader's tag as a module, which WordPress knows how to write only from 6.5.
	 *
	 * @param string $tag    The tag as WordPress would have it.
	 * @param string $handle Which script.
	 * @param string $src    Its address.
	 */
	public static function as_module( $tag, $handle, $src ): string {
		if ( self::HANDLE !== $handle ) {
			return $tag;
		}
		return wp_get_script_tag(
			array(
				'type'         => 'module',
				'src'          => $src,
				'id'           => 'remedy-faq-js',
				// Cloudflare's Rocket Loader would rewrite it.
				'data-cfasync' => 'false',
			)
		);
	}
}
