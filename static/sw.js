// Keeps the page's files, so that it opens without a network. Serves them cache-first; a new version waits until the
// page asks for it, so that the program is never swapped under an open checklist.
// The build fills in the files and the version (src/bundle/install.rs).

const FILES = { "the build's files": "their digests" };
const OURS = `remedy-faq ${registration.scope} `;
const CACHE = OURS + "the build's digest";

let filling;
const fill = () =>
  (filling ??= (async () => {
    await caches.delete(CACHE);
    const cache = await caches.open(CACHE);
    try {
      // Past the browser's own cache, which may still hold an older build.
      await cache.addAll(Object.keys(FILES).map((name) => new Request(name, { cache: "reload" })));
    } catch (error) {
      // All or nothing: half a build serves nobody.
      await caches.delete(CACHE);
      throw error;
    } finally {
      filling = undefined;
    }
  })());

addEventListener("install", (event) => event.waitUntil(fill()));

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
      // The page that is open has not fetched all of the program yet (more.js), and can be without a network by then.
      await clients.claim();
    })(),
  );
});

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(registration.scope)) return;
  const path = url.href.slice(registration.scope.length).replace(/[?#].*/, "");
  const name = path === "" || path === "index.html" ? "./" : path;
  if (!Object.hasOwn(FILES, name)) return;
  event.respondWith(
    (async () => {
      const cache = await caches.open(CACHE);
      const kept = await cache.match(name);
      if (kept) return kept;
      // The cache was cleared, or a file of it. It is filled again whole; where the server has another build by now, the
      // browser finds that one's worker.
      event.waitUntil(fill().catch(() => {}));
      return fetch(request);
    })(),
  );
});
