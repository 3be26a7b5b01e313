/**
 * The settings page checks a document with the widget's own checker before it is sent, and shows what it would look
 * like. The server checks again; where this script does not run, it alone does.
 */
( function () {
	'use strict';
	const file = document.getElementById( 'remedy-faq-file' );
	const faults = document.getElementById( 'remedy-faq-faults' );
	const preview = document.getElementById( 'remedy-faq-preview' );
	const form = file.form;
	const submit = form.querySelector( '#submit' );
	const shown = preview.querySelector( 'remedy-faq' );
	const forget = form.querySelector( '[name=remedy_faq_forget]' );
	let turn = 0;

	forget?.addEventListener( 'click', ( event ) => {
		if ( ! window.confirm( forget.dataset.ask ) ) {
			event.preventDefault();
		}
	} );

	file.addEventListener( 'change', async () => {
		const mine = ++turn;
		tell( [] );
		show( null );
		const chosen = file.files[ 0 ];
		if ( ! chosen ) {
			return;
		}
		form.querySelector( '[name=remedy_faq_source][value=own]' ).checked = true;
		// What is not known yet is not sent, unless the answer does not come.
		submit.disabled = true;
		const text = await read( chosen );
		const answer = typeof text === 'string' ? await check( text ) : text;
		if ( mine !== turn ) {
			answer.element?.remove();
			return;
		}
		tell( answer.faults );
		show( answer.element );
	} );

	/** The file's text, or what is wrong with the file. */
	async function read( chosen ) {
		if ( chosen.size > Number( form.dataset.limit ) ) {
			return { faults: [ form.dataset.tooLarge ] };
		}
		try {
			return new TextDecoder( 'utf-8', { fatal: true } ).decode( await chosen.arrayBuffer() );
		} catch {
			return { faults: [ form.dataset.notText ] };
		}
	}

	/** Shows the document in an element, out of sight, and gives that, or the document's faults. */
	function check( text ) {
		const element = document.createElement( 'remedy-faq' );
		const script = document.createElement( 'script' );
		script.type = 'application/json';
		script.textContent = text;
		element.append( script );
		element.setAttribute( 'storage', 'none' );
		element.setAttribute( 'loading', 'eager' );
		element.hidden = true;
		return new Promise( ( resolve ) => {
			// A program that hangs must not keep anybody from sending.
			setTimeout( resolve, 10000, { faults: [] } );
			element.addEventListener( 'remedy-faq-ready', () => resolve( { faults: [], element } ), { once: true } );
			element.addEventListener( 'remedy-faq-error', ( event ) => {
				const [ head, ...lines ] = event.detail.message.split( '\n  ' );
				if ( ! head.startsWith( 'remedy-faq: the document inside the element' ) ) {
					// Of the program, or of a file of its own. What can be shown is shown all the same; what the checker does
					// not say, the server checks.
					if ( head.startsWith( 'remedy-faq: the program did not start' ) ) {
						element.remove();
						resolve( { faults: [] } );
					}
					return;
				}
				element.remove();
				resolve( { faults: lines.length ? lines : [ head ] } );
			} );
			if ( customElements.get( 'remedy-faq' ) ) {
				preview.append( element );
			} else {
				resolve( { faults: [] } );
			}
		} );
	}

	function tell( lines ) {
		submit.disabled = lines.length > 0;
		const list = document.createElement( 'ul' );
		list.className = 'ul-disc';
		list.append( ...lines.map( ( line ) => {
			const item = document.createElement( 'li' );
			const path = line.match( /^([a-zA-Z]+(?:\.[a-zA-Z]+|\[\d+\])*): / );
			if ( path ) {
				const code = document.createElement( 'code' );
				code.textContent = path[ 1 ];
				item.append( code, line.slice( path[ 1 ].length ) );
			} else {
				item.textContent = line;
			}
			return item;
		} ) );
		faults.replaceChildren( ...( lines.length ? [ list ] : [] ) );
		faults.className = lines.length ? 'notice notice-error inline' : '';
	}

	/** Shows the chosen document's element in the place of what the site shows; null: that again. */
	function show( element ) {
		for ( const other of preview.querySelectorAll( 'remedy-faq' ) ) {
			if ( other !== shown && other !== element ) {
				other.remove();
			}
		}
		if ( element ) {
			element.hidden = false;
		}
		shown.hidden = !! element;
	}
} )();
