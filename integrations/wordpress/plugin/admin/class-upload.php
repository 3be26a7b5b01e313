<?php
/**
 * An uploaded file, before anybody believes a word of it.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Admin;

use Remedy_FAQ\Build;
use Remedy_FAQ\Content\Document;

/**
 * Reads a file from a form. It is read where PHP has put it and never moved: only a valid document is kept, and that in
 * the database.
 */
final class Upload {

	/**
	 * The name that its owner gave the file, harmless.
	 *
	 * @var string
	 */
	public $name;

	/**
	 * The document, if it is valid.
	 *
	 * @var \stdClass|null
	 */
	public $document = null;

	/**
	 * What is wrong with it, each with its `path` and its `problem`.
	 *
	 * @var array<array{path: string, problem: string}>
	 */
	public $faults = array();

	/**
	 * Reads the file.
	 *
	 * @param array<string, mixed> $file As it stands in `$_FILES`, unslashed or not: names alone differ.
	 */
	public function __construct( array $file ) {
		$this->name = sanitize_file_name( is_string( $file['name'] ?? null ) ? $file['name'] : '' );
		$path       = $file['tmp_name'] ?? '';
		$error      = $file['error'] ?? UPLOAD_ERR_NO_FILE;
		if ( UPLOAD_ERR_INI_SIZE === $error || UPLOAD_ERR_FORM_SIZE === $error ) {
			$this->refuse( __( 'The file is larger than this site takes.', 'remedy-faq' ) );
		} elseif ( UPLOAD_ERR_OK !== $error || ! is_string( $path ) || ! is_uploaded_file( $path ) ) {
			$this->refuse( __( 'The file did not arrive. Try again.', 'remedy-faq' ) );
		} else {
			$this->read( $path );
		}
	}

	/**
	 * Reads what has arrived, and one byte more than is taken, so that the reader itself says what is too much.
	 *
	 * @param string $path Where it is.
	 */
	private function read( string $path ) {
		if ( filesize( $path ) > 2 * Document::MAX_BYTES ) {
			$this->refuse( __( 'The file is far too large to be a document.', 'remedy-faq' ) );
			return;
		}
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file, not an address.
		$document       = new Document( (string) file_get_contents( $path ), array_keys( Build::words() ) );
		$this->faults   = $document->faults();
		$this->document = $document->valid();
	}

	/**
	 * A fault of the file as a whole.
	 *
	 * @param string $problem What is wrong.
	 */
	private function refuse( string $problem ) {
		$this->faults[] = array(
			'path'    => '',
			'problem' => $problem,
		);
	}
}
