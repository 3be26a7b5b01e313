// The scratch project: a folder with the packed tarball installed from npm's side, as anyone would have it, and the tools
// that build and look at it.
import { execFile } from "node:child_process";
import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const { REMEDY_FAQ_NPM_TEST: tools, PACKAGE: tarball, PACKAGE_AGAIN: again, SCRATCH: root } = process.env;
const here = dirname(fileURLToPath(import.meta.url));

/** A tool from npm. */
export const require = createRequire(join(tools, "package.json"));

/** Runs a program: what it printed, or an error with all of it. */
export const run = async (program, args, cwd = root) => {
  const [file, before] = program.endsWith(".js") ? [process.execPath, [program]] : [program, []];
  try {
    return (await promisify(execFile)(file, [...before, ...args], { cwd, maxBuffer: 1 << 26 })).stdout;
  } catch (error) {
    throw Object.assign(new Error(`${program} ${args.join(" ")}\n${error.stdout}${error.stderr}`), { stdout: error.stdout });
  }
};

/** The program of one of the tools. */
export const tool = (name) => join(tools, "node_modules/.bin", name);

export class Project {
  root = root;
  tarball = tarball;
  again = again;
  /** The package as it was installed. */
  installed = join(root, "node_modules/remedy-faq");
  /** The source's own documents, and everything else of the checkout. */
  checkout = join(here, "../../..");

  static async install() {
    const project = new Project();
    await rm(root, { recursive: true, force: true });
    await mkdir(root, { recursive: true });
    await writeFile(join(root, "package.json"), JSON.stringify({ name: "scratch", private: true, type: "module" }));
    await run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball]);
    for (const name of ["react", "react-dom", "scheduler"]) await project.#link(`node_modules/${name}`, name);
    await project.#link("node_modules/@types/react", "@types/react");
    await project.#link("node_modules/@types/react-dom", "@types/react-dom");
    await cp(join(here, "programs"), join(root, "programs"), { recursive: true });
    // A project of React 18, beside it.
    await mkdir(join(root, "18/node_modules"), { recursive: true });
    await cp(join(root, "programs/react-18.tsx"), join(root, "18/react-18.tsx"));
    await project.#link("18/node_modules/@types/react", "@types/react-18");
    await symlink(project.installed, join(root, "18/node_modules/remedy-faq"));
    return project;
  }

  async #link(at, name) {
    await mkdir(dirname(join(root, at)), { recursive: true });
    await symlink(join(tools, "node_modules", name), join(root, at));
  }

  /** The one browser, started when it is first wanted. */
  async browser() {
    this.#browser ??= require("puppeteer-core").launch({
      executablePath: process.env.CHROMIUM,
      args: ["--no-sandbox", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
    });
    return this.#browser;
  }
  #browser;

  async close() {
    await (await this.#browser)?.close();
  }
}
