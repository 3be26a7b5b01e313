/**
 * The block in the editor: WordPress renders it, as for visitors; here are its controls.
 */
( function ( wp ) {
	'use strict';
	const { createElement: el, Fragment } = wp.element;
	const { InspectorControls, useBlockProps } = wp.blockEditor;
	const { Disabled, PanelBody, SelectControl, ToggleControl } = wp.components;
	const { __ } = wp.i18n;

	const choices = {
		headingLevel: {
			label: __( 'Heading level of the questions', 'remedy-faq' ),
			options: [
				[ '', __( 'No headings', 'remedy-faq' ) ],
				[ '2', 'H2' ],
				[ '3', 'H3' ],
				[ '4', 'H4' ],
				[ '5', 'H5' ],
				[ '6', 'H6' ],
			],
		},
		open: {
			label: __( 'Open at first', 'remedy-faq' ),
			options: [
				[ '', __( 'No question', 'remedy-faq' ) ],
				[ 'first', __( 'The first question', 'remedy-faq' ) ],
				[ 'all', __( 'All questions', 'remedy-faq' ) ],
			],
		},
		storage: {
			label: __( 'Where ticks are kept', 'remedy-faq' ),
			options: [
				[ '', __( 'In the visitor’s browser', 'remedy-faq' ) ],
				[ 'session', __( 'In the tab, until it is closed', 'remedy-faq' ) ],
				[ 'none', __( 'Nowhere', 'remedy-faq' ) ],
			],
		},
	};

	function edit( { attributes, setAttributes } ) {
		const select = ( name ) =>
			el( SelectControl, {
				key: name,
				label: choices[ name ].label,
				value: attributes[ name ] || '',
				options: choices[ name ].options.map( ( [ value, label ] ) => ( { value, label } ) ),
				// Nothing is stored where the element's own default is meant.
				onChange: ( value ) => setAttributes( { [ name ]: value || undefined } ),
			} );
		const exclusive = el( ToggleControl, {
			key: 'exclusive',
			label: __( 'One question open at a time', 'remedy-faq' ),
			checked: !! attributes.exclusive,
			onChange: ( value ) => setAttributes( { exclusive: value || undefined } ),
		} );
		return el(
			Fragment,
			null,
			el( InspectorControls, null, el( PanelBody, { title: __( 'Questions', 'remedy-faq' ) }, [ ...Object.keys( choices ).map( select ), exclusive ] ) ),
			el( 'div', useBlockProps(), el( Disabled, null, el( wp.serverSideRender, { block: 'remedy-faq/widget', attributes } ) ) )
		);
	}

	wp.blocks.registerBlockType( 'remedy-faq/widget', { edit, save: () => null } );
} )( window.wp );
