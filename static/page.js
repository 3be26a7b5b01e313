// The page by itself: installs the service worker, so that it opens without a network, and says when a newer version
// waits. A page that embeds the widget never loads this.

const notice = document.getElementById("update");

const offer = (worker) => {
  notice.hidden = false;
  notice.querySelector("button").addEventListener("click", () => {
    // The visitor may have asked for it in another tab.
    if (worker.state !== "installed") return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take over");
  });
};

const watch = (worker) => {
  const installed = () => worker.state === "installed" && navigator.serviceWorker.controller && offer(worker);
  worker.addEventListener("statechange", installed);
  installed();
};

/** When what is wanted now has arrived, or will not: what the worker keeps for later must not take its place on the wire. */
const arrived = () =>
  new Promise((then) => {
    if (document.querySelector("remedy-faq").shadowRoot) then();
    addEventListener("remedy-faq-ready", then, { once: true });
    addEventListener("remedy-faq-error", then, { once: true });
    setTimeout(then, 10_000);
  });

if ("serviceWorker" in navigator && location.protocol !== "file:") {
  await arrived();
  try {
    const registration = await navigator.serviceWorker.register("sw.js");
    if (registration.waiting) watch(registration.waiting);
    const coming = () => registration.installing && watch(registration.installing);
    registration.addEventListener("updatefound", coming);
    // The browser may have looked for it by itself by now.
    coming();
  } catch (error) {
    console.info(`remedy-faq: this page will not open without a network: ${error.message}`);
  }
}
