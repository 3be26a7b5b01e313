<?php
/**
 * What the site has stored: which questions are shown, and the clinic's own document with its fallback.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

use Remedy_FAQ\Content\Document;
use Remedy_FAQ\Content\Language;
use Remedy_FAQ\Content\Renderer;

/**
 * One option, not loaded where no widget is shown. A document comes in only when it is valid.
 */
final class Store {

	const OPTION = 'remedy_faq';

	/** Which of the widget's words say where ticks are kept, by the attribute `storage`. */
	const KEPT = array(
		'local'   => 'kept',
		'session' => 'keptSession',
		'none'    => 'keptNowhere',
	);

	/**
	 * What is shown: the `html` of its fallback, `kept` (where ticks are kept, by `storage`), and the `json` of the
	 * clinic's own document, null for the bundled one, which the widget brings with it.
	 *
	 * @param string $lang The element's `lang`, or ''. It chooses among the bundled questions, and among the widget's words
	 *                     for a document in whose own language there are none.
	 * @return array{html: string, kept: array<string, string>, json: string|null}
	 */
	public static function shown( string $lang ): array {
		$own = self::is_own() ? self::own() : null;
		if ( null === $own ) {
			$language = Language::pick( array( $lang ), array_keys( Build::bundled() ) ) ?? 'en';
			return array( 'json' => null ) + self::view( Build::document( $language ), '' );
		}
		if ( Build::stamp() !== $own['stamp'] ) {
			$own = self::renewed( $own );
		}
		$own['html'] = json_decode( $own['html'] );
		if ( null !== Language::pick( array( $lang ), Build::languages() ) ) {
			$document = json_decode( $own['json'] );
			if ( null === Language::pick( array( $document->lang ), Build::languages() ) ) {
				$own = self::view( $document, $lang ) + $own;
			}
		}
		return array_intersect_key( $own, array_flip( array( 'html', 'kept', 'json' ) ) );
	}

	/**
	 * Is the clinic's own document shown?
	 */
	public static function is_own(): bool {
		return 'own' === self::option()['source'];
	}

	/**
	 * The clinic's own document as it is stored, whether it is shown or not: `name` of the file, `saved` (seconds since
	 * 1970), `json`, `html` (as JSON), `kept`, `stamp` of the build that rendered it.
	 *
	 * @return array<string, mixed>|null
	 */
	public static function own() {
		return self::option()['document'];
	}

	/**
	 * Chooses what is shown.
	 *
	 * @param bool $own The clinic's own document, if there is one.
	 * @return bool Was it stored?
	 */
	public static function choose( bool $own ): bool {
		$document = self::own();
		return self::put( $own && null !== $document ? 'own' : 'bundled', $document );
	}

	/**
	 * Stores a valid document in the place of the one before, and shows it.
	 *
	 * @param \stdClass $document The document, valid.
	 * @param string    $name     The name of its file.
	 * @return bool Was it stored?
	 */
	public static function keep( \stdClass $document, string $name ): bool {
		return self::put( 'own', self::rendered( $document, $name, time() ) );
	}

	/**
	 * Forgets the clinic's own document; the bundled questions are shown.
	 *
	 * @return bool Was it forgotten?
	 */
	public static function forget(): bool {
		return self::put( 'bundled', null );
	}

	/**
	 * The document as another build renders it, after the plugin was updated. Stored again, so that it happens once.
	 *
	 * @param array<string, mixed> $own The document as it is stored.
	 * @return array<string, mixed>
	 */
	private static function renewed( array $own ): array {
		$document = new Document( $own['json'], array_keys( Build::words() ) );
		// By stricter rules it may be valid no more; then what was rendered before is better than nothing.
		$fields       = $document->valid();
		$new          = null === $fields ? $own : self::rendered( $fields, $own['name'], $own['saved'] );
		$new['stamp'] = Build::stamp();
		self::put( 'own', $new );
		return $new;
	}

	/**
	 * A document as it is stored. In ASCII, as JSON writes it: older databases refuse some characters.
	 *
	 * @param \stdClass $document The document, valid.
	 * @param string    $name     The name of its file.
	 * @param int       $saved    When it was uploaded.
	 * @return array<string, mixed>
	 */
	private static function rendered( \stdClass $document, string $name, int $saved ): array {
		$view = self::view( $document, '' );
		return array(
			'name'  => $name,
			'saved' => $saved,
			'json'  => Markup::json( $document ),
			'html'  => wp_json_encode( $view['html'] ),
			'kept'  => $view['kept'],
			'stamp' => Build::stamp(),
		);
	}

	/**
	 * A document in the words of its language, or else of the element's, or else in English: its fallback, and what is
	 * said of where ticks are kept.
	 *
	 * @param \stdClass $document The document, valid.
	 * @param string    $lang     The element's `lang`, or ''.
	 * @return array{html: string, kept: array<string, string>}
	 */
	private static function view( \stdClass $document, string $lang ): array {
		$words = Build::words( Language::pick( array( $document->lang, $lang ), Build::languages() ) ?? 'en' );
		$kept  = array();
		foreach ( self::KEPT as $storage => $word ) {
			$kept[ $storage ] = $document->strings->$word ?? $words[ $word ];
		}
		return array(
			'html' => Renderer::render( $document, $words ),
			'kept' => $kept,
		);
	}

	/**
	 * The option, whole.
	 *
	 * @return array{source: string, document: array<string, mixed>|null}
	 */
	private static function option(): array {
		$option = get_option( self::OPTION );
		$fields = array( 'name', 'saved', 'json', 'html', 'kept', 'stamp' );
		$stored = is_array( $option ) && is_array( $option['document'] ?? null ) ? $option['document'] : array();
		// What another program has damaged is no document.
		$whole = array() === array_diff( $fields, array_keys( $stored ) );
		return array(
			'source'   => $whole && 'own' === ( $option['source'] ?? '' ) ? 'own' : 'bundled',
			'document' => $whole ? $stored : null,
		);
	}

	/**
	 * Stores the option; without a document there is nothing to store.
	 *
	 * @param string                    $source   'own' or 'bundled'.
	 * @param array<string, mixed>|null $document The clinic's own document.
	 */
	private static function put( string $source, $document ): bool {
		$option = array(
			'source'   => $source,
			'document' => $document,
		);
		if ( null === $document ) {
			return false === get_option( self::OPTION ) || delete_option( self::OPTION );
		}
		// WordPress answers `false` where nothing changed, too.
		return get_option( self::OPTION ) === $option || update_option( self::OPTION, $option, false );
	}
}
