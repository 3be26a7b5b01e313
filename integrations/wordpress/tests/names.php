<?php
/**
 * Which names a program uses that nobody has: run by oldest.mjs in the oldest PHP, of which it is then true. Parsing by that
 * PHP itself comes first, so that syntax of a later one is told, too.
 *
 * @package RemedyFAQ
 */

/**
 * What is wrong with these files, a line each; none if nothing is.
 *
 * @param array<string, string> $sources Their texts by name.
 * @param string[]              $others  Names that come from elsewhere: WordPress's functions, classes and constants.
 */
return static function ( array $sources, array $others ): array {
	$faults = array();
	$parsed = array();
	$known  = array_fill_keys( array_map( 'strtolower', $others ), true );
	foreach ( array( 'self', 'parent', 'int', 'float', 'string', 'bool', 'void', 'object', 'iterable', 'true', 'false', 'null' ) as $word ) {
		$known[ $word ] = true;
	}
	foreach ( $sources as $file => $source ) {
		try {
			$tokens = token_get_all( $source, TOKEN_PARSE );
		} catch ( ParseError $error ) {
			$faults[] = "$file:{$error->getLine()}: {$error->getMessage()}";
			continue;
		}
		$parsed[ $file ] = array_values(
			array_filter(
				$tokens,
				static function ( $token ) {
					return ! is_array( $token ) || ! in_array( $token[0], array( T_WHITESPACE, T_COMMENT, T_DOC_COMMENT ), true );
				}
			)
		);
		foreach ( $parsed[ $file ] as $at => $token ) {
			if ( $at > 0 && T_STRING === $token[0] && in_array( $parsed[ $file ][ $at - 1 ][0], array( T_CLASS, T_CONST, T_FUNCTION ), true ) ) {
				$known[ strtolower( $token[1] ) ] = true;
			}
		}
	}
	// A member is its class's affair.
	$members = array( T_OBJECT_OPERATOR, T_DOUBLE_COLON, T_CLASS, T_CONST, T_FUNCTION, T_NAMESPACE );
	foreach ( $parsed as $file => $tokens ) {
		foreach ( $tokens as $at => $token ) {
			$after = $tokens[ $at + 1 ] ?? '';
			// What stands before a `\` only leads to a name.
			if ( T_STRING !== $token[0] || T_NS_SEPARATOR === ( $after[0] ?? '' ) ) {
				continue;
			}
			$first = $at - 1;
			while ( T_NS_SEPARATOR === ( $tokens[ $first ][0] ?? '' ) ) {
				$first -= T_STRING === $tokens[ $first - 1 ][0] ? 2 : 1;
			}
			$before = $tokens[ $first ][0] ?? '';
			$name = $token[1];
			if ( in_array( $before, $members, true ) || isset( $known[ strtolower( $name ) ] ) ) {
				continue;
			}
			$called = '(' === $after && T_NEW !== $before;
			if ( $called ? ! function_exists( $name ) : ! ( class_exists( $name ) || interface_exists( $name ) || defined( $name ) ) ) {
				$faults[] = "$file:{$token[2]}: there is no $name";
			}
		}
	}
	return $faults;
};
