<?php
/**
 * Tests of the plugin's own words, by PHP's own reading of its sources: `php tests/texts.php FOLDER`, the plugin as it was
 * built. Everything that somebody reads can be translated, and stands in the template.
 *
 * @package RemedyFAQ
 */

/** What gives a text in the reader's language. */
const CALLS = array( '__', '_e', '_x', '_ex', '_n', '_nx', 'esc_html__', 'esc_html_e', 'esc_html_x', 'esc_attr__', 'esc_attr_e', 'esc_attr_x' );

/**
 * The texts of a template, each behind its context and a `|`.
 *
 * @param string $template The template.
 * @return string[]
 */
function listed( string $template ): array {
	preg_match_all( '/^(?:msgctxt "(.*)"\n)?msgid "(.+)"$/m', $template, $found, PREG_SET_ORDER );
	return array_map(
		static function ( array $entry ): string {
			return stripcslashes( "$entry[1]|$entry[2]" );
		},
		$found
	);
}

/**
 * What is wrong with the words in PHP, a line each.
 *
 * @param array<string, string> $sources  PHP by the name of its file.
 * @param string[]              $listed   What the template has.
 * @param int                   $calls    Counts the texts that were found.
 * @return string[]
 */
function faults( array $sources, array $listed, int &$calls = 0 ): array {
	$faults = array();
	foreach ( $sources as $file => $source ) {
		$tokens = array_values(
			array_filter(
				PhpToken::tokenize( $source ),
				static function ( PhpToken $token ): bool {
					return ! $token->isIgnorable();
				}
			)
		);
		$done   = -1;
		// Does the HTML so far end within a tag?
		$inside = false;
		foreach ( $tokens as $at => $token ) {
			if ( $token->is( T_STRING ) && $token->is( CALLS ) && $tokens[ $at + 1 ]->is( '(' ) ) {
				++$calls;
				$done = $at + 4;
				$kind = implode( ' ', array_column( array_slice( $tokens, $at + 1, 5 ), 'id' ) );
				$text = stripslashes( substr( $tokens[ $at + 2 ]->text, 1, -1 ) );
				if ( implode( ' ', array( ord( '(' ), T_CONSTANT_ENCAPSED_STRING, ord( ',' ), T_CONSTANT_ENCAPSED_STRING, ord( ')' ) ) ) !== $kind ) {
					$faults[] = "$file:$token->line: this is no $token->text( text, domain )";
				} elseif ( "'remedy-faq'" !== $tokens[ $at + 4 ]->text ) {
					$faults[] = "$file:$token->line: another text domain than remedy-faq";
				} elseif ( ! in_array( "|$text", $listed, true ) ) {
					$faults[] = "$file:$token->line: not in the template: $text";
				}
			} elseif ( $token->is( T_INLINE_HTML ) ) {
				$words  = preg_replace( '/<[^>]*+>?/', '', ( $inside ? '<' : '' ) . $token->text );
				$inside = 1 === preg_match( '/<[^>]*$/D', ( $inside ? '<' : '' ) . $token->text );
				if ( 1 === preg_match( '/\p{L}{2,}/u', $words ) ) {
					$faults[] = "$file:$token->line: cannot be translated: " . trim( $words );
				}
			} elseif ( $at > $done && $token->is( array( T_CONSTANT_ENCAPSED_STRING, T_ENCAPSED_AND_WHITESPACE ) ) && 'header' !== ( $tokens[ $at - 2 ]->text ?? '' ) ) {
				// A word alone is a name.
				if ( 1 === preg_match( '/\p{L}{2,}[,.:]? \p{L}/u', preg_replace( '/<[^>]*+>?|[^<>]*>/', '', $token->text ) ) ) {
					$faults[] = "$file:$token->line: cannot be translated: " . trim( $token->text );
				}
			}
		}
	}
	return $faults;
}

$plugin  = $argv[1];
$sources = array();
foreach ( array( '', 'admin/', 'includes/', 'block/' ) as $folder ) {
	foreach ( glob( "$plugin/$folder*.php" ) as $file ) {
		$sources[ substr( $file, strlen( $plugin ) + 1 ) ] = file_get_contents( $file );
	}
}
$listed = listed( file_get_contents( "$plugin/languages/remedy-faq.pot" ) );
$equal  = static function ( $found, $expected ) {
	if ( $found !== $expected ) {
		throw new Exception( 'found ' . var_export( $found, true ) . "\n    where " . var_export( $expected, true ) . ' was expected' );
	}
};

