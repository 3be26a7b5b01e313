// Runs before anything else of a page, and writes down what the tests ask about: complaints, the widget's events,
// requests, layout shifts.
(() => {
  if (window.__e2e) return;
  const e2e = { complaints: [], events: [], requests: [], shifts: [], ready: new WeakSet() };
  Object.defineProperty(window, "__e2e", { value: e2e });

  const complain = (source, text) => e2e.complaints.push({ source, text: String(text) });
  const { error } = console;
  console.error = (...words) => {
    complain("console", words.map(String).join(" "));
    error.apply(console, words);
  };
  addEventListener("error", (event) => complain("error", event.message), false);
  addEventListener("unhandledrejection", (event) => complain("rejection", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    complain("csp", `${event.effectiveDirective} refused ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`),
  );

  for (const name of ["remedy-faq-ready", "remedy-faq-change", "remedy-faq-error"]) {
    addEventListener(name, (event) => {
      e2e.events.push({ name, detail: event.detail, host: event.target.id });
      if (name === "remedy-faq-ready") e2e.ready.add(event.target);
    });
  }

  const request = (how, address) => e2e.requests.push(`${how} ${address?.url ?? address}`);
  const observe = (object, name) => {
    const original = object?.[name];
    if (!original) return;
    object[name] = new Proxy(original, {
      apply: (target, self, words) => (request(name, words[name === "open" ? 1 : 0]), Reflect.apply(target, self, words)),
      construct: (target, words, made) => (request(name, words[0]), Reflect.construct(target, words, made)),
    });
  };
  observe(window, "fetch");
  observe(window.XMLHttpRequest?.prototype, "open");
  observe(navigator, "sendBeacon");
  for (const name of ["WebSocket", "WebTransport", "EventSource", "RTCPeerConnection", "Worker", "SharedWorker"]) {
    observe(window, name);
  }

  const watch = (type, seen) => {
    if (!PerformanceObserver.supportedEntryTypes?.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
  };
  watch("resource", (entry) => request(entry.initiatorType, entry.name));
  const name = ({ node }) => node?.className || node?.id || node?.nodeName;
  watch("layout-shift", (entry) => e2e.shifts.push(`${entry.value} by ${entry.sources.map(name).join(", ")}`));
})();
