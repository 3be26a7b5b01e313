<?php
/**
 * The content document, version 1, read as strictly as the widget reads it (src/core/read.rs).
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * A valid document, or its faults. Knows nothing of WordPress, nor of how a document is shown.
 */
final class Document extends Reader {

	/**
	 * The largest document that is read, in bytes. The widget alone reads four times as much; but here the document
	 * stands in every page that shows it.
	 */
	const MAX_BYTES = 1048576;

	const DOCUMENT     = array(
		'schemaVersion',
		'id',
		'lang',
		'dir',
		'title',
		'intro',
		'reviewed',
		'reviewer',
		'sources',
		'urgent',
		'remedies',
		'questions',
		'clinic',
		'strings',
	);
	const REMEDY       = array( 'id', 'label', 'detail', 'area', 'caution' );
	const QUESTION     = array( 'id', 'question', 'note', 'answer' );
	const BLOCK        = array( 'p', 'ul', 'ol', 'remedies' );
	const SOURCE       = array( 'title', 'url', 'accessed' );
	const URGENT       = array( 'title', 'groups' );
	const URGENT_GROUP = array( 'title', 'signs', 'action' );
	const CLINIC       = array( 'name', 'phone', 'url' );

	/**
	 * The names of the widget's own words, which a document may replace.
	 *
	 * @var string[]
	 */
	private $words;

	/**
	 * The ids met so far, each with how many came before it.
	 *
	 * @var array<string, int>
	 */
	private $ids = array();

	/**
	 * How many remedies there are. Their ids come before all others: by that the answers know them.
	 *
	 * @var int
	 */
	private $remedies = 0;

	/**
	 * The document as it was decoded. What is in it counts only if there are no faults.
	 *
	 * @var \stdClass|null
	 */
	private $fields = null;

	/**
	 * Reads and checks a document.
	 *
	 * @param string   $json  Its text.
	 * @param string[] $words The names of the widget's own words.
	 */
	public function __construct( string $json, array $words ) {
		$this->words = $words;
		// Some editors begin a file with a byte order mark; browsers drop it, too.
		$json = 0 === strncmp( $json, "\xEF\xBB\xBF", 3 ) ? substr( $json, 3 ) : $json;
		if ( strlen( $json ) > self::MAX_BYTES ) {
			$this->fault( Problem::too_large( strlen( $json ), self::MAX_BYTES ) );
			return;
		}
		if ( 1 !== preg_match( '//u', $json ) ) {
			$this->fault( Problem::NOT_UTF8 );
			return;
		}
		$place = Json::fault( $json );
		if ( '' !== $place ) {
			$this->fault( Problem::not_json( $place ) );
			return;
		}
		// PHP counts what stands in the innermost, too.
		$this->document( json_decode( $json, false, Json::MAX_DEPTH + 1 ) );
	}

	/**
	 * Everything that is wrong, each with its `path` and its `problem`; none in a valid document.
	 *
	 * @return array<array{path: string, problem: string}>
	 */
	public function faults(): array {
		return $this->faults;
	}

	/**
	 * The document as it was decoded, if it is valid.
	 *
	 * @return \stdClass|null
	 */
	public function valid() {
		return array() === $this->faults ? $this->fields : null;
	}

	/**
	 * The whole.
	 *
	 * @param mixed $value What was decoded.
	 */
	private function document( $value ) {
		$fields  = $this->fields( $value, self::DOCUMENT );
		$version = 'schemaVersion';
		if ( $this->required( $fields, $version ) && 1 !== $fields->$version ) {
			$this->fault_in( $version, Problem::version( $fields->$version ) );
		}
		$this->id( $fields );
		// The document's own id may be that of a question.
		$this->ids = array();
		$this->lang( $fields );
		$this->optional( $fields, 'dir', 'dir' );
		$this->members( $fields, 'remedies', 'remedy' );
		$this->remedies = is_array( $fields->remedies ?? null ) ? count( $fields->remedies ) : 0;
		$this->required( $fields, 'questions' );
		$this->required_text( $fields, 'title' );
		$this->optional( $fields, 'intro', 'text' );
		$this->optional( $fields, 'reviewed', 'date' );
		$this->optional( $fields, 'reviewer', 'text' );
		$this->members( $fields, 'sources', 'source' );
		$this->optional( $fields, 'urgent', 'urgent' );
		$this->optional( $fields, 'clinic', 'clinic' );
		$this->optional( $fields, 'strings', 'strings' );
		// Their faults come last, as the widget tells them.
		$this->members( $fields, 'questions', 'question' );
		$this->fields = $fields;
	}

