// The scene the manual is built for: a reference opens in the footnote window,
// the page stays, and from there every step is one click.
import { check, contains, equal, footnote, openPage, run, signIn, soon, startBrowser, startSite } from "./lib.mjs";

const policy = "/manual/policy/backup-and-recovery";

await run(async () => {
  const { base } = await startSite();
  await startBrowser();
  const page = await openPage({}, ["/note/todo:99999"]);
  const address = () => new URL(page.url());

  // A reference opens below; the page stays where it was.
  await page.goto(base + policy);
  let note = footnote(page);
  equal("the footnote begins cleared", "", note.ref());
  check("it is slim", await page.locator("#dock-slim").isChecked());
  await page.locator("a.ref-finding").first().scrollIntoViewIfNeeded();
  const main = page.locator(".main");
  const before = await main.evaluate((element) => [element.scrollTop, window.scrollY].join());
  await page.locator('.prose a[href="/note/finding:8"]').click();
  await soon("finding 8 opens in the footnote", () => note.ref() === "finding:8");
  equal("the page stays", policy, address().pathname);
  await soon("the window opens", () => page.locator("#dock-half").isChecked());
  const after = await main.evaluate((element) => [element.scrollTop, window.scrollY].join());
  equal("the page does not scroll", before, after);
  await soon("the address names it", () => address().search === "?note=finding:8" || address().search);
  equal("the reference is marked", "true", await page.locator('.prose a[href="/note/finding:8"]').getAttribute("aria-current"));
  equal("the trail begins at the page", "Backup and recovery|Finding 8", (await note.trail()).join("|"));

  // The chain: from the page to the record that proves it, one click each.
  const chain = ["review:5", "todo:17", "change:12", "document:36"];
  for (const ref of chain) {
    await note.click(ref);
    await soon(`${ref} by one click in the footnote`, () => note.ref() === ref);
    equal(`${ref}: the page stays`, policy, address().pathname);
    await soon(`${ref}: the address names it`, () => address().search === `?note=${ref}` || address().search);
  }
  equal("the trail has grown", "Backup and recovery|Finding 8|Review 5|To-do 17|Change 12|Document 36",
    (await note.trail()).join("|"));
  contains("at its end: the document", "Design and acceptance sheet", await note.frame.locator("h1").innerText());

  // The trail leads back.
  await note.frame.locator(".trail a", { hasText: "Review 5" }).click();
  await soon("a step of the trail leads back", () => note.ref() === "review:5");
  equal("the trail is cut there", "Backup and recovery|Finding 8|Review 5", (await note.trail()).join("|"));
  await note.frame.locator(".trail a", { hasText: "Backup and recovery" }).click();
  await soon("to the page itself", () => note.ref() === "page:policy/backup-and-recovery");

  // A reload keeps it; so does an address that was mailed.
  await note.frame.locator('a[href^="/note/todo:17?"]').first().click();
  await soon("to-do 17", () => note.ref() === "todo:17");
  await soon("its address", () => address().search === "?note=todo:17");
  await page.reload();
  note = footnote(page);
  await soon("a reload keeps the footnote", () => note.ref() === "todo:17");
  check("and its height", await page.locator("#dock-half").isChecked());
  for (const path of ["/", "/records", "/records/todo", "/records/audit/3", "/conformance", "/search?q=tape", "/help/",
    "/soa/27001:2022", "/walk/27001:2022/9.2.2"]) {
    await page.goto(`${base}${path}${path.includes("?") ? "&" : "?"}note=clause:27001:2022/A.8.13`);
    note = footnote(page);
    await soon(`${path} opens with a footnote`, () => note.ref() === "clause:27001:2022/A.8.13");
    contains(`${path}: the clause`, "Information backup", await note.frame.locator("h1").innerText());
  }

  // Every kind of reference.
  await page.goto(`${base}${policy}?note=todo:17`);
  for (const ref of ["person:daniel.achterberg", "audit:3", "page:risk-treatment-plans#rtp-5", "term:recovery-point"]) {
    await page.goto(`${base}${policy}?note=${encodeURIComponent(ref)}`);
    note = footnote(page);
    await soon(`${ref} is shown`, () => note.ref() === ref);
    check(`${ref} has a heading`, (await note.frame.locator("h1").innerText()).length > 2);
  }
  await page.goto(`${base}/manual/policy?note=todo:99999`);
  note = footnote(page);
  await soon("a broken reference says so", async () => (await note.frame.locator("body").innerText()).includes("there is no todo 99999"));

  // Open in the main window, and clear.
  await page.goto(`${base}${policy}?note=change:12`);
  note = footnote(page);
  await soon("change 12", () => note.ref() === "change:12");
  await note.frame.getByText("Open in main window").click();
  await page.waitForURL("**/records/change/12**");
  contains("opened in the main window", "Change 12", await page.locator("h1").innerText());
  await page.goto(`${base}${policy}?note=change:12`);
  note = footnote(page);
  await soon("change 12 again", () => note.ref() === "change:12");
  await note.frame.getByText("Clear", { exact: true }).click();
  await soon("cleared", () => note.ref() === "");
  await soon("and slim", () => page.locator("#dock-slim").isChecked());
  await soon("and gone from the address", () => address().search === "");
  await page.goto(`${base}${policy}?note=change:12`);
  await page.locator(".nav a", { hasText: "Clear footnote window" }).click();
  note = footnote(page);
  await soon("cleared by the menu", () => note.ref() === "");

  // Links between pages stay in the main window.
  await page.goto(`${base}/`);
  await page.locator('.prose a[href="/manual/policy/acceptable-use"]').first().click();
  await page.waitForURL("**/manual/policy/acceptable-use");
  await page.goBack();
  await page.waitForURL(`${base}/`);
  check("and back", true);

  // Height: by choice, by key.
  await page.goto(`${base}${policy}?note=todo:17`);
  const height = () => page.locator(".dock").evaluate((element) => element.offsetHeight);
  const half = await height();
  await page.locator('label[for="dock-tall"]').click();
  await soon("tall is taller", async () => (await height()) > half);
  await page.locator('label[for="dock-slim"]').click();
  await soon("slim is smaller", async () => (await height()) < half);
  await page.locator('label[for="dock-half"]').click();
  await page.locator(".dock-grip").focus();
  await page.keyboard.press("ArrowUp");
  await soon("the arrow makes it taller", async () => (await height()) > half);

  // Keys: / to search, Escape to clear, j and k on the walk.
  await page.goto(`${base}${policy}?note=todo:17`);
  note = footnote(page);
  await soon("to-do 17 once more", () => note.ref() === "todo:17");
  await page.locator("h1").click();
  await page.keyboard.press("Escape");
  await soon("Escape clears the footnote", () => note.ref() === "");
  await page.keyboard.press("/");
  equal("/ leads to search", "q", await page.evaluate(() => document.activeElement.id));
  await page.keyboard.type("tape / jk");
  equal("keys are text in a field", "tape / jk", await page.inputValue("#q"));
  await page.fill("#q", "restore log");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=restore+log");
  check("search finds", (await page.locator(".main a").count()) > 1);
  await page.goto(`${base}/walk/27001:2022/9.2.2`);
  note = footnote(page);
  await soon("the walk opens with the first evidence", () => note.ref() !== "");
  await page.keyboard.press("j");
  await page.waitForURL("**/walk/27001:2022/9.3.1**");
  await page.keyboard.press("k");
  await page.waitForURL("**/walk/27001:2022/9.2.2**");
  await page.keyboard.press("3");
  note = footnote(page);
  await soon("3 opens the third evidence", () => note.ref() === "audit:3");
  await note.frame.locator("h1").click();
  await page.keyboard.press("j");
  await page.waitForURL("**/walk/27001:2022/9.3.1**");
  check("keys work from within the footnote", true);

  // Shortcuts can be turned off.
  await signIn(page, base, "ines.marchetti", "/account");
  await page.getByRole("button", { name: "Turn shortcuts off" }).click();
  await page.getByRole("button", { name: "Turn shortcuts on" }).waitFor();
  await page.goto(`${base}/walk/27001:2022/9.2.2`);
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await page.waitForTimeout(300);
  equal("no key does anything", "/walk/27001:2022/9.2.2", address().pathname);
});
