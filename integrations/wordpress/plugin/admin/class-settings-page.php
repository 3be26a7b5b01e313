<?php
/**
 * The page "Settings → Remedy FAQ": which questions are shown, and what they look like.
 *
 * @package RemedyFAQ
 */

namespace Remedy_FAQ\Admin;

use Remedy_FAQ\Assets;
use Remedy_FAQ\Build;
use Remedy_FAQ\Content\Document;
use Remedy_FAQ\Content\Problem;
use Remedy_FAQ\Store;
use Remedy_FAQ\Widget;

/**
 * Shows; what is done is done by Form.
 */
final class Settings_Page {

	const SLUG = 'remedy-faq';

	/**
	 * Tells WordPress of the page.
	 */
	public static function register() {
		$page = add_options_page(
			__( 'Remedy FAQ', 'remedy-faq' ),
			__( 'Remedy FAQ', 'remedy-faq' ),
			Form::CAPABILITY,
			self::SLUG,
			array( self::class, 'show' )
		);
		if ( false === $page ) {
			return;
		}
		add_action( "load-$page", array( Form::class, 'receive' ) );
		add_action(
			'admin_enqueue_scripts',
			static function ( $shown ) use ( $page ) {
				if ( $shown === $page ) {
					self::enqueue();
				}
			}
		);
	}

	/**
	 * Where the page is.
	 */
	public static function url(): string {
		return admin_url( 'options-general.php?page=' . self::SLUG );
	}

	/**
	 * A link to the page in the list of plugins.
	 *
	 * @param string[] $links The links there.
	 * @return string[]
	 */
	public static function action_link( $links ) {
		array_unshift( $links, '<a href="' . esc_url( self::url() ) . '">' . esc_html__( 'Settings', 'remedy-faq' ) . '</a>' );
		return $links;
	}

	/**
	 * The widget, for the preview, and the page's own script and style.
	 */
	private static function enqueue() {
		Assets::enqueue();
		wp_enqueue_script( 'remedy-faq-settings', Build::url( 'admin/settings.js' ), array(), Build::stamp(), true );
		wp_enqueue_style( 'remedy-faq-settings', Build::url( 'admin/settings.css' ), array(), Build::stamp() );
	}