	/**
	 * A remedy.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function remedy( $value ) {
		$fields = $this->fields( $value, self::REMEDY );
		$this->id( $fields );
		$this->required_text( $fields, 'label' );
		foreach ( array( 'detail', 'area', 'caution' ) as $name ) {
			$this->optional( $fields, $name, 'text' );
		}
	}

	/**
	 * A question with its answer.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function question( $value ) {
		$fields = $this->fields( $value, self::QUESTION );
		$this->id( $fields );
		$this->required_text( $fields, 'question' );
		$this->required( $fields, 'answer' );
		$this->members( $fields, 'answer', 'block' );
		$this->optional( $fields, 'note', 'text' );
	}

	/**
	 * A part of an answer.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function block( $value ) {
		$fields = $this->fields( $value, self::BLOCK );
		$kinds  = array();
		foreach ( self::BLOCK as $kind ) {
			if ( null !== $fields && property_exists( $fields, $kind ) ) {
				$kinds[] = $kind;
			}
		}
		if ( array() === $kinds ) {
			$this->fault( Problem::NO_BLOCK );
			return;
		}
		if ( count( $kinds ) > 1 ) {
			$this->fault( Problem::TWO_BLOCKS );
		}
		if ( 'p' === $kinds[0] ) {
			$this->required_text( $fields, 'p' );
		} else {
			$this->members( $fields, $kinds[0], 'remedies' === $kinds[0] ? 'named_remedy' : 'text' );
		}
	}

	/**
	 * The id of a remedy that the document has.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function named_remedy( $value ) {
		$id = $this->string( $value );
		if ( ( $this->ids[ $id ] ?? $this->remedies ) >= $this->remedies ) {
			$this->fault( Problem::no_such_remedy( $id ) );
		}
	}

	/**
	 * Where the content comes from.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function source( $value ) {
		$fields = $this->fields( $value, self::SOURCE );
		$this->required_text( $fields, 'title' );
		$this->optional( $fields, 'url', 'href' );
		$this->optional( $fields, 'accessed', 'date' );
	}

	/**
	 * The help-now card.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function urgent( $value ) {
		$fields = $this->fields( $value, self::URGENT );
		$this->required_text( $fields, 'title' );
		$this->members( $fields, 'groups', 'urgent_group' );
	}

	/**
	 * A group of signs.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function urgent_group( $value ) {
		$fields = $this->fields( $value, self::URGENT_GROUP );
		$this->required_text( $fields, 'title' );
		$this->members( $fields, 'signs', 'text' );
		$this->optional( $fields, 'action', 'text' );
	}

	/**
	 * The clinic whose page it is.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function clinic( $value ) {
		$fields = $this->fields( $value, self::CLINIC );
		$this->required_text( $fields, 'name' );
		$this->optional( $fields, 'phone', 'string' );
		$this->optional( $fields, 'url', 'href' );
	}

	/**
	 * The document's own wording of what the widget says.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function strings( $value ) {
		if ( ! is_object( $value ) ) {
			$this->wrong_type( 'an object of strings', $value );
			return;
		}
		foreach ( self::names( $value ) as $name ) {
			if ( in_array( $name, $this->words, true ) ) {
				$this->inside( $name, $value->$name, 'string' );
			} else {
				$this->fault( Problem::unknown( $name, $this->words ) );
			}
		}
	}

	/**
	 * An id, which no other entry has.
	 *
	 * @param \stdClass|null $fields The object, or null where none stood there.
	 */
	private function id( $fields ) {
		$id = $this->required_string( $fields, 'id' );
		if ( 1 !== preg_match( '/^[A-Za-z0-9_-]*$/D', $id ) ) {
			$this->fault_in( 'id', Problem::bad_id( $id ) );
		} elseif ( '' !== $id ) {
			if ( isset( $this->ids[ $id ] ) ) {
				$this->fault_in( 'id', Problem::duplicate_id( $id ) );
			} else {
				$this->ids[ $id ] = count( $this->ids );
			}
		}
	}

	/**
	 * The document's language.
	 *
	 * @param \stdClass|null $fields The object, or null where none stood there.
	 */
	private function lang( $fields ) {
		$lang = $this->required_string( $fields, 'lang' );
		if ( '' !== $lang && 1 !== preg_match( '/^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*$/D', $lang ) ) {
			$this->fault_in( 'lang', Problem::bad_lang( $lang ) );
		}
	}

	/**
	 * The direction in which that runs.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function dir( $value ) {
		$dir = $this->string( $value );
		if ( 'ltr' !== $dir && 'rtl' !== $dir ) {
			$this->fault( Problem::bad_dir( $dir ) );
		}
	}

	/**
	 * A day that exists.
	 *
	 * @param mixed $value What stands there.
	 */
	protected function date( $value ) {
		$date = $this->string( $value );
		// The year 0, which the widget knows, is a leap year like 2000; PHP's calendar begins with 1.
		$good = 1 === preg_match( '/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/D', $date, $part )
			&& checkdate( (int) $part[2], (int) $part[3], '0000' === $part[1] ? 2000 : (int) $part[1] );
		if ( ! $good ) {
			$this->fault( Problem::bad_date( $date ) );
		}
	}
}
