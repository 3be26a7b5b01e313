<?php
/**
 * From what an author wrote in a shortcode or set in a block to attributes of the element.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

/**
 * Lets through what the element knows, and says of everything else why not.
 */
final class Attributes {

	/** What an attribute may be, as a pattern. `exclusive` and `src` have rules of their own. */
	const RULES = array(
		'storage'       => 'local|session|none',
		'open'          => 'none|first|all',
		'heading-level' => '[2-6]',
		'loading'       => 'eager',
		'lang'          => '[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*',
		'dir'           => 'ltr|rtl',
	);

	/**
	 * The element's attributes.
	 *
	 * @var array<string, string>
	 */
	public $good = array();

	/**
	 * What is said to editors of the others.
	 *
	 * @var string[]
	 */
	public $notes = array();

	/**
	 * Reads what was written.
	 *
	 * @param array<int|string, mixed> $written By name; a word that stands alone has a number.
	 */
	public function __construct( array $written ) {
		foreach ( $written as $name => $value ) {
			if ( is_int( $name ) ) {
				list( $name, $value ) = array( $value, true );
			}
			$this->read( self::name( (string) $name ), $value );
		}
	}

	/**
	 * Does the element know this attribute?
	 *
	 * @param string $written Its name in a shortcode or a block.
	 */
	public static function knows( string $written ): bool {
		$name = self::name( $written );
		return isset( self::RULES[ $name ] ) || 'exclusive' === $name || 'src' === $name;
	}

	/**
	 * The element's name for the block's `headingLevel` and a shortcode's `heading_level`.
	 *
	 * @param string $written The name there.
	 */
	private static function name( string $written ): string {
		return str_replace( '_', '-', strtolower( preg_replace( '/(?<=[a-z])(?=[A-Z])/', '-', $written ) ) );
	}

	/**
	 * The attributes as HTML, with a space before each.
	 */
	public function html(): string {
		$html = '';
		foreach ( $this->good as $name => $value ) {
			$html .= " $name=\"" . esc_attr( $value ) . '"';
		}
		return $html;
	}

	/**
	 * One attribute.
	 *
	 * @param string $name  Its name.
	 * @param mixed  $value Its value; true where only the name was written.
	 */
	private function read( string $name, $value ) {
		$word = is_bool( $value ) ? '' : trim( (string) $value );
		if ( 'exclusive' === $name ) {
			$this->flag( $name, $value );
		} elseif ( 'src' === $name ) {
			$this->address( $word );
		} elseif ( ! isset( self::RULES[ $name ] ) ) {
			/* translators: %s: the name of an attribute. */
			$this->notes[] = sprintf( __( 'There is no attribute “%s”. It is ignored.', 'remedy-faq' ), $name );
		} elseif ( 1 === preg_match( '/^(?:' . self::RULES[ $name ] . ')$/D', $word ) ) {
			$this->good[ $name ] = $word;
		} elseif ( '' !== $word || true === $value ) {
			/* translators: 1: the name of an attribute. 2: its value. */
			$this->notes[] = sprintf( __( '%1$s="%2$s" has no meaning. It is ignored.', 'remedy-faq' ), $name, $word );
		}
	}

	/**
	 * An attribute whose presence is its value. `exclusive="false"` is absent: nobody who writes it means the contrary.
	 *
	 * @param string $name  Its name.
	 * @param mixed  $value Its value.
	 */
	private function flag( string $name, $value ) {
		if ( true === $value || ! in_array( strtolower( (string) $value ), array( '', 'false', 'no', '0' ), true ) ) {
			$this->good[ $name ] = '';
		}
	}

	/**
	 * The address of another document. On this site only: a page must not make its visitors' browsers ask others.
	 *
	 * @param string $address What was written.
	 */
	private function address( string $address ) {
		// As it will stand in the page: what WordPress takes out of an address can change where it leads.
		$clean = esc_url_raw( $address );
		if ( '' !== $clean && self::is_here( $clean ) ) {
			$this->good['src'] = $clean;
			$this->notes[]     = __( 'With src, visitors without JavaScript see no questions, because the browser reads it. Upload the document under “Settings → Remedy FAQ” instead.', 'remedy-faq' );
		} elseif ( '' !== $address ) {
			/* translators: %s: an address. */
			$this->notes[] = sprintf( __( 'src="%s" is no address on this site, such as /questions.json. It is ignored.', 'remedy-faq' ), $address );
		}
	}

	/**
	 * Does this address lead to this site?
	 *
	 * @param string $address The address, clean.
	 */
	private static function is_here( string $address ): bool {
		$origin = static function ( string $address ): string {
			$parts = wp_parse_url( $address );
			return is_array( $parts ) ? ( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) . ':' . ( $parts['port'] ?? '' ) : '';
		};
		return 1 === preg_match( '~^/(?![/\\\\])~', $address ) || $origin( $address ) === $origin( home_url() );
	}
}
