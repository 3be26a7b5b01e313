<?php
/**
 * The end of the fallback: where the content comes from, how old it is, who answers for it.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * The footer (src/ui/footer.rs).
 */
final class Footer {

	/**
	 * Where the content comes from, how old it is, who answers for it.
	 *
	 * @param View $view What is written.
	 */
	public static function write( View $view ) {
		$document = $view->document;
		$view->open( 'footer', 'rf-footer' );
		if ( isset( $document->clinic ) ) {
			self::clinic( $view, $document->clinic );
		}
		if ( isset( $document->sources ) ) {
			$view->line( 'h2', 'rf-section', $view->word( 'sources' ) );
			$view->open( 'ul', 'rf-sources' );
			foreach ( $document->sources as $source ) {
				self::source( $view, $source );
			}
			$view->close();
		}
		$reviewed = 'notReviewed';
		if ( isset( $document->reviewed ) ) {
			$reviewed = isset( $document->reviewer ) ? 'reviewedBy' : 'reviewed';
		}
		$holes = array(
			'date'     => isset( $document->reviewed ) ? Language::date( $document->lang, $document->reviewed ) : '',
			'reviewer' => Html::plain( $document->reviewer ?? '' ),
		);
		$view->line( 'p', 'rf-reviewed', $view->word( $reviewed, $holes ) . ' ' . $view->word( 'noDiagnosis' ) );
		$view->close();
	}

	/**
	 * How to reach the clinic.
	 *
	 * @param View      $view What is written.
	 * @param \stdClass $clinic The clinic.
	 */
	private static function clinic( View $view, \stdClass $clinic ) {
		$view->line( 'h2', 'rf-section', $view->word( 'contact' ) );
		$view->open( 'p', 'rf-clinic' );
		$view->text_line( 'strong', '', $clinic->name );
		if ( isset( $clinic->phone ) ) {
			$view->words( ' · ' );
			$view->link( 'tel:' . str_replace( ' ', '', $clinic->phone ), $clinic->phone );
		}
		if ( isset( $clinic->url ) ) {
			$view->words( ' · ' );
			$view->link( $clinic->url, $clinic->url );
		}
		$view->close();
	}

	/**
	 * One source.
	 *
	 * @param View      $view What is written.
	 * @param \stdClass $source The source.
	 */
	private static function source( View $view, \stdClass $source ) {
		$view->open( 'li' );
		if ( isset( $source->url ) ) {
			$view->link( $source->url, $source->title );
		} else {
			$view->text( $source->title );
		}
		if ( isset( $source->accessed ) ) {
			$day = Language::date( $view->document->lang, $source->accessed );
			$view->words( $view->word( 'separator' ) . $view->word( 'accessed', array( 'date' => $day ) ) );
		}
		$view->close();
	}
}
