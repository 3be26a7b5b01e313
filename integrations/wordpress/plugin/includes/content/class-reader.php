<?php
/**
 * The part of reading that knows JSON but not the document: where one is, what was expected there, what was wrong.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * A walk over decoded JSON that notes every fault with its path, in the order in which the widget notes them
 * (src/core/reader.rs). Objects are `stdClass`, so that `{}` is not taken for `[]`.
 */
abstract class Reader {

	/** After so many, more faults help nobody. */
	const MOST_FAULTS = 100;

	/** How many members a list may have, and all lists together. */
	const MAX_MEMBERS        = 10000;
	const MAX_MEMBERS_OF_ALL = 50000;

	/** What Rust calls white space: the widget trims with it. */
	const SPACE = '\x{9}-\x{d}\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}';

	/** Characters that are not seen, or that turn the direction of what follows them. */
	const INVISIBLE = '\x{ad}\x{34f}\x{61c}\x{115f}\x{1160}\x{180e}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}-\x{206f}\x{3164}\x{fe00}-\x{fe0f}\x{feff}\x{ffa0}\x{e0000}-\x{e007f}';

	const CONTROL = '\x{0}-\x{1f}\x{7f}-\x{9f}';

	/**
	 * Where the walk is: field names as strings, places in lists as integers.
	 *
	 * @var array<int|string>
	 */
	private $path = array();

	/**
	 * What was found to be wrong: each with its `path` and its `problem`.
	 *
	 * @var array<array{path: string, problem: string}>
	 */
	protected $faults = array();

	/**
	 * How many members the lists so far have.
	 *
	 * @var int
	 */
	private $members = 0;

	/**
	 * Is this address one that may be linked to?
	 *
	 * @param string $address The address.
	 */
	public static function is_link( string $address ): bool {
		$complete = preg_match( '~^(?:https?://.|(?:mailto|tel):.)~iu', $address );
		return 1 === $complete && 0 === preg_match( '/[' . self::SPACE . self::CONTROL . self::INVISIBLE . ']/u', $address );
	}

	/**
	 * Is nothing seen of these words?
	 *
	 * @param string $words The words.
	 */
	private static function is_blank( string $words ): bool {
		return 1 === preg_match( '/^[' . self::SPACE . self::INVISIBLE . ']*+$/Du', $words );
	}

	/**
	 * A text: a string, or a list of strings, links and strong words.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function text( $value ) {
		$words = '';
		if ( is_array( $value ) ) {
			$this->count_members( count( $value ) );
			foreach ( $value as $index => $member ) {
				$words .= $this->inside( $index, $member, 'span' );
			}
		} elseif ( is_string( $value ) ) {
			$words = $value;
		} else {
			$this->wrong_type( 'a text (a string, or a list of strings, links and strong words)', $value );
			return;
		}
		if ( self::is_blank( $words ) ) {
			$this->fault( Problem::EMPTY_TEXT );
		}
	}

	/**
	 * A piece of a text; gives its words.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function span( $value ): string {
		if ( is_string( $value ) ) {
			return $value;
		}
		if ( ! is_object( $value ) ) {
			$this->wrong_type( 'a string, a link or a strong word', $value );
			return '';
		}
		if ( property_exists( $value, 'strong' ) ) {
			$this->fields( $value, array( 'strong' ) );
			return $this->required_string( $value, 'strong' );
		}
		$this->fields( $value, array( 'link', 'text' ) );
		$good = $this->required( $value, 'link' ) && $this->inside( 'link', $value->link, 'href' );
		$text = $this->required_string( $value, 'text' );
		return $good ? $text : '';
	}

	/**
	 * An address; is it good?
	 *
	 * @param mixed $value What stands there.
	 */
	protected function href( $value ): bool {
		$address = $this->string( $value );
		$good    = self::is_link( $address );
		if ( ! $good ) {
			$this->fault( Problem::bad_link( $address ) );
		}
		return $good;
	}

	/**
	 * A text that must be there.
	 *
	 * @param \stdClass|null $fields The object, or null where none stood there.
	 * @param string         $name   The field.
	 */
	protected function required_text( $fields, string $name ) {
		if ( $this->required( $fields, $name ) ) {
			$this->inside( $name, $fields->$name, 'text' );
		}
	}

	/**
	 * A string that must be there and say something; gives it, or ''.
	 *
	 * @param \stdClass|null $fields The object, or null where none stood there.
	 * @param string         $name   The field.
	 */
	protected function required_string( $fields, string $name ): string {
		if ( ! $this->required( $fields, $name ) ) {
			return '';
		}
		$string = $this->inside( $name, $fields->$name, 'string' );
		if ( self::is_blank( $string ) ) {
			$this->fault_in( $name, Problem::EMPTY_TEXT );
		}
		return $string;
	}

