// What a site's own script does.
import "remedy-faq";
