<?php
/**
 * The shortcode and the block: a `<remedy-faq>` with its complete fallback in it.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

/**
 * Writes the element. Asks nothing of other servers, and nothing about the visitor but whether an editor looks on, so
 * that a page cache can keep what it gives.
 */
final class Widget {

	const SHORTCODE = 'remedy_faq';
	const BLOCK     = 'remedy-faq/widget';

	/**
	 * How many showings of the site's document the page has so far.
	 *
	 * @var int
	 */
	private static $count = 0;

	/**
	 * Tells WordPress of the shortcode and the block.
	 */
	public static function register() {
		load_plugin_textdomain( 'remedy-faq', false, dirname( plugin_basename( FILE ) ) . '/languages' );
		Assets::register();
		add_shortcode( self::SHORTCODE, array( self::class, 'shortcode' ) );
		register_block_type( Build::path( 'block' ), array( 'render_callback' => array( self::class, 'block' ) ) );
		// WordPress looks for a script's texts in its own folder only, unless it is told of the plugin's.
		wp_set_script_translations( generate_block_asset_handle( self::BLOCK, 'editorScript' ), 'remedy-faq', Build::path( 'languages' ) );
	}

	/**
	 * Keeps WordPress from setting curly quotation marks in what a block gives.
	 *
	 * @param string[] $tags The elements that are left alone.
	 * @return string[]
	 */
	public static function without_texturize( $tags ) {
		$tags[] = 'remedy-faq';
		return $tags;
	}

	/**
	 * What stands for `[remedy_faq]`.
	 *
	 * @param array<int|string, string>|string $written Its attributes; '' where it has none.
	 */
	public static function shortcode( $written ): string {
		return self::html( is_array( $written ) ? $written : array() );
	}

	/**
	 * What stands for the block.
	 *
	 * @param array<string, mixed> $written Its attributes, with those that WordPress and other plugins set: no author wrote
	 *                                      them, and nobody is told of them.
	 */
	public static function block( $written ): string {
		$ours = array_filter( (array) $written, array( Attributes::class, 'knows' ), ARRAY_FILTER_USE_KEY );
		return '<div ' . get_block_wrapper_attributes() . '>' . self::html( $ours ) . '</div>';
	}

	/**
	 * The element, with what must stand before it.
	 *
	 * @param array<int|string, mixed> $written What an author wrote.
	 */
	public static function html( array $written ): string {
		if ( is_feed() ) {
			// No script runs in a feed reader, and no style comes along.
			return '<p><a href="' . esc_url( get_permalink() ) . '">' . esc_html__( 'Questions and answers, on our website', 'remedy-faq' ) . '</a></p>';
		}
		$attributes = new Attributes( $written );
		$before     = self::notes( $attributes->notes );
		$before    .= Assets::enqueue();
		// The class keeps WordPress from setting pictures from its own server in the place of emoji.
		return $before . '<remedy-faq class="wp-exclude-emoji"' . $attributes->html() . '>' . self::inside( $attributes->good ) . '</remedy-faq>';
	}

	/**
	 * What stands in the element: the clinic's own document for the program, and the fallback for everyone.
	 *
	 * @param array<string, string> $attributes The element's attributes.
	 */
	private static function inside( array $attributes ): string {
		if ( isset( $attributes['src'] ) ) {
			return '<p>' . esc_html__( 'These questions are shown by JavaScript.', 'remedy-faq' ) . '</p>';
		}
		$shown  = Store::shown( $attributes['lang'] ?? '' );
		$html   = Markup::shield( Markup::for_element( $shown['html'], $attributes, $shown['kept'] ) );
		$number = self::number();
		$html   = $number > 1 ? Markup::copy( $html, $number ) : Assets::without_scripts() . $html;
		if ( null === $shown['json'] ) {
			return $html;
		}
		return '<script type="application/json">' . $shown['json'] . '</script>' . $html;
	}

	/**
	 * Which showing of the site's document this is. What other plugins render for the page's head, to describe it, is
	 * not shown and not counted.
	 */
	private static function number(): int {
		return doing_action( 'wp_head' ) ? 1 : ++self::$count;
	}

	/**
	 * What visitors need not know.
	 *
	 * @param string[] $notes The notes.
	 */
	private static function notes( array $notes ): string {
		if ( array() === $notes || ! current_user_can( 'edit_posts' ) ) {
			return '';
		}
		$html = '';
		foreach ( $notes as $note ) {
			$html .= '<li>' . esc_html( $note ) . '</li>';
		}
		$who = esc_html__( 'Remedy FAQ, to editors only:', 'remedy-faq' );
		return '<div class="remedy-faq-note" role="note"><p>' . $who . '</p><ul>' . Markup::shield( $html ) . '</ul></div>';
	}
}
