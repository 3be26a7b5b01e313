<?php
/**
 * The remedies of a document: in its answers, and all of them in the checklist.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * The part of the fallback with the boxes in it (src/ui/checklist.rs, remedy.rs, actions.rs).
 */
final class Checklist {

	/** So many questions or remedies make a page long. More of them stand in groups, which are not laid out before they are near. */
	const GROUP = 50;

	/**
	 * Every remedy, by area in the order in which the areas first come.
	 *
	 * @param View $view What is written.
	 */
	public static function write( View $view ) {
		$id    = $view->place( 'remedies' );
		$total = count( $view->document->remedies );
		$view->open(
			'section',
			'rf-checklist',
			array(
				'part'            => 'checklist',
				'aria-labelledby' => $id,
			)
		);
		$view->line( 'h2', 'rf-section', $view->word( 'remedies' ), array( 'id' => $id ) );
		$view->line( 'p', 'rf-hint', $view->word( 'remediesHint' ) );
		$view->open( 'div', 'rf-progress' );
		$progress = $view->word(
			'progress',
			array(
				'tried' => '0',
				'total' => (string) $total,
			)
		);
		$view->line(
			'p',
			'rf-count',
			$progress,
			array(
				'part' => 'progress',
				'role' => 'status',
			)
		);
		$view->open( 'div', 'rf-gauge' );
		$view->line(
			'progress',
			'rf-bar',
			'',
			array(
				'max'         => (string) $total,
				'value'       => '0',
				'aria-hidden' => 'true',
			)
		);
		$view->line( 'p', 'rf-helped', '' );
		$view->line( 'p', 'rf-kept rf-live', $view->word( 'kept' ), array( 'role' => 'status' ) );
		$view->close();
		$view->close();
		$areas = array();
		foreach ( $view->document->remedies as $remedy ) {
			// "A" and ["A"] are the same text.
			// phpcs:ignore WordPress.WP.AlternativeFunctions.json_encode_json_encode -- Without WordPress.
			$areas[ json_encode( (array) ( $remedy->area ?? '' ) ) ][] = $remedy;
		}
		$css = $total > self::GROUP ? 'rf-area rf-group' : 'rf-area';
		foreach ( $areas as $remedies ) {
			$name = Html::plain( $remedies[0]->area ?? $view->word( 'otherRemedies' ) );
			$view->open( 'div', $css );
			$view->line( 'h3', 'rf-area-name', $name );
			$view->open( 'ul', 'rf-remedies', array( 'aria-label' => $name ) );
			foreach ( $remedies as $remedy ) {
				self::remedy( $view, $remedy, ".{$remedy->id}", true );
			}
			$view->close( 2 );
		}
		self::actions( $view );
		$view->close();
	}

	/**
	 * A remedy with its box.
	 *
	 * @param View      $view What is written.
	 * @param \stdClass $remedy The remedy.
	 * @param string    $place  What tells this showing of it from the others.
	 * @param bool      $judged Whether the program will ask here how it went.
	 */
	public static function remedy( View $view, \stdClass $remedy, string $place, bool $judged ) {
		$detail = $view->place( $place );
		$box    = array(
			'value' => $remedy->id,
			'type'  => 'checkbox',
			'name'  => 'remedy',
		);
		if ( isset( $remedy->detail ) || isset( $remedy->caution ) ) {
			$box['aria-describedby'] = $detail;
		}
		$view->open( 'li' );
		$view->open( 'div', 'rf-item' );
		$view->open( 'label', 'rf-remedy', array( 'part' => 'remedy' ) );
		$view->tag( 'input', $box );
		$view->text_line( 'span', 'rf-label', $remedy->label );
		$view->close();
		$view->open( 'div', 'rf-detail', array( 'id' => $detail ) );
		$view->if_any( 'p', '', $remedy->detail ?? null );
		$view->aside( 'caution', 'rf-caution', $remedy->caution ?? null );
		$view->close();
		if ( $judged ) {
			$view->line( 'div', 'rf-judgement', '' );
		}
		$view->close( 2 );
	}

	/**
	 * The room of what can be done with the record, which needs the program.
	 *
	 * @param View $view What is written.
	 */
	private static function actions( View $view ) {
		$view->open( 'div', 'rf-actions rf-live' );
		$view->line( 'p', 'rf-left', '' );
		$view->open( 'details', 'rf-appointment', array( 'part' => 'appointment' ) );
		$view->open( 'summary', 'rf-summary' );
		$view->line( 'span', 'rf-ask', $view->word( 'appointment' ) );
		$view->close( 2 );
		$view->line( 'h2', 'rf-record-title', $view->word( 'yourRecord' ) );
		$view->line( 'p', 'rf-kept', $view->word( 'keepSafe' ) );
		$view->open( 'div', 'rf-action-list' );
		$view->open( 'div', 'rf-buttons' );
		$view->button( 'print', 'printAll' );
		$view->button( 'print', 'printOpen' );
		$view->button( 'save-copy', 'saveCopy' );
		$view->button( 'backup', 'backup' );
		$view->button( 'restore', 'restore' );
		$view->button( 'clear', 'clear' );
		$view->close();
		$view->line( 'div', 'rf-buttons', '' );
		$view->line( 'div', 'rf-buttons', '' );
		$view->close();
		$view->status();
		$view->close();
	}
}
