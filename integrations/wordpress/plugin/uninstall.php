<?php
/**
 * Takes away what the plugin has stored, when it is deleted: one option a site. (What visitors ticked is in their own
 * browsers; no site has it.)
 *
 * @package RemedyFAQ
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	$remedy_faq_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $remedy_faq_sites as $remedy_faq_site ) {
		switch_to_blog( $remedy_faq_site );
		delete_option( 'remedy_faq' );
		restore_current_blog();
	}
} else {
	delete_option( 'remedy_faq' );
}
