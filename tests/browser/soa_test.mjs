// The Statement of Applicability worked down by keyboard, with script and without.
import { check, contains, equal, openPage, run, signIn, soon, startBrowser, startSite } from "./lib.mjs";

const address = "/soa/27001:2022";
const refused = ["status of 400", "status of 403"];
const cell = (page, id, name) => page.locator(`tr[data-row="${id}"] [data-cell="${name}"]`);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const item = async (page, base, id) =>
  (await (await page.request.get(`${base}${address}.json`, { maxRetries: 2 })).json()).items.find((each) => each.id === id);

// Down a column with Enter and arrows; each row left is saved.
async function byKeyboard(base) {
  const page = await openPage({}, refused);
  await signIn(page, base, "ines.marchetti", address);
  await cell(page, "A.5.28", "drivers").focus();
  await page.keyboard.type("rtp:7");
  await page.keyboard.press("Enter");
  equal("Enter goes to the next row", "drivers-A.5.29", await focused(page));
  await soon("the row that was left says that it is saved",
    async () => (await page.locator('tr[data-row="A.5.28"] [data-done]').innerText()).includes("Saved as proposed"));
  contains("and is read out", "A.5.28: Saved as proposed", await page.locator("#soa-live").innerText());
  equal("it is a proposal", "rtp:7", (await item(page, base, "A.5.28")).proposed.drivers);
  contains("which the row says", "not agreed yet", await page.locator("#row-A\\.5\\.28").innerText());
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  equal("the arrows go down", "drivers-A.5.31", await focused(page));
  await page.keyboard.press("ArrowUp");
  equal("and up", "drivers-A.5.30", await focused(page));
  await page.keyboard.press("Tab");
  while (!(await focused(page)).startsWith("reason-")) await page.keyboard.press("Tab");
  equal("Tab goes to the reason", "reason-A.5.30", await focused(page));
  await page.keyboard.type("One line");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("and another");
  equal("a reason has lines", "One line\nand another", await page.inputValue("#reason-A\\.5\\.30"));
  await page.keyboard.press("Enter");
  await soon("saved on the way down", async () => (await item(page, base, "A.5.30")).proposed?.reason === "One line\nand another");
  await cell(page, "A.5.32", "applies").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  equal("the box goes down, too", "applies-A.5.33", await focused(page));
  await soon("without a reason it is refused at the row",
    async () => (await page.locator("#wrong-A\\.5\\.32").innerText()).includes("Say why it does not apply"));
  equal("and marked", "true", await page.getAttribute("#reason-A\\.5\\.32", "aria-invalid"));
  check("what was chosen stays", !(await cell(page, "A.5.32", "applies").isChecked()));
  await page.locator("#reason-A\\.5\\.32").focus();
  await page.keyboard.type("We use nobody's work.");
  await page.keyboard.press("Enter");
  await soon("mended and saved", async () => (await item(page, base, "A.5.32")).proposed?.applies === false);
  await soon("the mark is gone", async () => (await page.getAttribute("#reason-A\\.5\\.32", "aria-invalid")) === null);
  equal("it still applies until it is agreed", true, (await item(page, base, "A.5.32")).applies);
  await page.context().close();
}

// Words find what to refer to; Enter in the list chooses, and does not leave the row.
async function typeAhead(base) {
  const page = await openPage({}, refused);
  await signIn(page, base, "ines.marchetti", address);
  await cell(page, "A.7.12", "drivers").focus();
  await page.keyboard.type("ransom");
  await page.locator('tr[data-row="A.7.12"] .suggestions li').first().waitFor();
  await page.keyboard.press("ArrowDown");
  equal("the arrow stays in the list", "drivers-A.7.12", await focused(page));
  await page.keyboard.press("Enter");
  check("chosen", /^(rtp|risk):\d+ $/.test(await page.inputValue("#drivers-A\\.7\\.12")), await page.inputValue("#drivers-A\\.7\\.12"));
  await page.keyboard.press("Enter");
  await soon("saved with it", async () => /^(rtp|risk):\d+$/.test((await item(page, base, "A.7.12")).proposed?.drivers || ""));
  await page.context().close();
}

