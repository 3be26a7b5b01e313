<?php
/**
 * A stored fallback, made to agree with the attributes of one element.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

/**
 * Works on markup that Renderer wrote and nobody else: `<` stands in it only where a tag begins, and `>`
 * only where one ends. Without WordPress, and quick: this runs at every view of a page.
 */
final class Markup {

	/** The tags for headings by their level in the whole; see `tag` in src/ui/heading.rs. */
	const TAGS = array( 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6' );

	/**
	 * The fallback as the live widget with these attributes would look.
	 *
	 * @param string                $html       The fallback for `heading-level="3"` and no other attribute.
	 * @param array<string, string> $attributes The element's attributes.
	 * @param array<string, string> $kept       What is said of where ticks are kept, by `storage`; as words.
	 */
	public static function for_element( string $html, array $attributes, array $kept ): string {
		$html = self::with_headings( $html, (int) ( $attributes['heading-level'] ?? 0 ) );
		foreach ( array( 'lang', 'dir' ) as $name ) {
			$own = '/^(<section [^>]*\b' . $name . '=")([^"]*)/';
			// What says another language has chosen the words, and not what the content is in.
			if ( isset( $attributes[ $name ] ) && preg_match( $own, $html, $found ) && ( 'dir' === $name || 0 === strpos( $attributes[ $name ], $found[2] ) ) ) {
				$html = self::replace_first( $own, $html, self::escape( $attributes[ $name ] ) );
			}
		}
		$storage = $attributes['storage'] ?? '';
		if ( isset( $kept[ $storage ] ) ) {
			$html = self::replace_first( '~(<p class="rf-kept rf-live" role="status">)[^<]*~', $html, self::escape( $kept[ $storage ] ) );
		}
		$more = '';
		if ( isset( $attributes['exclusive'] ) && 1 === preg_match( '/ id="(rf\.[^".]*\.questions)"/', $html, $found ) ) {
			$more = " name=\"$found[1]\"";
			// Where one is open at a time, there is no button that opens all.
			$html = preg_replace( '~<button [^>]*\bvalue="openAll"[^>]*>[^<]*</button>~', '', $html, 1 ) ?? $html;
		}
		$question = '<details class="rf-question" part="question"';
		$open     = $attributes['open'] ?? '';
		$html     = str_replace( $question, $question . $more . ( 'all' === $open ? ' open=""' : '' ), $html );
		if ( 'first' === $open ) {
			$html = self::replace_first( '/(<details class="rf-question")/', $html, ' open=""' );
		}
		return $html;
	}

	/**
	 * A further copy on one page: every id in it is its own, and every label and name finds what it belongs to. The program
	 * knows its questions all the same (`original` in src/browser/takeover.rs). A link to a question is for passing on: it
	 * stays as it is, and leads to the first.
	 *
	 * @param string $html   The fallback.
	 * @param int    $number Which copy, from 2.
	 */
	public static function copy( string $html, int $number ): string {
		// In an attribute's text there can be ` id=` before the quotation mark that ends it; then no id follows.
		$attributes = '/( (?:(?:id|for|aria-labelledby|aria-describedby)="|name="rf\.|href="#rf\.)[\w.-]+)"/';
		return preg_replace_callback(
			'/<[a-z][^<>]*>/',
			static function ( array $tag ) use ( $attributes, $number ): string {
				// No document has an id with a `~`, and none of the widget's own has one.
				return preg_replace( $attributes, "\$1~$number\"", $tag[0] );
			},
			$html
		);
	}

	/**
	 * Markup in which WordPress finds nothing to mend. What a block or a shortcode gives still passes the filters of the
	 * post's content: they would make a shortcode of `[gallery]` in an answer, and a picture of `:)`.
	 *
	 * @param string $html The fallback.
	 */
	public static function shield( string $html ): string {
		$html = strtr(
			$html,
			array(
				'[' => '&#91;',
				']' => '&#93;',
			)
		);
		return preg_replace_callback(
			'/(?<=[\s>])[:;8](?=[^\s\d<])/',
			static function ( array $found ): string {
				return '&#' . ord( $found[0] ) . ';';
			},
			$html
		);
	}

	/**
	 * JSON as it can stand in a page: no `<` to end its script, and no `[` in a string to begin a shortcode.
	 *
	 * @param mixed $value What is encoded.
	 */
	public static function json( $value ): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Without WordPress.
		$json = json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES );
		return preg_replace_callback(
			'/"(?:[^"\\\\]++|\\\\.)*+"/',
			static function ( array $found ): string {
				return str_replace( '[', '\u005b', $found[0] );
			},
			$json
		);
	}

	/**
	 * Headings for another level of the questions than 3; without one they have none.
	 *
	 * @param string $html  The fallback.
	 * @param int    $level 2 to 6, or 0.
	 */
	private static function with_headings( string $html, int $level ): string {
		$tags  = array(
			'h1' => 0 === $level ? 'h2' : self::TAGS[ $level - 2 ],
			'h2' => 0 === $level ? 'h3' : self::TAGS[ max( $level - 1, 2 ) ],
			'h3' => 0 === $level ? 'span' : self::TAGS[ $level ],
		);
		$pairs = array();
		foreach ( $tags as $old => $new ) {
			$pairs[ "<$old " ]  = "<$new ";
			$pairs[ "</$old>" ] = "</$new>";
		}
		// An area of the remedies is a part of a section, on a level of its own.
		$part = 0 === $level ? 'h4' : self::TAGS[ max( $level, 3 ) ];
		return preg_replace( '~<(\w+)( class="rf-area-name">[^<]*)</\1>~', "<$part\$2</$part>", strtr( $html, $pairs ) );
	}

	/**
	 * Puts something behind the first find of a pattern's first group, in the place of the rest of the find.
	 *
	 * @param string $pattern The pattern.
	 * @param string $html    The fallback.
	 * @param string $value   What is put there, escaped.
	 */
	private static function replace_first( string $pattern, string $html, string $value ): string {
		return preg_replace_callback(
			$pattern,
			static function ( array $found ) use ( $value ): string {
				return $found[1] . $value;
			},
			$html,
			1
		);
	}

	/**
	 * Words as they can stand in an attribute and between tags.
	 *
	 * @param string $words The words.
	 */
	private static function escape( string $words ): string {
		return htmlspecialchars( $words, ENT_COMPAT | ENT_SUBSTITUTE, 'UTF-8' );
	}
}
