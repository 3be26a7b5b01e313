<?php
/**
 * HTML of one document: what several parts of the view have in common.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * The words, the ids and the small pieces that recur.
 */
final class View extends Html {

	/**
	 * The document, valid.
	 *
	 * @var \stdClass
	 */
	public $document;

	/**
	 * Its remedies by id.
	 *
	 * @var array<string, \stdClass>
	 */
	public $remedies = array();

	/**
	 * What the widget says in it, by name.
	 *
	 * @var array<string, string>
	 */
	private $table;

	/**
	 * A view is of one document.
	 *
	 * @param \stdClass             $document The document, valid.
	 * @param array<string, string> $words    The widget's own words; the build makes the table (build/facts.php), so that
	 *                                        it stands in one place only.
	 */
	public function __construct( \stdClass $document, array $words ) {
		$this->document = $document;
		$this->table    = array_merge( $words, get_object_vars( $document->strings ?? new \stdClass() ) );
		foreach ( $document->remedies ?? array() as $remedy ) {
			$this->remedies[ $remedy->id ] = $remedy;
		}
	}

	/**
	 * What the widget says, in the document's own wording where it has one.
	 *
	 * @param string                $name  The word's name.
	 * @param array<string, string> $holes What stands for each `{hole}` in it.
	 */
	public function word( string $name, array $holes = array() ): string {
		return preg_replace_callback(
			'/\{([^}]*+)(?:\}|$)/D',
			static function ( array $found ) use ( $holes ): string {
				return $holes[ $found[1] ] ?? $found[0];
			},
			$this->table[ $name ]
		);
	}

	/**
	 * An id for a place of the widget's own. The dots keep it apart from every id that a document can have.
	 *
	 * @param string $name The place.
	 */
	public function place( string $name ): string {
		return "rf.{$this->document->id}.$name";
	}

	/**
	 * A link to a place of the widget.
	 *
	 * @param string $place Where to.
	 * @param string $word  What it says.
	 */
	public function jump( string $place, string $word ) {
		$this->open(
			'a',
			'',
			array(
				'href'  => '#' . $this->place( $place ),
				'class' => 'rf-jump',
			)
		);
		$this->words( $this->word( $word ) );
		$this->close();
	}

	/**
	 * A button that will work when the program is there.
	 *
	 * @param string $part Its part.
	 * @param string $word What it says.
	 */
	public function button( string $part, string $word ) {
		$this->open(
			'button',
			'',
			array(
				'type'  => 'button',
				'part'  => $part,
				'value' => $word,
				'class' => 'rf-button',
			)
		);
		$this->words( $this->word( $word ) );
		$this->close();
	}

	/**
	 * A line in which the program will announce something.
	 */
	public function status() {
		$this->line( 'p', 'rf-status', '', array( 'role' => 'status' ) );
	}

	/**
	 * A text with the word that says what it is; nothing where there is none.
	 *
	 * @param string            $word Which word.
	 * @param string            $css  The class.
	 * @param string|array|null $text The text.
	 */
	public function aside( string $word, string $css, $text ) {
		if ( null === $text ) {
			return;
		}
		$this->open( 'p', $css );
		$this->line( 'strong', '', $this->word( $word ) );
		$this->words( ' ' );
		$this->text( $text );
		$this->close();
	}

	/**
	 * A text in an element; nothing where there is none.
	 *
	 * @param string            $tag  The tag.
	 * @param string            $css  The class.
	 * @param string|array|null $text The text.
	 */
	public function if_any( string $tag, string $css, $text ) {
		if ( null !== $text ) {
			$this->text_line( $tag, $css, $text );
		}
	}
}
