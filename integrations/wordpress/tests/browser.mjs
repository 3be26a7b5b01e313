// A browser for the tests: Chromium by its driver, spoken to as the WebDriver standard has it. No package needed.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const PATIENCE = 15_000;

/** Starts chromedriver on a free port. What ends it, and every browser of its, goes to `ends`. */
export async function startDriver(ends) {
  const child = spawn("chromedriver", ["--port=0", "--allowed-ips=127.0.0.1"], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const sessions = [];
  ends.push(async () => {
    for (const browser of sessions) await browser.close().catch(() => {});
    child.kill();
    await ended;
  });
  const port = await new Promise((resolve, reject) => {
    child.once("error", reject);
    createInterface(child.stdout).on("line", (line) => {
      const found = line.match(/started successfully on port (\d+)/);
      if (found) resolve(Number(found[1]));
    });
    ended.then(() => reject(new Error("chromedriver ended at once")));
  });
  return {
    async open(options) {
      const browser = await Browser.open(`http://127.0.0.1:${port}`, options);
      sessions.push(browser);
      return browser;
    },
  };
}

/** One browser window with a profile of its own. */
class Browser {
  static async open(driver, { width = 1200, height = 900 } = {}) {
    const binary = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
    const args = ["--headless=new", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"];
    if (process.getuid?.() === 0) args.push("--no-sandbox");
    args.push(`--window-size=${width},${height}`, "--hide-scrollbars");
    const alwaysMatch = { browserName: "chrome", "goog:chromeOptions": { args, ...(binary && { binary }) }, "goog:loggingPrefs": { performance: "ALL" } };
    const { sessionId } = await ask("POST", `${driver}/session`, { capabilities: { alwaysMatch } });
    return new Browser(`${driver}/session/${sessionId}`);
  }

  constructor(address) {
    this.address = address;
  }

  close() {
    return ask("DELETE", this.address);
  }

  go(url) {
    return ask("POST", `${this.address}/url`, { url });
  }

  reload() {
    return ask("POST", `${this.address}/refresh`, {});
  }

  url() {
    return ask("GET", `${this.address}/url`);
  }

  cookies() {
    return ask("GET", `${this.address}/cookie`);
  }

  /** Runs a function in the page, with arguments that JSON can hold; waits for what it promises. */
  async run(code, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${code}).apply(null, arguments[0])).then((good) => done({ good }), (error) => done({ error: String(error?.stack ?? error?.message ?? JSON.stringify(error)) }));`;
    const { good, error } = await ask("POST", `${this.address}/execute/async`, { script, args: [args] });
    if (error) throw new Error(`in the page: ${error}`);
    return good;
  }

  /** Waits until a function in the page gives something true, and gives that. */
  async until(what, code, ...args) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      // A page may just be going away.
      const good = await this.run(code, ...args).catch((error) => (Date.now() > end ? Promise.reject(error) : null));
      if (good) return good;
      if (Date.now() > end) throw new Error(`waited in vain, on ${await this.url()}, until ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async element(css) {
    return (await ask("POST", `${this.address}/element`, { using: "css selector", value: css }))[ELEMENT];
  }

  async click(css) {
    return ask("POST", `${this.address}/element/${await this.element(css)}/click`, {});
  }

  async type(css, text) {
    return ask("POST", `${this.address}/element/${await this.element(css)}/value`, { text });
  }

  /** A command of Chromium's own protocol. */
  cdp(cmd, params = {}) {
    return ask("POST", `${this.address}/goog/cdp/execute`, { cmd, params });
  }

  /** The addresses asked for since the last call. */
  async requests() {
    const entries = await ask("POST", `${this.address}/se/log`, { type: "performance" });
    const messages = entries.map((entry) => JSON.parse(entry.message).message);
    return messages.filter((message) => message.method === "Network.requestWillBeSent").map((message) => message.params.request.url);
  }

  async picture() {
    const { data } = await this.cdp("Page.captureScreenshot", { captureBeyondViewport: true });
    return Buffer.from(data, "base64");
  }
}

async function ask(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message.split("\n")[0]}`);
  return value;
}
