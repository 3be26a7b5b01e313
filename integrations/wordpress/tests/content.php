<?php
/**
 * Tests of the part of the plugin that knows no WordPress: `php tests/content.php FOLDER`, the plugin as it was built.
 *
 * @package RemedyFAQ
 */

use Remedy_FAQ\Content\Document;
use Remedy_FAQ\Content\Problem;
use Remedy_FAQ\Content\Renderer;
use Remedy_FAQ\Markup;

define( 'ABSPATH', __DIR__ );
$plugin = $argv[1];
foreach ( array( 'problem', 'json', 'reader', 'document', 'language', 'html', 'view', 'footer', 'checklist', 'renderer' ) as $part ) {
	require "$plugin/includes/content/class-$part.php";
}
require "$plugin/includes/class-markup.php";
$words = ( require "$plugin/build/facts.php" )['words']['en'];

$read = static function ( $value ) use ( $words ): Document {
	return new Document( is_string( $value ) ? $value : json_encode( $value ), array_keys( $words ) );
};
$small = static function ( array $more = array() ): array {
	return $more + array(
		'schemaVersion' => 1,
		'id'            => 'clinic',
		'lang'          => 'en',
		'title'         => 'T',
		'questions'     => array(
			array(
				'id'       => 'why',
				'question' => 'Why?',
				'answer'   => array( array( 'p' => 'Because.' ) ),
			),
		),
	);
};
$equal = static function ( $found, $expected ) {
	if ( $found === $expected ) {
		return;
	}
	list( $found, $expected ) = array( var_export( $found, true ), var_export( $expected, true ) );
	$same                     = strspn( $found ^ $expected, "\0" );
	$from                     = max( 0, $same - 60 );
	throw new Exception( 'found …' . substr( $found, $from, 160 ) . "…\n    where …" . substr( $expected, $from, 160 ) . '… was expected' );
};

