<?php
/**
 * Where a text stops being JSON.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * Reads JSON for its faults alone, as strictly as the widget's parser (serde_json) and with the same place for each: PHP's
 * own parser says no place, and takes `TRUE` for a word of JSON.
 */
final class Json {

	/** Deeper nesting is no document, and the widget's parser gives up there. */
	const MAX_DEPTH = 127;

	const SPACE = " \t\n\r";
	const DIGIT = '0123456789';

	/** What does not stand in a string as it is. */
	const NOT_PLAIN = "\"\\\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f";

	/**
	 * The text.
	 *
	 * @var string
	 */
	private $json;

	/**
	 * How far it was read.
	 *
	 * @var int
	 */
	private $at = 0;

	/**
	 * The lists and objects that are open, from the outside in, each by its bracket.
	 *
	 * @var string
	 */
	private $open = '';

	/**
	 * A reader of one text.
	 *
	 * @param string $json The text.
	 */
	private function __construct( string $json ) {
		$this->json = $json;
	}

	/**
	 * Where the first fault shows, as in "at line 2 column 7", with columns in bytes; '' where there is none.
	 *
	 * @param string $json The text, in UTF-8.
	 */
	public static function fault( string $json ): string {
		$reader = new self( $json );
		if ( $reader->all() ) {
			return '';
		}
		$before = substr( $json, 0, min( $reader->at, strlen( $json ) ) );
		$start  = strrpos( $before, "\n" );
		$column = strlen( $before ) - ( false === $start ? 0 : $start + 1 );
		return 'at line ' . ( 1 + substr_count( $before, "\n" ) ) . " column $column";
	}

	/**
	 * Reads everything. Where it gives false, the fault is the last byte read, or the end.
	 */
	private function all(): bool {
		$then = 'value';
		for ( ;; ) {
			$this->at += strspn( $this->json, self::SPACE, $this->at );
			$byte      = $this->next();
			if ( '' === $byte ) {
				return 'more' === $then && '' === $this->open;
			}
			$then = $this->step( $then, $byte );
			if ( '' === $then ) {
				return false;
			}
		}
	}

	/**
	 * Reads one thing that begins with a byte just read.
	 *
	 * @param string $what What may stand here.
	 * @param string $byte The byte.
	 * @return string What may stand next; '' after a fault.
	 */
	private function step( string $what, string $byte ): string {
		$inside = substr( $this->open, -1 );
		if ( 'more' === $what && ',' === $byte && '' !== $inside ) {
			return '[' === $inside ? 'value' : 'name';
		}
		$may_end = in_array( $what, array( 'more', 'first value', 'first name' ), true );
		if ( $may_end && ( '[]' === $inside . $byte || '{}' === $inside . $byte ) ) {
			$this->open = substr( $this->open, 0, -1 );
			return 'more';
		}
		if ( 'value' === $what || 'first value' === $what ) {
			return $this->value( $byte );
		}
		if ( 'name' === $what || 'first name' === $what ) {
			// PHP has no field whose name begins so.
			$nul = '\u0000' === substr( $this->json, $this->at, 6 );
			return '"' === $byte && ! $nul && $this->string() ? 'colon' : '';
		}
		return 'colon' === $what && ':' === $byte ? 'value' : '';
	}

	/**
	 * A value.
	 *
	 * @param string $byte Its first byte.
	 * @return string What may stand next; '' after a fault.
	 */
	private function value( string $byte ): string {
		if ( '[' === $byte || '{' === $byte ) {
			$this->open .= $byte;
			if ( strlen( $this->open ) > self::MAX_DEPTH ) {
				return '';
			}
			return '[' === $byte ? 'first value' : 'first name';
		}
		$words = array(
			't' => 'rue',
			'f' => 'alse',
			'n' => 'ull',
		);
		if ( isset( $words[ $byte ] ) ) {
			$good = $this->word( $words[ $byte ] );
		} elseif ( '"' === $byte ) {
			$good = $this->string();
		} else {
			$good = $this->number( $byte );
		}
		return $good ? 'more' : '';
	}

	/**
	 * The rest of `true`, `false` or `null`.
	 *
	 * @param string $rest The rest.
	 */
	private function word( string $rest ): bool {
		foreach ( str_split( $rest ) as $byte ) {
			if ( $this->next() !== $byte ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A number.
	 *
	 * @param string $byte Its first byte.
	 */
	private function number( string $byte ): bool {
		$start = $this->at - 1;
		$digit = '-' === $byte ? $this->next() : $byte;
		if ( ! ctype_digit( $digit ) ) {
			return false;
		}
		if ( $this->digits() > 0 && '0' === $digit ) {
			$this->at = $start + ( '-' === $byte ? 3 : 2 );
			return false;
		}
		if ( $this->skip( '.' ) && 0 === $this->digits() ) {
			++$this->at;
			return false;
		}
		if ( $this->skip( 'eE' ) ) {
			$this->skip( '+-' );
			if ( 0 === $this->digits() ) {
				++$this->at;
				return false;
			}
		}
		return true;
	}

	/**
	 * The rest of a string.
	 */
	private function string(): bool {
		for ( ;; ) {
			$this->at += strcspn( $this->json, self::NOT_PLAIN, $this->at );
			$byte      = $this->next();
			if ( '"' === $byte ) {
				return true;
			}
			if ( '\\' !== $byte || ! $this->escape() ) {
				return false;
			}
		}
	}

	/**
	 * What follows a backslash.
	 */
	private function escape(): bool {
		$byte = $this->next();
		if ( 'u' !== $byte ) {
			return '' !== $byte && false !== strpos( '"\\/bfnrt', $byte );
		}
		$unit = $this->hex();
		if ( $unit < 0xd800 || $unit > 0xdbff ) {
			// The second half of a pair does not stand alone.
			return $unit >= 0 && ( $unit < 0xdc00 || $unit > 0xdfff );
		}
		if ( '\\' !== $this->next() || 'u' !== $this->next() ) {
			return false;
		}
		$unit = $this->hex();
		return $unit >= 0xdc00 && $unit <= 0xdfff;
	}

	/**
	 * Four hexadecimal digits; gives their value, or -1.
	 */
	private function hex(): int {
		$digits    = substr( $this->json, $this->at, 4 );
		$this->at += 4;
		return 4 === strlen( $digits ) && ctype_xdigit( $digits ) ? (int) hexdec( $digits ) : -1;
	}

	/**
	 * The next byte, or '' at the end.
	 */
	private function next(): string {
		return $this->json[ $this->at++ ] ?? '';
	}

	/**
	 * Goes over the next byte, if it is one of some.
	 *
	 * @param string $bytes The bytes.
	 */
	private function skip( string $bytes ): bool {
		$skipped   = strspn( $this->json, $bytes, $this->at, 1 );
		$this->at += $skipped;
		return $skipped > 0;
	}

	/**
	 * Goes over digits; gives how many.
	 */
	private function digits(): int {
		$count     = strspn( $this->json, self::DIGIT, $this->at );
		$this->at += $count;
		return $count;
	}
}
