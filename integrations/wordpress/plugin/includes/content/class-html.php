<?php
/**
 * HTML while it is written: elements, attributes, words. Everything that comes from outside is escaped here, and
 * nowhere else.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * Collects markup. Not WordPress's `esc_html()`, which leaves `&amp;` as it is: a text that shows these five characters
 * in the live widget must show them in the fallback too.
 */
class Html {

	/**
	 * What was written so far.
	 *
	 * @var string
	 */
	private $out = '';

	/**
	 * The tags that are open, from the outside in.
	 *
	 * @var string[]
	 */
	private $open = array();

	/**
	 * Begins an element.
	 *
	 * @param string                $tag        Its tag.
	 * @param string                $css        Its class; '' for none.
	 * @param array<string, string> $attributes The others.
	 */
	public function open( string $tag, string $css = '', array $attributes = array() ) {
		$this->tag( $tag, ( '' === $css ? array() : array( 'class' => $css ) ) + $attributes );
		$this->open[] = $tag;
	}

	/**
	 * An element that holds nothing and is not closed, such as `<input>`.
	 *
	 * @param string                $tag        Its tag.
	 * @param array<string, string> $attributes Its attributes.
	 */
	public function tag( string $tag, array $attributes ) {
		$this->out .= "<$tag";
		foreach ( $attributes as $name => $value ) {
			$this->out .= " $name=\"" . htmlspecialchars( $value, ENT_COMPAT | ENT_SUBSTITUTE, 'UTF-8' ) . '"';
		}
		$this->out .= '>';
	}

	/**
	 * Ends the innermost elements.
	 *
	 * @param int $count How many.
	 */
	public function close( int $count = 1 ) {
		while ( $count-- > 0 ) {
			$this->out .= '</' . array_pop( $this->open ) . '>';
		}
	}

	/**
	 * Words as they stand.
	 *
	 * @param string $words The words.
	 */
	public function words( string $words ) {
		$this->out .= htmlspecialchars( $words, ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8' );
	}

	/**
	 * An element that holds words and nothing else.
	 *
	 * @param string                $tag        Its tag.
	 * @param string                $css        Its class; '' for none.
	 * @param string                $words      The words.
	 * @param array<string, string> $attributes Its other attributes.
	 */
	public function line( string $tag, string $css, string $words, array $attributes = array() ) {
		$this->open( $tag, $css, $attributes );
		$this->words( $words );
		$this->close();
	}

	/**
	 * A text of the document, node by node.
	 *
	 * @param string|array $text The text, valid.
	 */
	public function text( $text ) {
		foreach ( (array) $text as $span ) {
			if ( is_string( $span ) ) {
				$this->words( $span );
			} elseif ( property_exists( $span, 'strong' ) ) {
				$this->line( 'strong', '', $span->strong );
			} else {
				$this->link( $span->link, $span->text );
			}
		}
	}

	/**
	 * An element that holds a text and nothing else.
	 *
	 * @param string       $tag  Its tag.
	 * @param string       $css  Its class; '' for none.
	 * @param string|array $text The text.
	 */
	public function text_line( string $tag, string $css, $text ) {
		$this->open( $tag, $css );
		$this->text( $text );
		$this->close();
	}

	/**
	 * A link away from the page. The reader has let good addresses through only; should one without a harmless scheme
	 * come here all the same, its words are left, without the link.
	 *
	 * @param string       $address Where to.
	 * @param string|array $text    What it says.
	 */
	public function link( string $address, $text ) {
		if ( 1 !== preg_match( '~^(?:https?://|mailto:|tel:)~i', $address ) ) {
			$this->text( $text );
			return;
		}
		$this->open(
			'a',
			'',
			array(
				'href' => $address,
				'rel'  => 'noreferrer',
			)
		);
		$this->text( $text );
		$this->close();
	}

	/**
	 * What was written.
	 */
	public function finish(): string {
		$this->close( count( $this->open ) );
		return $this->out;
	}

	/**
	 * The words of a text alone.
	 *
	 * @param string|array $text The text.
	 */
	public static function plain( $text ): string {
		$words = '';
		foreach ( (array) $text as $span ) {
			$words .= is_string( $span ) ? $span : ( $span->strong ?? $span->text );
		}
		return $words;
	}
}
