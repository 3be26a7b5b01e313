<?php
/**
 * What can be wrong with a content document, in the words that the widget itself uses (src/core/fault.rs).
 *
 * In English like the widget's own, and held to them by a test: whoever mends a document meets the same sentence in the
 * browser, in `make check` and here.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * Sentences that say what was wrong and how to mend it. Knows neither WordPress nor where the fault is.
 */
final class Problem {

	const EMPTY_TEXT = 'empty; write something here, or leave the field out where it is optional';
	const NO_BLOCK   = 'a part of an answer without content; write one of "p", "ul", "ol", "remedies"';
	const TWO_BLOCKS = 'two kinds of content in one part of an answer; give each of "p", "ul", "ol", "remedies" its own { }';
	const NOT_UTF8   = 'not UTF-8; save the file in that encoding';
	const AND_MORE   = 'there are more faults; mend these first';

	/**
	 * The file is no JSON at all.
	 *
	 * @param string $place Where that shows.
	 */
	public static function not_json( string $place ): string {
		return "not JSON $place; often a comma or a quotation mark too few or too many, or over 127 brackets inside each other";
	}

	/**
	 * The file is longer than what is read.
	 *
	 * @param int $bytes Its size.
	 * @param int $most  The largest that is read.
	 */
	public static function too_large( int $bytes, int $most ): string {
		return "$bytes bytes is more than the $most that are read; split the document";
	}

	/**
	 * A list is longer than what is read, or all lists together are.
	 *
	 * @param int $most        The longest list that is read.
	 * @param int $most_of_all How many members all lists may have.
	 */
	public static function too_many( int $most, int $most_of_all ): string {
		return "more than $most members here, or $most_of_all in all lists; split the document";
	}

	/**
	 * A value of another type than is wanted.
	 *
	 * @param string $expected What is wanted, with its article.
	 * @param mixed  $value    What is there.
	 */
	public static function wrong_type( string $expected, $value ): string {
		$found = 'a number';
		if ( null === $value ) {
			$found = 'null';
		} elseif ( is_bool( $value ) ) {
			$found = 'true or false';
		} elseif ( is_string( $value ) ) {
			$found = 'a string';
		} elseif ( is_array( $value ) ) {
			$found = 'a list';
		} elseif ( is_object( $value ) ) {
			$found = 'an object';
		}
		return "expected $expected, found $found; write $expected here";
	}

	/**
	 * A field that must be there is not.
	 *
	 * @param string $field Its name.
	 */
	public static function missing( string $field ): string {
		return "the field \"$field\" is missing; add it";
	}

	/**
	 * A field that has no meaning; most often a typo.
	 *
	 * @param string   $field Its name.
	 * @param string[] $known The names that have one.
	 */
	public static function unknown( string $field, array $known ): string {
		return 'unknown field "' . self::cut( $field ) . '"; the fields here are ' . implode( ', ', $known );
	}

	/**
	 * A version of the format that is not this one.
	 *
	 * @param mixed $value What stands there.
	 */
	public static function version( $value ): string {
		$found = is_int( $value ) && $value >= 0 ? (string) $value : 'of this kind';
		return "version $found is not known to this program; write 1";
	}

	/**
	 * An id with other characters than it may have.
	 *
	 * @param string $id The id.
	 */
	public static function bad_id( string $id ): string {
		return 'the id "' . self::cut( $id ) . '" may have letters a to z, digits, - and _ only; change it';
	}

	/**
	 * An id that stands twice.
	 *
	 * @param string $id The id.
	 */
	public static function duplicate_id( string $id ): string {
		return 'the id "' . self::cut( $id ) . '" is taken by an earlier entry; give each its own';
	}

	/**
	 * An answer names a remedy that is not there.
	 *
	 * @param string $id The id.
	 */
	public static function no_such_remedy( string $id ): string {
		return 'no remedy has the id "' . self::cut( $id ) . '"; add it to "remedies" or correct it here';
	}

	/**
	 * An address that must not be linked to.
	 *
	 * @param string $link The address.
	 */
	public static function bad_link( string $link ): string {
		return '"' . self::cut( $link ) . '" is no link that is allowed; begin it with https://, http://, mailto: or tel:, without spaces';
	}

	/**
	 * No day, or one that does not exist.
	 *
	 * @param string $date What stands there.
	 */
	public static function bad_date( string $date ): string {
		return '"' . self::cut( $date ) . '" is no date; write it as YYYY-MM-DD, such as 2026-11-22';
	}

	/**
	 * Neither of the two directions.
	 *
	 * @param string $dir What stands there.
	 */
	public static function bad_dir( string $dir ): string {
		return '"' . self::cut( $dir ) . '" is no direction; write "ltr" or "rtl"';
	}

	/**
	 * No language tag.
	 *
	 * @param string $lang What stands there.
	 */
	public static function bad_lang( string $lang ): string {
		return '"' . self::cut( $lang ) . '" is no language tag; write one such as "en" or "pt-BR"';
	}

	/**
	 * A quoted value, cut where it is as long as a file.
	 *
	 * @param string $value The value.
	 */
	private static function cut( string $value ): string {
		$characters = preg_split( '//u', $value, 122, PREG_SPLIT_NO_EMPTY );
		if ( false === $characters || count( $characters ) <= 120 ) {
			return $value;
		}
		return implode( '', array_slice( $characters, 0, 120 ) ) . '…';
	}
}
