<?php
/**
 * What the build has put into the plugin: the widget's own words, the fallback of the bundled questions, the stamp.
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
	 * The widget's own words by name, in English.
	 *
	 * @return array<string, string>
	 */
	public static function words(): array {
		return self::facts()['words'];
	}

	/**
	 * The fallback of the bundled questions, as the build rendered it.
	 */
	public static function fallback(): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file, not an address.
		return (string) file_get_contents( self::path( 'build/fallback.html' ) );
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
	 * @return array{stamp: string, words: array<string, string>}
	 */
	private static function facts(): array {
		static $facts = null;
		if ( null === $facts ) {
			$facts = require self::path( 'build/facts.php' );
		}
		return $facts;
	}
}
