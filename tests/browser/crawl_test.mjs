// Visit every address that can be reached, as a visitor and as administrator:
// none fails but the demo's one broken reference, every page is valid HTML,
// and the browser finds nothing against the pages' security policy.
import { check, equal, openPage, require, run, startBrowser, startSite } from "./lib.mjs";

const { HtmlValidate, StaticConfigLoader } = require("html-validate");
const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ["html-validate:recommended", "html-validate:standard"],
  rules: {
    // Matters of style, not of validity.
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "long-title": "off",
    "no-implicit-button-type": "off",
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "doctype-style": "off",
    "no-redundant-for": "off",
    "no-implicit-input-type": "off",
    "prefer-native-element": "off", // a table that scrolls is a region
    "wcag/h32": "off", // the search field is sent by Enter
    // Boxes of which several may be ticked share a name.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    "no-redundant-role": "error",
    "no-dup-id": "error",
  },
}));
const known = ["/manual/policy/tape-handling", "/note/page:tape-handling.md"];
const validated = new Set();
const concurrency = 4;
const most = 6000;

// What stands around each record and page (its links, its updates, its form) is
// the same again and again: a few of each shape will do.
const around = /^\/links$|^\/updates|\/(updates|history|edit|statistics|new)$|^\/admin\/(kinds|standards)\//;
const few = 5;
const shapes = new Map();

