<?php
/**
 * What is done when the settings are saved, and who may.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Admin;

use Remedy_FAQ\Store;

/**
 * Checks the capability and the nonce before it looks at anything else.
 */
final class Form {

	const CAPABILITY = 'manage_options';
	const SAVE       = 'remedy_faq_save';
	const DOWNLOAD   = 'remedy_faq_download';

	/**
	 * What was wrong with the upload just sent, each with its `path` and its `problem`.
	 *
	 * @var array<array{path: string, problem: string}>
	 */
	public static $faults = array();

	/**
	 * The name of that file.
	 *
	 * @var string
	 */
	public static $refused = '';

	/**
	 * Takes a form that was sent. What was good is stored, and the page asked for anew, so that reloading it sends nothing
	 * twice; of what was bad nothing is stored, and the page that follows says why.
	 */
	public static function receive() {
		if ( ! isset( $_SERVER['REQUEST_METHOD'] ) || 'POST' !== $_SERVER['REQUEST_METHOD'] ) {
			return;
		}
		if ( ! current_user_can( self::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not change these settings.', 'remedy-faq' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( self::SAVE );
		if ( isset( $_POST['remedy_faq_forget'] ) ) {
			self::done( Store::forget(), 'forgotten' );
			return;
		}
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized -- Upload takes nothing of it on trust.
		$file = isset( $_FILES['remedy_faq_file'] ) && is_array( $_FILES['remedy_faq_file'] ) ? $_FILES['remedy_faq_file'] : array();
		if ( UPLOAD_ERR_NO_FILE !== ( $file['error'] ?? UPLOAD_ERR_NO_FILE ) ) {
			self::upload( new Upload( $file ) );
			return;
		}
		$own = isset( $_POST['remedy_faq_source'] ) && 'own' === $_POST['remedy_faq_source'];
		if ( $own && null === Store::own() ) {
			self::$faults = array( self::fault( __( 'Choose a file first.', 'remedy-faq' ) ) );
			return;
		}
		self::done( Store::choose( $own ), 'saved' );
	}

	/**
	 * Gives the clinic its document back, as a file.
	 */
	public static function download() {
		if ( ! current_user_can( self::CAPABILITY ) ) {
			wp_die( esc_html__( 'You may not read these settings.', 'remedy-faq' ), '', array( 'response' => 403 ) );
		}
		check_admin_referer( self::DOWNLOAD );
		$own = Store::own();
		if ( null === $own ) {
			wp_die( esc_html__( 'There is no document of your own.', 'remedy-faq' ), '', array( 'response' => 404 ) );
		}
		nocache_headers();
		header( 'Content-Type: application/json; charset=utf-8' );
		header( 'X-Content-Type-Options: nosniff' );
		header( 'Content-Disposition: attachment; filename="' . sanitize_file_name( $own['name'] ) . '"' );
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON in a file, not in a page.
		echo wp_json_encode( json_decode( $own['json'] ), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ), "\n";
		exit;
	}

	/**
	 * Keeps an uploaded document, or nothing of it.
	 *
	 * @param Upload $upload The file.
	 */
	private static function upload( Upload $upload ) {
		if ( null === $upload->document ) {
			self::$faults  = $upload->faults;
			self::$refused = $upload->name;
			return;
		}
		self::done( Store::keep( $upload->document, $upload->name ), 'saved' );
	}

	/**
	 * Says how it went: on the page asked for anew, or on this one where the database refused.
	 *
	 * @param bool   $stored Whether it was stored.
	 * @param string $how    The word for what was done.
	 */
	private static function done( bool $stored, string $how ) {
		if ( ! $stored ) {
			self::$faults = array( self::fault( __( 'The database did not take it. Try again, or ask whoever runs the site.', 'remedy-faq' ) ) );
			return;
		}
		wp_safe_redirect( add_query_arg( 'remedy-faq', $how, Settings_Page::url() ) );
		exit;
	}

	/**
	 * A fault of the form as a whole.
	 *
	 * @param string $problem What is wrong.
	 * @return array{path: string, problem: string}
	 */
	private static function fault( string $problem ): array {
		return array(
			'path'    => '',
			'problem' => $problem,
		);
	}
}