$tests = array(
	'every text in PHP goes through __() or the like with the right domain, and is in the template' => static function () use ( $sources, $listed, $equal ) {
		$equal( count( $sources ) > 8, true );
		$calls = 0;
		$equal( faults( $sources, $listed, $calls ), array() );
		$equal( $calls > 30, true );
	},
	'a text without it, with another domain, or none that stands there is found' => static function () use ( $listed, $equal ) {
		$bad = array(
			'html'     => '<p>Hello</p>',
			'after'    => '<p class="<?php a(); ?>">Hello</p>',
			'echo'     => '<?php echo "<p>Hello there</p>";',
			'holes'    => '<?php echo "You have $a files";',
			'string'   => "<?php wp_die( 'Not allowed' );",
			'domain'   => "<?php __( 'Settings', 'other' );",
			'none'     => "<?php __( 'Settings' );",
			'variable' => "<?php __( \$a, 'remedy-faq' );",
			'template' => "<?php __( 'Not listed', 'remedy-faq' );",
			'plural'   => "<?php _n( 'One file', 'Many files', 2, 'remedy-faq' );",
		);
		foreach ( $bad as $name => $source ) {
			$equal( array( $name, count( faults( array( $name => $source ), $listed ) ) > 0 ), array( $name, true ) );
		}
		$equal( faults( array( 'good' => "<?php esc_html_e( 'Settings', 'remedy-faq' ); echo '<p class=\"a b\">', 'a' . 'b c/';" ), $listed ), array() );
		$equal( faults( array( 'good' => '<p class="<?php a(); ?> one two"><b lang="<?php b(); ?>"> – </b>' ), $listed ), array() );
	},
	'every text of the block is in the template' => static function () use ( $plugin, $listed, $equal ) {
		$editor = file_get_contents( "$plugin/block/editor.js" );
		// What begins with a capital letter is read by somebody; H2 to H6 are the same everywhere.
		$texts = preg_match_all( "/'((?:[A-Z][^'\\\\]*+))'/", $editor, $found );
		$calls = preg_match_all( "/__\\( '([^'\\\\]++)', 'remedy-faq' \\)/", $editor, $given );
		$equal( $calls > 10, true );
		$equal( array_values( array_diff( $found[1], $given[1], array( 'H2', 'H3', 'H4', 'H5', 'H6' ) ) ), array() );
		$equal( $texts - 5, $calls );
		$wanted = array_map(
			static function ( string $text ): string {
				return "|$text";
			},
			$given[1]
		);
		$block  = json_decode( file_get_contents( "$plugin/block/block.json" ) );
		array_push( $wanted, "block title|$block->title", "block description|$block->description" );
		foreach ( $block->keywords as $keyword ) {
			$wanted[] = "block keyword|$keyword";
		}
		$equal( array_values( array_diff( $wanted, $listed ) ), array() );
		$equal( $block->textdomain, 'remedy-faq' );
	},
	'the header says where translations are, and its words are in the template' => static function () use ( $sources, $listed, $equal ) {
		preg_match_all( '/^ \* ([A-Z][A-Za-z ]+): +(.+)$/m', $sources['remedy-faq.php'], $found );
		$header = array_combine( $found[1], $found[2] );
		$equal( array( $header['Text Domain'], $header['Domain Path'] ), array( 'remedy-faq', '/languages' ) );
		foreach ( array( 'Plugin Name', 'Description', 'Author' ) as $name ) {
			$equal( in_array( "|$header[$name]", $listed, true ), true );
		}
	},
	'the header and readme.txt say the same' => static function () use ( $plugin, $sources, $equal ) {
		preg_match_all( '/^ \* ([A-Z][A-Za-z ]+): +(.+)$/m', $sources['remedy-faq.php'], $found );
		$header = array_combine( $found[1], $found[2] );
		$text   = file_get_contents( "$plugin/readme.txt" );
		preg_match_all( '/^([A-Z][A-Za-z ]+): (.+)$/m', strstr( $text, "\n\n", true ), $found );
		$readme = array_combine( $found[1], $found[2] );
		foreach ( array( 'Requires at least', 'Requires PHP', 'License', 'License URI' ) as $name ) {
			$equal( array( $name => $readme[ $name ] ), array( $name => $header[ $name ] ) );
		}
		$equal( $readme['Stable tag'], $header['Version'] );
		$equal( preg_match( '/^\d+\.\d+\.\d+$/D', $header['Version'] ), 1 );
		$equal( preg_match( "/^= \Q$header[Version]\E =$/m", $text ), 1 );
		// The block's script is fetched anew with every version.
		$equal( ( require "$plugin/block/editor.asset.php" )['version'], $header['Version'] );
	},
);

$passed = 0;
foreach ( $tests as $name => $test ) {
	try {
		$test();
		++$passed;
		echo "test $name ... ok\n";
	} catch ( Throwable $error ) {
		echo "test $name ... FAILED\n    ", $error->getMessage(), "\n";
	}
}
$failed = count( $tests ) - $passed;
echo 'test result: ', $failed ? 'FAILED' : 'ok', ". $passed passed; $failed failed; 0 ignored\n";
exit( $failed ? 1 : 0 );