	/**
	 * The page.
	 */
	public static function show() {
		$own = Store::own();
		?>
		<div class="wrap remedy-faq-settings">
			<h1><?php esc_html_e( 'Remedy FAQ', 'remedy-faq' ); ?></h1>
			<?php self::notices(); ?>
			<p>
				<?php esc_html_e( 'Put the block “Remedy FAQ” on a page, or write this shortcode:', 'remedy-faq' ); ?>
				<code>[<?php echo esc_html( Widget::SHORTCODE ); ?>]</code>
			</p>
			<form method="post" action="<?php echo esc_url( self::url() ); ?>" enctype="multipart/form-data"
				data-limit="<?php echo esc_attr( (string) Document::MAX_BYTES ); ?>"
				data-too-large="<?php esc_attr_e( 'The file is too large to be a document.', 'remedy-faq' ); ?>"
				data-not-text="<?php echo esc_attr( Problem::NOT_UTF8 ); ?>">
				<?php wp_nonce_field( Form::SAVE ); ?>
				<h2><?php esc_html_e( 'Which questions are shown', 'remedy-faq' ); ?></h2>
				<fieldset>
					<legend class="screen-reader-text"><?php esc_html_e( 'Which questions are shown', 'remedy-faq' ); ?></legend>
					<p><label>
						<input type="radio" name="remedy_faq_source" value="bundled" <?php checked( ! Store::is_own() ); ?>>
						<?php esc_html_e( 'The bundled questions about muscle knots', 'remedy-faq' ); ?>
					</label></p>
					<p><label>
						<input type="radio" name="remedy_faq_source" value="own" <?php checked( Store::is_own() ); ?>>
						<?php esc_html_e( 'Our own document', 'remedy-faq' ); ?>
					</label></p>
				</fieldset>
				<?php self::own( $own ); ?>
				<p>
					<label for="remedy-faq-file"><?php esc_html_e( 'Upload a document (JSON)', 'remedy-faq' ); ?></label><br>
					<input type="file" id="remedy-faq-file" name="remedy_faq_file" accept=".json,application/json" aria-describedby="remedy-faq-file-hint">
				</p>
				<p class="description" id="remedy-faq-file-hint"><?php esc_html_e( 'It is checked first, and then shown in the place of the one before. If anything is wrong with it, everything stays as it is.', 'remedy-faq' ); ?></p>
				<div id="remedy-faq-faults" role="alert"></div>
				<?php submit_button(); ?>
				<?php if ( null !== $own ) : ?>
					<p><button type="submit" name="remedy_faq_forget" value="1" data-ask="<?php esc_attr_e( 'Delete the document from this site? It cannot be brought back.', 'remedy-faq' ); ?>" class="button-link button-link-delete"><?php esc_html_e( 'Delete our own document', 'remedy-faq' ); ?></button></p>
				<?php endif; ?>
			</form>
			<h2><?php esc_html_e( 'To begin with', 'remedy-faq' ); ?></h2>
			<ul class="ul-disc">
				<?php foreach ( Build::bundled() as $language => $file ) : ?>
					<?php /* translators: %s: a language's tag, such as es. */ ?>
					<li><a href="<?php echo esc_url( Build::url( $file ) ); ?>" download><?php echo esc_html( sprintf( __( 'The bundled document (%s), to change it', 'remedy-faq' ), $language ) ); ?></a></li>
				<?php endforeach; ?>
				<li><a href="<?php echo esc_url( Build::url( 'build/content.schema.json' ) ); ?>" download><?php esc_html_e( 'The JSON Schema, by which an editing program completes and checks while you type', 'remedy-faq' ); ?></a></li>
			</ul>
			<h2><?php esc_html_e( 'Preview', 'remedy-faq' ); ?></h2>
			<div id="remedy-faq-preview"><?php echo Widget::html( array( 'storage' => 'none' ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Markup of ours, escaped where it is written. ?></div>
		</div>
		<?php
	}

	/**
	 * The document that is stored.
	 *
	 * @param array<string, mixed>|null $own The document.
	 */
	private static function own( $own ) {
		if ( null === $own ) {
			return;
		}
		$address = wp_nonce_url( admin_url( 'admin-post.php?action=remedy_faq_download' ), Form::DOWNLOAD );
		/* translators: 1: the name of a file. 2: a date. */
		$words = sprintf( __( 'Our own document: %1$s, uploaded on %2$s.', 'remedy-faq' ), $own['name'], wp_date( get_option( 'date_format' ), $own['saved'] ) );
		echo '<p id="remedy-faq-own">', esc_html( $words ), ' <a href="', esc_url( $address ), '">', esc_html__( 'Download it', 'remedy-faq' ), '</a></p>';
	}

	/**
	 * How the last form went.
	 */
	private static function notices() {
		if ( array() !== Form::$faults ) {
			/* translators: %s: the name of a file. */
			$head = '' === Form::$refused ? __( 'Nothing was changed.', 'remedy-faq' ) : sprintf( __( '%s was not taken, and nothing was changed. Mend this, and upload it again:', 'remedy-faq' ), Form::$refused );
			echo '<div class="notice notice-error" id="remedy-faq-refused"><p>', esc_html( $head ), '</p><ul class="ul-disc">';
			foreach ( Form::$faults as $fault ) {
				echo '<li>', '' === $fault['path'] ? '' : '<code>' . esc_html( $fault['path'] ) . '</code>: ', esc_html( $fault['problem'] ), '</li>';
			}
			echo '</ul></div>';
		}
		$done = array(
			'saved'     => __( 'Saved. If the site has a page cache, empty it now.', 'remedy-faq' ),
			'forgotten' => __( 'The document is deleted, and the bundled questions are shown. If the site has a page cache, empty it now.', 'remedy-faq' ),
		);
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Chooses one of two sentences; changes nothing.
		$how = isset( $_GET['remedy-faq'] ) ? sanitize_key( $_GET['remedy-faq'] ) : '';
		if ( isset( $done[ $how ] ) && array() === Form::$faults ) {
			echo '<div class="notice notice-success is-dismissible"><p>', esc_html( $done[ $how ] ), '</p></div>';
		}
	}
}