function isFew(url) {
  const keys = [...url.searchParams.keys()].sort();
  const plain = (url.pathname + (url.searchParams.get("of") || "").replace(/[/#].*/, "")).replace(/\d+/g, "#");
  const filtered = /^\/records\/[a-z]+$/.test(url.pathname) && keys.length > 0;

  if (!around.test(url.pathname) && !filtered && !keys.includes("show")) return true;
  const shape = (filtered ? "" : plain) + keys.filter((key) => key !== "q").join();
  shapes.set(shape, (shapes.get(shape) || 0) + 1);
  return shapes.get(shape) <= few;
}

// Lists sorted and filtered in every way are the same pages many times over.
function worthwhile(url) {
  const keys = [...url.searchParams.keys()];
  if (keys.includes("sort") && keys.length > 1) return false;
  if (url.pathname === "/login") return url.searchParams.get("next") === "/";
  // The forms of all fields are one form; those of one kind will do.
  if (/^\/admin\/kinds\/(?!risk\/)[^/]+\/fields\//.test(url.pathname)) return false;
  return true;
}

// One address per content: the trail of a footnote does not count.
function canonical(href, base) {
  const url = new URL(href.replace(/&amp;/g, "&").replace(/&#39;/g, "'").replace(/&quot;/g, '"'), base);
  url.hash = "";
  if (url.pathname.startsWith("/note/")) url.searchParams.delete("trail");
  if (url.pathname !== "/" || url.searchParams.has("note")) url.searchParams.delete("note");
  return url;
}

// The server closes a connection that has been idle; a request that is just on
// its way then is sent anew, as browsers do. A worker that died answers 500.
async function get(address, headers) {
  try {
    return await fetch(address, { headers, redirect: "manual" });
  } catch (fault) {
    if (fault.cause?.code !== "ECONNRESET" && fault.cause?.code !== "UND_ERR_SOCKET") throw fault;
    return fetch(address, { headers, redirect: "manual" });
  }
}

async function crawl(base, cookie, who) {
  const seen = new Map([[`${base}/`, "the beginning"]]);
  const queue = [`${base}/`, `${base}/healthz`];
  const pages = [];
  const broken = new Set();
  shapes.clear();
  let statuses = 0;

  async function visit(address) {
    const response = await get(address, cookie ? { cookie } : {});
    const type = response.headers.get("content-type") || "";
    const path = decodeURIComponent(new URL(address).pathname + new URL(address).search);
    const body = await response.text();
    statuses++;
    if (response.status >= 300 && response.status < 400) {
      add(response.headers.get("location"), path);
      return;
    }
    if (response.status >= 400) {
      broken.add(path);
      check(`${who}: ${path}, linked from ${seen.get(address)}`, known.some((word) => path.startsWith(word)), response.status);
      return;
    }
    check(`${who}: ${path}: not sniffed`, response.headers.get("x-content-type-options") === "nosniff");
    if (!type.startsWith("text/html")) return;
    pages.push(address);
    await validate(body, path);
    links(body, path);
  }

  // What a page holds is the same for both visits, mostly; then once is enough.
  async function validate(body, path) {
    const main = body.slice(body.indexOf("<main"), body.indexOf("</main>"));
    if (process.env.CRAWL_VALIDATE === "no" || validated.has(main)) return;
    validated.add(main);
    const report = await validator.validateString(body, path);
    check(`${who}: ${path} is valid HTML`, report.valid, report.results.flatMap((result) => result.messages).slice(0, 6)
      .map((message) => `\n    ${message.line}:${message.column} ${message.ruleId}: ${message.message}`).join(""));
  }

  function links(body, path) {
    const all = [...body.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    const ids = new Set(all);
    check(`${who}: ${path}: no id twice`, ids.size === all.length, all.filter((id, at) => all.indexOf(id) !== at));
    for (const match of body.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (match[1].startsWith("#") && match[1].length > 1)
        check(`${who}: ${path}: ${match[1]} is on the page`, ids.has(decodeURIComponent(match[1].slice(1))));
      add(match[1], path);
    }
    for (const match of body.matchAll(/ for="([^"]*)"/g)) check(`${who}: ${path}: the label of ${match[1]}`, ids.has(match[1]));
    for (const match of body.matchAll(/ aria-(?:describedby|labelledby)="([^"]*)"/g))
      for (const id of match[1].split(" ")) check(`${who}: ${path}: described by ${id}`, ids.has(id));
  }

  function add(href, from) {
    if (!href || href.startsWith("#") || /^(mailto|tel|data):/.test(href)) return;
    const url = canonical(href, new URL(base + "/").href);
    if (url.origin !== base || !worthwhile(url) || seen.has(url.href) || !isFew(url)) return;
    seen.set(url.href, from);
    queue.push(url.href);
  }

  async function worker() {
    for (;;) {
      const address = queue.shift();
      if (address === undefined) {
        if (busy === 0) return;
        await new Promise((done) => setTimeout(done, 5));
        continue;
      }
      if (statuses > most) return;
      busy++;
      await visit(address).catch((error) => check(`${who}: ${address}`, false, error.message));
      busy--;
    }
  }

  let busy = 0;
  await Promise.all(Array.from({ length: concurrency }, worker));
  check(`${who}: the crawl comes to an end`, statuses <= most, statuses);
  check(`${who}: there is a good deal to see`, pages.length > 200, pages.length);
  console.log(`${who}: ${statuses} addresses, ${pages.length} pages of HTML`);
  return pages;
}

async function signedIn(base) {
  const page = await fetch(`${base}/login`);
  const before = page.headers.get("set-cookie").split(";")[0];
  const csrf = (await page.text()).match(/name="csrf" value="([0-9a-f]*)"/)[1];
  const answer = await fetch(`${base}/login`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: before, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrf, user: "ines.marchetti", password: "harbour-and-vale", next: "/" }),
  });
  equal("signed in", 303, answer.status);
  return answer.headers.get("set-cookie").split(";")[0];
}

// One page of each shape, in the browser: its console stays empty.
function oneOfEach(pages) {
  const shapes = new Map();
  for (const address of pages) {
    const url = new URL(address);
    const shape = url.pathname.replace(/\d+/g, "N").replace(/^\/(manual|help|note|conformance|walk)\/.*$/, (path) =>
      `${path.split("/").slice(0, 2).join("/")}/${path.split(":")[0].split("/")[2]}`) + [...url.searchParams.keys()].join();
    if (!shapes.has(shape)) shapes.set(shape, address);
  }
  return [...shapes.values()];
}

await run(async () => {
  const { base } = await startSite();
  const cookie = await signedIn(base);
  await crawl(base, "", "visitor");
  const pages = await crawl(base, cookie, "administrator");

  await startBrowser();
  const page = await openPage();
  const [name, value] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: base }]);
  for (const address of oneOfEach(pages)) {
    const answer = await page.goto(address, { waitUntil: "load" });
    equal(`in the browser: ${address}`, 200, answer.status());
  }
});
