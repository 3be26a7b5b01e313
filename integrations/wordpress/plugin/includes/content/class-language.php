<?php
/**
 * Languages: which one a tag means, and how it writes a day.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Content;

/**
 * As src/core/words.rs (`pick`) and src/bundle/locale.rs have it; a test holds the days to what browsers write.
 */
final class Language {

	/** The months in order, and the form of a day with the holes {day}, {month} and {year}. */
	const DAYS = array(
		'en' => array( '{month} {day}, {year}', 'January February March April May June July August September October November December' ),
		'de' => array( '{day}. {month} {year}', 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember' ),
		'es' => array( '{day} de {month} de {year}', 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre' ),
		'ar' => array( '{day} {month} {year}', 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر' ),
	);

	/**
	 * The first of some language tags whose language is among the known ones; "es-MX" is Spanish.
	 *
	 * @param string[] $tags  The tags.
	 * @param string[] $known The languages.
	 * @return string|null
	 */
	public static function pick( array $tags, array $known ) {
		foreach ( $tags as $tag ) {
			$language = strtolower( explode( '-', $tag )[0] );
			if ( in_array( $language, $known, true ) ) {
				return $language;
			}
		}
		return null;
	}

	/**
	 * A day in words. A language without a table gets the form that is the same everywhere, 2026-11-22.
	 *
	 * @param string $lang The language's tag.
	 * @param string $date The day, valid, as 2026-11-22.
	 */
	public static function date( string $lang, string $date ): string {
		$language = self::pick( array( $lang ), array_keys( self::DAYS ) );
		if ( null === $language ) {
			return $date;
		}
		list( $form, $months )      = self::DAYS[ $language ];
		list( $year, $month, $day ) = array_map( 'intval', explode( '-', $date ) );
		$region                     = strtoupper( explode( '-', $lang )[1] ?? '' );
		if ( 'en' === $language && ! in_array( $region, array( '', 'US', 'CA' ), true ) ) {
			$form = '{day} {month} {year}';
		}
		if ( 'de' === $language && 'AT' === $region ) {
			$months = str_replace( 'Januar ', 'Jänner ', $months );
		}
		return strtr(
			$form,
			array(
				'{day}'   => $day,
				'{month}' => explode( ' ', $months )[ $month - 1 ],
				'{year}'  => $year,
			)
		);
	}
}
