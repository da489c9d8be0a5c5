// Looks: narrow and wide without overflow, the menu and the sheet on narrow
// screens, WCAG 2.2 AA by axe-core in light and dark, and print.
import { readFileSync } from "node:fs";
import { check, equal, footnote, openPage, require, run, signIn, soon, startBrowser, startSite } from "./lib.mjs";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const refused = ["status of 400", "status of 404", "status of 409"];
const pages = ["/", "/manual/policy/backup-and-recovery?note=todo:17", "/manual/policy?show=history", "/manual/risk",
  "/records", "/records?owner=ines.marchetti", "/records/todo", "/records/todo?q=nothing-at-all", "/records/todo/17",
  "/records/todo/17/edit", "/records/todo/17/history", "/records/todo/new", "/records/finding/8", "/conformance",
  "/conformance/27001:2022", "/conformance/27001:2022/9.2.2", "/conformance/27001:2022/A.8.33",
  "/conformance/9001:2015/9.3.2", "/walk/27001:2022/9.2.2", "/soa/27001:2022", "/search?q=tape", "/help/", "/help/expectations", "/account", "/nowhere"];
const alone = ["/login", "/note/todo:17", "/note/clause:27001:2022/A.8.13", "/note/clause:9001:2015/9.3.2/d",
  "/note/page:policy/backup-and-recovery", "/note/person:daniel.achterberg", "/note/", "/note/todo:99999"];

// The page scrolls sideways, or something sticks out of it.
function overflow() {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const out = [...document.querySelectorAll("body *")].filter((element) => {
    if (element.closest(".scroll, .vh, svg, pre, iframe, .dock, .skip")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right > window.innerWidth + 1 && getComputedStyle(element).position !== "fixed";
  });
  return wide > 0 ? `${wide} px: ${out.slice(0, 3).map((e) => e.outerHTML.slice(0, 90)).join(" | ")}` : "";
}

async function accessible(page, what) {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => "axe" in window).catch(() => true))) await frame.evaluate(axe).catch(() => {});
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // A footnote is a document of its own, with a header and a main part.
    rules: { "landmark-unique": { enabled: false } },
  }));
  check(`axe: ${what}`, result.violations.length === 0, result.violations.map((violation) =>
    `\n    ${violation.id} (${violation.impact}): ${violation.help}\n      ${violation.nodes.slice(0, 3).map((node) =>
      `${node.target.join(" ")} ${node.html.slice(0, 140)} ${(node.failureSummary || "").replace(/\s+/g, " ").slice(0, 200)}`).join("\n      ")}`).join(""));
}

await run(async () => {
  const { base } = await startSite();
  await startBrowser();
  // axe-core is put into the page, which the pages' policy forbids.
  const options = { bypassCSP: true };

  const page = await openPage({ ...options, reducedMotion: "reduce" }, refused);
  // Light and dark by axe, then every width.
  const look = async (what) => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await accessible(page, `${what}, ${colorScheme}`);
    }
    for (const width of [390, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      equal(`${what} at ${width}: no overflow`, "", await page.evaluate(overflow));
    }
  };
  await signIn(page, base);
  for (const path of [...pages, ...alone]) {
    await page.goto(base + path);
    await look(path);
  }
  await page.goto(`${base}/records/todo/new`);
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".error-summary").waitFor();
  await look("a form with errors");
  await page.goto(`${base}/records/todo/17/edit`);
  await page.evaluate(() => { document.querySelector('[name="revision"]').value = "1"; });
  await page.fill('[name="title"]', "Another title");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("table.conflict").waitFor();
  await look("a conflict");
  await page.context().close();

  // 390 px: the menu by details, the footnote as a sheet, axe once more.
  const phone = await openPage({ ...options, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, refused);
  await phone.goto(`${base}/manual/policy/backup-and-recovery`);
  check("390: the menu is shut", !(await phone.locator(".nav").isVisible()));
  await phone.locator(".nav-toggle summary").click();
  await soon("390: the menu opens", () => phone.locator(".nav").isVisible());
  await phone.locator(".nav a", { hasText: "Risk Treatment Plans" }).click();
  await phone.waitForURL("**/manual/risk-treatment-plans");
  await phone.goto(`${base}/manual/policy/backup-and-recovery`);
  await phone.locator('.prose a[href="/note/finding:8"]').click();
  const note = footnote(phone);
  await soon("390: the footnote opens", () => note.ref() === "finding:8");
  await soon("390: as a sheet at the bottom, as wide as the screen", async () => {
    const box = await phone.locator(".dock").boundingBox();
    const size = phone.viewportSize();
    return Math.abs(box.width - size.width) <= 1 && Math.abs(box.y + box.height - size.height) <= 2 && box.height > 200
      ? true : JSON.stringify(box);
  });
  equal("390: no overflow in the footnote", "", await note.frame.evaluate(overflow));
  await accessible(phone, "a page with its footnote, 390");
  await phone.goto(`${base}/records/todo`);
  await accessible(phone, "a list, 390");
  await phone.context().close();

  // Print: the page alone, with its head on every sheet.
  const paper = await openPage(options);
  await paper.goto(`${base}/manual/policy/backup-and-recovery?note=todo:17`);
  await paper.emulateMedia({ media: "print" });
  check("print: no menu", !(await paper.locator(".nav").isVisible()));
  check("print: no footnote window", !(await paper.locator(".dock").isVisible()));
  check("print: the head", await paper.locator(".print-head").isVisible());
  const picture = await paper.screenshot({ fullPage: true });
  check("print: a picture", picture.length > 10000);
  const pdf = await paper.pdf({ format: "A4" });
  check("print: a PDF", pdf.subarray(0, 5).toString() === "%PDF-");
});
