# What the tests of the WordPress plugin run it in: PHP, a PHP as old as it may be, MariaDB, and a WordPress with two themes.
# shellcheck shell=bash

# Only what starts no service: the tests start their own, in a folder of their own. WordPress itself and its themes are
# unpacked into the cache and not installed, because Debian's package brings a web server with it that would start.
ensure_wordpress() {
  { has php && php_has mysqli && php_has mbstring && php_has dom; } || apt_install PHP php-cli php-mysql php-mbstring php-xml
  has phpcs || apt_install PHP_CodeSniffer php-codesniffer
  { has mariadbd || [ -x /usr/sbin/mariadbd ]; } || apt_install MariaDB mariadb-server-core mariadb-client-core
  npm_packages "PHP 7.4" integrations/wordpress/tests "$REMEDY_FAQ_WORDPRESS_NPM"
  [ -d "$REMEDY_FAQ_WORDPRESS" ] && return
  has dpkg-deb || die "WordPress for the tests comes from Debian's packages, and there is no dpkg-deb here to unpack them."
  step WordPress "fetching (apt-get download wordpress …)" wordpress_fetch || die "WordPress could not be fetched. The command was:" \
    "apt-get update && apt-get download ${WORDPRESS_PACKAGES[*]}"
}
# (No pipe: grep would leave before PHP has said everything, and that counts as a failure.)
php_has() { grep -qix "$1" <<<"$(php -m)"; }

# With what WordPress links to in other packages.
WORDPRESS_PACKAGES=(wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree libjs-cropper libjs-underscore php-getid3)

wordpress_fetch() {
  local new=$REMEDY_FAQ_WORDPRESS.new package
  rm -rf "$new" && mkdir -p "$new/packages" "$new/root" || return
  (cd "$new/packages" && { apt-get download "${WORDPRESS_PACKAGES[@]}" || { apt_update && apt-get download "${WORDPRESS_PACKAGES[@]}"; }; }) || return
  for package in "$new"/packages/*.deb; do dpkg-deb -x "$package" "$new/root" || return; done
  # Debian's own configuration: links into /etc.
  rm -f "$new/root/usr/share/wordpress/wp-config.php" "$new/root/usr/share/wordpress/.htaccess"
  cp -rL "$new/root/usr/share/wordpress" "$new/site" && mv "$new/site" "$REMEDY_FAQ_WORDPRESS" && rm -rf "$new"
}