$tests = array(
	'a document may begin with a byte order mark, and must be UTF-8' => static function () use ( $read, $small, $equal ) {
		$equal( $read( "\xEF\xBB\xBF" . json_encode( $small() ) )->faults(), array() );
		$equal( $read( "\xFF\xFE{" )->faults()[0]['problem'], Problem::NOT_UTF8 );
	},
	'a document may be 1 MiB and no byte larger' => static function () use ( $read, $small, $equal ) {
		$json = json_encode( $small() );
		$full = $json . str_repeat( ' ', Document::MAX_BYTES - strlen( $json ) );
		$equal( $read( $full )->faults(), array() );
		$equal( $read( "$full " )->faults()[0]['problem'], Problem::too_large( Document::MAX_BYTES + 1, Document::MAX_BYTES ) );
	},
	'a list may have 10,000 members and all lists together 50,000, and not one more' => static function () use ( $read, $small, $equal ) {
		$too_many = static function ( string $path ): array {
			return array(
				array(
					'path'    => $path,
					'problem' => Problem::too_many( 10000, 50000 ),
				),
			);
		};
		$sources  = static function ( int $count ): array {
			return array( 'sources' => array_fill( 0, $count, array( 'title' => 'a' ) ) );
		};
		$equal( $read( $small( $sources( 10000 ) ) )->faults(), array() );
		$equal( $read( $small( $sources( 10001 ) ) )->faults(), $too_many( 'sources' ) );
		// A text of several pieces is a list, too.
		$equal( $read( $small( array( 'title' => array_fill( 0, 10000, 'a' ) ) ) )->faults(), array() );
		$equal( $read( $small( array( 'title' => array_fill( 0, 10001, 'a' ) ) ) )->faults(), $too_many( 'title' ) );
		// One question with six parts, and what is in them.
		$parts = static function ( int ...$counts ) use ( $small ): array {
			$document                           = $small();
			$document['questions'][0]['answer'] = array();
			foreach ( $counts as $count ) {
				$document['questions'][0]['answer'][] = array( 'ul' => array_fill( 0, $count, 'a' ) );
			}
			return $document;
		};
		$equal( $read( $parts( 10000, 10000, 10000, 10000, 9000, 993 ) )->faults(), array() );
		$equal( $read( $parts( 10000, 10000, 10000, 10000, 9000, 994 ) )->faults(), $too_many( 'questions[0].answer[5].ul' ) );
		// The list with which there are too many is named, and none after it.
		$equal( $read( $parts( 10000, 10000, 10000, 10000, 9994, 9 ) )->faults(), $too_many( 'questions[0].answer[4].ul' ) );
	},
	'after a hundred faults there is one more, which says so' => static function () use ( $read, $small, $equal ) {
		$faults = $read( $small( array( 'questions' => array_fill( 0, 50, new stdClass() ) ) ) )->faults();
		$equal( count( $faults ), 101 );
		$equal( $faults[100]['problem'], Problem::AND_MORE );
	},
	'a link that slipped through the reader is no link in the markup' => static function () use ( $words, $small, $equal ) {
		$link     = array( 'link' => 'javascript:alert(1)', 'text' => 'here' );
		$document = json_decode( json_encode( $small( array( 'title' => array( $link ) ) ) ) );
		$html     = Renderer::render( $document, $words );
		$equal( strpos( $html, 'javascript' ), false );
		$equal( substr_count( $html, '>here</h1>' ), 1 );
	},
	'JSON in a page ends no script and begins no shortcode' => static function () use ( $equal ) {
		$value = array( 'a' => '</script><!-- [gallery] "\\" \\[x]', 'b' => array( array( '[' ), 'é' ) );
		$json  = Markup::json( $value );
		$equal( json_decode( $json, true ), $value );
		$equal( preg_match( '/[<>&\']|\[[a-z]|\[[^\["{]/', $json ), 0 );
	},
	'every id in a copy is its own, and text is never taken for an attribute' => static function () use ( $read, $words, $small, $equal ) {
		$text     = 'say id="why" and name="rf.x" part="question"';
		$remedies = array(
			array(
				'id'     => 'tea',
				'label'  => 'Tea',
				'detail' => 'Hot.',
				'area'   => 'Write id=',
			),
		);
		$document = $read(
			$small(
				array(
					'title'    => $text,
					'remedies' => $remedies,
				)
			)
		);
		$html     = Markup::for_element( Renderer::render( $document->valid(), $words ), array( 'exclusive' => '' ), array() );
		$copy     = Markup::copy( $html, 2 );
		$equal( substr_count( $copy, $text ), 1 );
		$equal( substr_count( $copy, ' aria-label="Write id=">' ), 1 );
		$list = '/ (?:id|for|aria-labelledby|aria-describedby|name)="(?!(?:remedy|search)")([\w.~-]+)"/';
		$equal( preg_match_all( $list, str_replace( $text, '', $html ), $before ) > 10, true );
		preg_match_all( $list, str_replace( $text, '', $copy ), $after );
		$equal(
			$after[1],
			array_map(
				static function ( $id ) {
					return "$id~2";
				},
				$before[1]
			)
		);
		$equal( in_array( 'why~2', $after[1], true ), true );
		$equal( substr_count( $copy, ' href="#rf.clinic.remedies~2"' ), 1 );
		// Links to a question are for passing on.
		$equal( substr_count( $copy, ' href="#why"' ), 1 );
	},
);

$passed = 0;
$failed = 0;
foreach ( $tests as $name => $test ) {
	try {
		$test();
		++$passed;
		echo "test $name ... ok\n";
	} catch ( Throwable $error ) {
		++$failed;
		echo "test $name ... FAILED\n    ", $error->getMessage(), "\n";
	}
}
echo 'test result: ', $failed ? 'FAILED' : 'ok', ". $passed passed; $failed failed; 0 ignored\n";
exit( $failed || ! $passed ? 1 : 0 );
