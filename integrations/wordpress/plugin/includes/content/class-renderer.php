<?php
/**
 * The fallback of a document: the widget's view as HTML, which is there before the program and without it.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * Writes what the build writes for the bundled document (src/ui/app.rs, prerendered with `heading-level="3"`): the same
 * elements, attributes and texts; a test holds that. What the attributes of one element change is not done here but in
 * Markup, which counts on quotation marks around every attribute.
 */
final class Renderer {

	/** How many questions the program draws at once. */
	const PIECE = 5;

	/**
	 * The fallback of a document.
	 *
	 * @param \stdClass             $document The document, valid.
	 * @param array<string, string> $words    The widget's own words, in the language in which it is shown.
	 */
	public static function render( \stdClass $document, array $words ): string {
		$view = new View( $document, $words );
		self::all( $view );
		return $view->finish();
	}

	/**
	 * Everything, top to bottom.
	 *
	 * @param View $view What is written.
	 */
	private static function all( View $view ) {
		$document = $view->document;
				$view->open(
					'section',
					'rf',
					array(
						'lang'            => $document->lang,
						'dir'             => $document->dir ?? 'ltr',
						'aria-labelledby' => $view->place( 'top' ),
					)
				);
		self::header( $view );
		if ( isset( $document->urgent ) ) {
			self::urgent( $view, $document->urgent );
		}
		$group = array(
			'role'            => 'group',
			'aria-labelledby' => $view->place( 'remedies' ),
		);
		$view->open( 'div', 'rf-columns', array() === $view->remedies ? array() : $group );
		self::questions( $view );
		if ( array() !== $view->remedies ) {
			Checklist::write( $view );
		}
		$view->close();
		Footer::write( $view );
		$view->open( 'p', 'rf-back' );
		$view->jump( 'top', 'top' );
	}

	/**
	 * Title, introduction, and where to go from here.
	 *
	 * @param View $view What is written.
	 */
	private static function header( View $view ) {
		$view->open( 'header', 'rf-header' );
		$view->open( 'h1', 'rf-title', array( 'id' => $view->place( 'top' ) ) );
		$view->text( $view->document->title );
		$view->close();
		$view->if_any( 'p', 'rf-intro', $view->document->intro ?? null );
		if ( array() !== $view->remedies ) {
			$view->open( 'nav', 'rf-contents', array( 'aria-label' => $view->word( 'contents' ) ) );
			$view->jump( 'questions', 'questions' );
			$view->jump( 'remedies', 'remedies' );
			$view->close();
		}
		$view->close();
	}

	/**
	 * The help-now card.
	 *
	 * @param View      $view What is written.
	 * @param \stdClass $card The card.
	 */
	private static function urgent( View $view, \stdClass $card ) {
		$id = $view->place( 'urgent' );
		$view->open(
			'section',
			'rf-urgent',
			array(
				'part'            => 'urgent',
				'aria-labelledby' => $id,
			)
		);
		$view->open( 'h2', 'rf-urgent-title', array( 'id' => $id ) );
		$view->text( $card->title );
		$view->close();
		$view->open( 'div', 'rf-urgent-groups' );
		foreach ( $card->groups ?? array() as $group ) {
			$view->open( 'div', 'rf-urgent-group' );
			$view->text_line( 'p', 'rf-urgent-name', $group->title );
			$view->open( 'ul' );
			foreach ( $group->signs ?? array() as $sign ) {
				$view->text_line( 'li', '', $sign );
			}
			$view->close();
			$view->if_any( 'p', 'rf-urgent-action', $group->action ?? null );
			$view->close();
		}
		$view->close( 2 );
	}

	/**
	 * The questions, below the room for the tools that need the program.
	 *
	 * @param View $view What is written.
	 */
	private static function questions( View $view ) {
		$id     = $view->place( 'questions' );
		$search = $view->place( 'search' );
		$view->open( 'section', 'rf-faq', array( 'aria-labelledby' => $id ) );
		$view->line( 'h2', 'rf-section', $view->word( 'questions' ), array( 'id' => $id ) );
		$view->open( 'div', 'rf-tools' );
		$view->open( 'div', 'rf-bar-tools rf-live' );
		$view->open( 'div', 'rf-search' );
		$view->line( 'label', '', $view->word( 'search' ), array( 'for' => $search ) );
		$view->tag(
			'input',
			array(
				'type'         => 'search',
				'name'         => 'search',
				'id'           => $search,
				'autocomplete' => 'off',
			)
		);
		$view->close();
		$view->open( 'div', 'rf-buttons' );
		$view->button( 'toggle-all', 'openAll' );
		$view->button( 'toggle-all', 'closeAll' );
		$view->close( 2 );
		$view->status();
		$view->line( 'div', 'rf-no-match', '' );
		$view->close();
		$view->open( 'div', 'rf-questions' );
		$long = count( $view->document->questions ) > Checklist::GROUP;
		foreach ( array_chunk( $view->document->questions, $long ? Checklist::GROUP : self::PIECE, true ) as $piece ) {
			$view->open( 'div', $long ? 'rf-group' : '' );
			foreach ( $piece as $index => $question ) {
				self::question( $view, $index, $question );
			}
			$view->close();
		}
		$view->close( 2 );
	}

	/**
	 * One question with its answer.
	 *
	 * @param View      $view What is written.
	 * @param int       $index    Its place.
	 * @param \stdClass $question The question.
	 */
	private static function question( View $view, int $index, \stdClass $question ) {
		$view->open(
			'details',
			'rf-question',
			array(
				'part' => 'question',
				'id'   => $question->id,
			)
		);
		$view->open( 'summary', 'rf-summary', array( 'part' => 'summary' ) );
		$view->text_line( 'h3', 'rf-ask', $question->question );
		$view->close();
		$view->open( 'div', 'rf-answer', array( 'part' => 'answer' ) );
		$view->open( 'div', 'rf-blocks' );
		foreach ( $question->answer as $block ) {
			self::block( $view, $index, $block );
		}
		$view->close();
		$view->aside( 'note', 'rf-note', $question->note ?? null );
		$view->open( 'p', 'rf-permalink' );
		$link = $view->word( 'permalink' );
		$view->open(
			'a',
			'',
			array(
				'href'       => '#' . $question->id,
				'aria-label' => $link . ': ' . Html::plain( $question->question ),
			)
		);
		$view->words( $link );
		$view->close( 4 );
	}

	/**
	 * A part of an answer.
	 *
	 * @param View      $view What is written.
	 * @param int       $index The question's place.
	 * @param \stdClass $block The part.
	 */
	private static function block( View $view, int $index, \stdClass $block ) {
		if ( isset( $block->p ) ) {
			$view->text_line( 'p', '', $block->p );
		} elseif ( isset( $block->remedies ) ) {
			$view->open( 'ul', 'rf-remedies', array( 'aria-label' => $view->word( 'remedies' ) ) );
			foreach ( $block->remedies as $id ) {
				Checklist::remedy( $view, $view->remedies[ $id ], "$index.$id", false );
			}
			$view->close();
		} else {
			$view->open( isset( $block->ul ) ? 'ul' : 'ol' );
			foreach ( $block->ul ?? $block->ol as $item ) {
				$view->text_line( 'li', '', $item );
			}
			$view->close();
		}
	}
}
