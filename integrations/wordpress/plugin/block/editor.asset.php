<?php
/**
 * What editor.js needs of WordPress. Written by hand: the block has no build of its own.
 *
 * @package RemedyFAQ
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' ),
	'version'      => '{{version}}',
);
