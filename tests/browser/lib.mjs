// What the browser tests share: a site of its own through cgi-bin/run, Debian's
// Chromium driven by playwright-core, and counting of checks.
import { spawn, execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const require = createRequire(join(root, "build/node/package.json"));
export const build = resolve(root, process.env.BUILD || "build");

const { chromium } = require("playwright-core");
export const work = mkdtempSync("/tmp/imst-");
const name = basename(process.argv[1]).replace(/\.mjs$/, "");
let checks = 0;
let failures = 0;
let server;
let browser;

export function check(what, fine, got = "") {
  checks++;
  if (fine) return true;
  failures++;
  console.log(`FAIL ${what}${got === "" ? "" : `\n  got: ${typeof got === "string" ? got : JSON.stringify(got)}`}`);
  return false;
}

export function equal(what, wanted, got) {
  return check(what, wanted === got, `${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
}

export function contains(what, part, whole) {
  return check(what, String(whole).includes(part), `${JSON.stringify(whole)} without ${JSON.stringify(part)}`);
}

// Wait until the function says true, or say so.
export async function soon(what, test, milliseconds = 8000) {
  const end = Date.now() + milliseconds;
  let last;
  do {
    try {
      last = await test();
      if (last === true) return check(what, true);
    } catch (error) {
      last = error.message;
    }
    await new Promise((done) => setTimeout(done, 40));
  } while (Date.now() < end);
  return check(what, false, last);
}

function freePort() {
  return new Promise((done) => {
    const socket = createServer().listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
}

// A demo site, served; the address it has. `share` is where schema, templates
// and manual are.
export async function startSite({ share = root } = {}) {
  const site = join(work, "site");
  execFileSync(join(build, "ims"), ["init", site, "--demo"], { env: { ...process.env, IMS_SHARE: share } });
  const port = await freePort();
  server = spawn(join(root, "cgi-bin/run"), [], {
    env: { ...process.env, IMS_SHARE: share, PORT: String(port), SITE: site, IMS_PROGRAM: join(build, "ims.fcgi"), XDG_RUNTIME_DIR: work },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (data) => { said += data; });
  server.said = () => said;
  await new Promise((done, fail) => {
    server.stdout.on("data", (data) => { if (String(data).includes("ready ")) done(); });
    server.on("exit", (code, signal) => fail(new Error(`cgi-bin/run ended with ${code ?? signal}: ${said}`)));
  });
  server.removeAllListeners("exit");
  return { base: `http://127.0.0.1:${port}`, site };
}

export async function startBrowser() {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    headless: true,
    args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  return browser;
}

// A page of a context of its own; what the console reports is a failure,
// except for the words given.
export async function openPage(options = {}, allowed = []) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  const report = (text) => {
    if (!allowed.some((word) => text.includes(word))) check(`nothing in the console of ${page.url()}`, false, text);
  };
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) report(`${message.text()} ${message.location().url}`); });
  page.on("pageerror", (error) => report(String(error)));
  return page;
}

export async function signIn(page, base, login = "ines.marchetti", next = "/") {
  await page.goto(`${base}/login?next=${encodeURIComponent(next)}`);
  await page.fill("#user", login);
  await page.fill("#password", "harbour-and-vale");
  await page.click("button.button-main");
  await page.waitForURL((url) => url.pathname !== "/login");
}

// The footnote: its frame, where it is, and what its trail says.
export function footnote(page) {
  const frame = page.frame({ name: "footnote" });
  return {
    frame,
    ref: () => decodeURIComponent(new URL(frame.url()).pathname.replace(/^\/note\//, "")),
    trail: () => frame.locator(".trail li").allInnerTexts(),
    click: (ref) => frame.locator(`.note-body a[href^="/note/${ref}?"], .note-body a[href="/note/${ref}"]`).first().click(),
  };
}

// Run the tests of a file, then end everything that was started.
export async function run(tests) {
  let broken = false;
  const stop = async () => {
    if (browser) await browser.close().catch(() => {});
    if (server && server.exitCode === null) {
      const ended = new Promise((done) => server.on("exit", done));
      server.kill("SIGTERM");
      const status = await ended;
      equal("cgi-bin/run ends well", 0, status);
    }
    if (server) check("no sanitizer spoke", !/Sanitizer|runtime error/.test(server.said()), server.said().slice(0, 4000));
    rmSync(work, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stop().then(() => process.exit(1)));
  try {
    await tests();
  } catch (error) {
    broken = true;
    console.log(`FAIL ${error.stack}`);
  }
  await stop();
  console.log(`${name}: ${checks} checks, ${failures + (broken ? 1 : 0)} failed`);
  process.exit(failures > 0 || broken ? 1 : 0);
}
