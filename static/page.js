// The page by itself: installs the service worker, so that it opens without a network, and says when a newer version
// waits. A page that embeds the widget never loads this.

const notice = document.getElementById("update");

const offer = (worker) => {
  notice.hidden = false;
  notice.querySelector("button").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("take over");
  });
};

const watch = (worker) => {
  const installed = () => worker.state === "installed" && navigator.serviceWorker.controller && offer(worker);
  worker.addEventListener("statechange", installed);
  installed();
};

if ("serviceWorker" in navigator && location.protocol !== "file:") {
  addEventListener("load", async () => {
    try {
      const registration = await navigator.serviceWorker.register("sw.js");
      if (registration.waiting) watch(registration.waiting);
      registration.addEventListener("updatefound", () => watch(registration.installing));
    } catch (error) {
      console.info(`remedy-faq: this page will not open without a network: ${error.message}`);
    }
  });
}