// Two people in one row: the second is told and loses nothing.
async function stale(base) {
  const ines = await openPage({}, refused);
  const daniel = await openPage({}, refused);
  await signIn(ines, base, "ines.marchetti", address);
  await signIn(daniel, base, "daniel.achterberg", address);
  for (const [page, words] of [[daniel, "Daniel's reason"], [ines, "Ines's reason"]]) {
    await page.locator("#reason-A\\.6\\.1").focus();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await soon(`an answer for ${words}`, async () => /Saved|Not saved/.test(await page.locator('tr[data-row="A.6.1"] [data-done]').innerText()));
  }
  contains("the second is told", "Daniel Achterberg saved this row", await ines.locator("#wrong-A\\.6\\.1").innerText());
  contains("what the other wrote stands there", "Daniel's reason", await ines.locator("#wrong-A\\.6\\.1").innerText());
  equal("and one's own", "Ines's reason", await ines.inputValue("#reason-A\\.6\\.1"));
  equal("nothing is written over", "Daniel's reason", (await item(ines, base, "A.6.1")).proposed.reason);
  await ines.locator("#reason-A\\.6\\.1").focus();
  await ines.keyboard.press("Enter");
  await soon("saved when left once more", async () => (await item(ines, base, "A.6.1")).proposed.reason === "Ines's reason");
  check("without a Forum role there is nothing to agree with", (await daniel.locator("[data-agree]").count()) === 0);
  const form = await daniel.request.post(`${base}${address}`, { form: { "stamp.A.6.1": "x", "reason.A.6.1": "y" } });
  equal("a form without its token is refused", 403, form.status());
  await ines.context().close();
  await daniel.context().close();
}

// The Forum agrees: it counts.
async function agreeing(base) {
  const page = await openPage({}, refused);
  await signIn(page, base, "ruth.pemberton", address);
  await page.locator("#row-A\\.5\\.32").getByRole("button", { name: "Agree" }).click();
  await page.waitForURL(/agreed=1/);
  contains("said", "it counts from today", await page.locator(".flash").innerText());
  const idea = await item(page, base, "A.5.32");
  equal("it no longer applies", false, idea.applies);
  equal("its state follows", "excluded", idea.state);
  contains("agreed by", "Ruth Pemberton", await page.locator(".doc-control").innerText());
  await page.context().close();
}

async function withoutScript(base) {
  const page = await openPage({ javaScriptEnabled: false }, refused);
  await signIn(page, base, "ines.marchetti", address);
  await page.fill("#drivers-A\\.8\\.33", "rubbish");
  await page.fill("#reason-A\\.8\\.32", "Kept, too");
  await page.locator("#row-A\\.8\\.33").getByRole("button", { name: "Save A.8.33" }).press("Enter");
  await page.locator(".error-summary").waitFor();
  contains("without script: the row is named", "A.8.33", await page.locator(".error-summary").innerText());
  equal("without script: what was typed stays", "rubbish", await page.inputValue("#drivers-A\\.8\\.33"));
  equal("without script: in the other rows, too", "Kept, too", await page.inputValue("#reason-A\\.8\\.32"));
  equal("without script: nothing is saved", null, (await item(page, base, "A.8.32")).proposed);
  await page.fill("#drivers-A\\.8\\.33", "risk:7");
  await page.locator("#row-A\\.8\\.33").getByRole("button", { name: "Save A.8.33" }).press("Enter");
  await page.waitForURL(/saved=2#row-A\.8\.33$/);
  equal("without script: saved", "risk:7", (await item(page, base, "A.8.33")).proposed.drivers);
  equal("without script: with the other row", "Kept, too", (await item(page, base, "A.8.32")).proposed.reason);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 0);
  check("no sideways scrolling", wide <= 1440, wide);
  await page.context().close();
}

async function narrowAndPrinted(base) {
  const page = await openPage({ viewport: { width: 390, height: 800 } });
  await signIn(page, base, "ines.marchetti", address);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check("fits 390 px", wide <= 390, wide);
  await page.emulateMedia({ media: "print" });
  check("printed: no inputs", !(await page.locator("#reason-A\\.5\\.1").isVisible()));
  check("printed: no filters", !(await page.locator(".filters").isVisible()));
  check("printed: the legend", await page.locator(".soa-legend").isVisible());
  contains("printed: the version", "Version", await page.locator(".print-head").innerText());
  await page.context().close();
}

run(async () => {
  const { base } = await startSite();
  await startBrowser();
  await byKeyboard(base);
  await typeAhead(base);
  await stale(base);
  await agreeing(base);
  await withoutScript(base);
  await narrowAndPrinted(base);
});
