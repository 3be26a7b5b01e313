<?php
/**
 * What the build has put into the plugin: the widget's own words, the bundled questions, the stamp.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ;

/**
 * Reads the folder `build/`, which integrations/wordpress/build.mjs writes.
 */
final class Build {

	/**
	 * What every copy of this build has in common: changes with any of its files.
	 */
	public static function stamp(): string {
		return self::facts()['stamp'];
	}

	/**
	 * The languages whose words come with the plugin.
	 *
	 * @return string[]
	 */
	public static function languages(): array {
		return array_keys( self::facts()['words'] );
	}

	/**
	 * The widget's own words by name, in a language that comes with the plugin.
	 *
	 * @param string $language The language.
	 * @return array<string, string>
	 */
	public static function words( string $language = 'en' ): array {
		return self::facts()['words'][ $language ];
	}

	/**
	 * The files of the bundled questions, by language.
	 *
	 * @return array<string, string>
	 */
	public static function bundled(): array {
		return self::facts()['bundled'];
	}

	/**
	 * The bundled questions in a language in which they come with the plugin.
	 *
	 * @param string $language The language.
	 */
	public static function document( string $language ): \stdClass {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file, not an address.
		return json_decode( (string) file_get_contents( self::path( self::bundled()[ $language ] ) ) );
	}

	/**
	 * The path of one of the plugin's files.
	 *
	 * @param string $name The file, from the plugin's folder.
	 */
	public static function path( string $name ): string {
		return plugin_dir_path( FILE ) . $name;
	}

	/**
	 * The address of one of the plugin's files.
	 *
	 * @param string $name The file, from the plugin's folder.
	 */
	public static function url( string $name ): string {
		return plugins_url( $name, FILE );
	}

	/**
	 * The build's facts.
	 *
	 * @return array{stamp: string, words: array<string, array<string, string>>, bundled: array<string, string>}
	 */
	private static function facts(): array {
		static $facts = null;
		if ( null === $facts ) {
			$facts = require self::path( 'build/facts.php' );
		}
		return $facts;
	}
}