	/**
	 * A string; gives it, or '' where something else stands.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function string( $value ): string {
		if ( is_string( $value ) ) {
			return $value;
		}
		$this->wrong_type( 'a string', $value );
		return '';
	}

	/**
	 * An object whose every field is known; null where it is none.
	 *
	 * @param mixed    $value What stands there.
	 * @param string[] $known The names of the fields.
	 * @return \stdClass|null
	 */
	protected function fields( $value, array $known ) {
		if ( ! is_object( $value ) ) {
			$this->wrong_type( 'an object', $value );
			return null;
		}
		foreach ( self::names( $value ) as $name ) {
			if ( ! in_array( $name, $known, true ) ) {
				$this->fault( Problem::unknown( $name, $known ) );
			}
		}
		return $value;
	}

	/**
	 * The names of an object's fields, in the order of the text.
	 *
	 * @param \stdClass $fields The object.
	 * @return string[]
	 */
	protected static function names( \stdClass $fields ): array {
		// PHP makes integers of keys such as "7".
		return array_map( 'strval', array_keys( get_object_vars( $fields ) ) );
	}

	/**
	 * A list that may be missing but not empty; every member is read by the method named.
	 *
	 * @param \stdClass|null $fields The object, or null where none stood there.
	 * @param string         $name   The field.
	 * @param string         $member The method.
	 */
	protected function members( $fields, string $name, string $member ) {
		$this->optional( $fields, $name, 'each', $member );
	}

	/**
	 * The list itself.
	 *
	 * @param mixed  $members What stands there.
	 * @param string $member  The method.
	 */
	protected function each( $members, string $member ) {
		if ( ! is_array( $members ) ) {
			$this->wrong_type( 'a list', $members );
			return;
		}
		if ( array() === $members ) {
			$this->fault( Problem::EMPTY_TEXT );
		}
		$this->count_members( count( $members ) );
		foreach ( $members as $index => $value ) {
			$this->inside( $index, $value, $member );
			if ( count( $this->faults ) > self::MOST_FAULTS ) {
				break;
			}
		}
	}

	/**
	 * Notes a list that is too long, and the first with which all lists together are.
	 *
	 * @param int $members How many the list has.
	 */
	private function count_members( int $members ) {
		$before         = $this->members;
		$this->members += $members;
		if ( $members > self::MAX_MEMBERS || ( $before <= self::MAX_MEMBERS_OF_ALL && $this->members > self::MAX_MEMBERS_OF_ALL ) ) {
			$this->fault( Problem::too_many( self::MAX_MEMBERS, self::MAX_MEMBERS_OF_ALL ) );
		}
	}

	/**
	 * A field that may be missing, read by the method named; gives what that gives, or null.
	 *
	 * @param \stdClass|null $fields  The object, or null where none stood there.
	 * @param string         $name    The field.
	 * @param string         $read    The method.
	 * @param mixed          ...$more What else the method takes.
	 * @return mixed
	 */
	protected function optional( $fields, string $name, string $read, ...$more ) {
		if ( null === $fields || ! property_exists( $fields, $name ) ) {
			return null;
		}
		return $this->inside( $name, $fields->$name, $read, ...$more );
	}

	/**
	 * Is this field there? A fault if not; but none where there was no object to have it.
	 *
	 * @param \stdClass|null $fields The object, or null where none stood there.
	 * @param string         $name   The field.
	 */
	protected function required( $fields, string $name ): bool {
		if ( null === $fields ) {
			return false;
		}
		if ( property_exists( $fields, $name ) ) {
			return true;
		}
		$this->fault( Problem::missing( $name ) );
		return false;
	}

	/**
	 * Reads a value one step further in.
	 *
	 * @param int|string $step    The field or the place.
	 * @param mixed      $value   What stands there.
	 * @param string     $read    The method that reads it.
	 * @param mixed      ...$more What else the method takes.
	 * @return mixed
	 */
	protected function inside( $step, $value, string $read, ...$more ) {
		$this->path[] = $step;
		$result       = $this->$read( $value, ...$more );
		array_pop( $this->path );
		return $result;
	}

	/**
	 * Notes that something else stands here than is wanted.
	 *
	 * @param string $expected What is wanted, with its article.
	 * @param mixed  $value    What stands there.
	 */
	protected function wrong_type( string $expected, $value ) {
		$this->fault( Problem::wrong_type( $expected, $value ) );
	}

	/**
	 * Notes a fault of a field.
	 *
	 * @param string $name    The field.
	 * @param string $problem What is wrong.
	 */
	protected function fault_in( string $name, string $problem ) {
		$this->path[] = $name;
		$this->fault( $problem );
		array_pop( $this->path );
	}

	/**
	 * Notes a fault here.
	 *
	 * @param string $problem What is wrong.
	 */
	protected function fault( string $problem ) {
		$count = count( $this->faults );
		if ( $count > self::MOST_FAULTS ) {
			return;
		}
		$path = '';
		foreach ( $this->path as $step ) {
			if ( is_int( $step ) ) {
				$path .= "[$step]";
			} else {
				$path .= ( '' === $path ? '' : '.' ) . $step;
			}
		}
		$this->faults[] = array(
			'path'    => $path,
			'problem' => self::MOST_FAULTS === $count ? Problem::AND_MORE : $problem,
		);
	}
}
