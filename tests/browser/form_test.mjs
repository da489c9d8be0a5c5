// Sign-in and forms: what was typed is never lost, and a second writer is told.
import { check, contains, equal, footnote, openPage, run, signIn, soon, startBrowser, startSite } from "./lib.mjs";

const password = "harbour-and-vale";
const refused = ["status of 400", "status of 403", "status of 409", "status of 429"];

async function signingIn(base) {
  const page = await openPage({}, refused);
  await page.goto(`${base}/records/todo/17`);
  check("no Edit for a visitor", (await page.getByRole("link", { name: "Edit" }).count()) === 0);
  await page.goto(`${base}/records/todo/17/edit`);
  contains("a form asks for the password first", "/login?next=", page.url());
  await page.fill("#user", "ines.marchetti");
  await page.fill("#password", "not-the-password");
  await page.getByRole("button", { name: "Sign in" }).click();
  contains("wrong: said", "do not belong together", await page.locator('[role="alert"]').innerText());
  equal("wrong: the name stays", "ines.marchetti", await page.inputValue("#user"));
  equal("wrong: the password does not", "", await page.inputValue("#password"));
  await page.fill("#password", password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/records/todo/17/edit");
  check("right: on to where one wanted to go", true);
  contains("right: the name", "Ines Marchetti", await page.locator(".menu summary").innerText());
  await page.locator(".menu summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  check("signed out", true);
  await page.context().close();
}

// Fill the form wrongly: nothing typed is lost, and the fields are named.
async function formWithErrors(page, base) {
  const words = 'Quotes " and <b>tags</b> & ümlauts; see [finding 8](finding:8).\n\nSecond paragraph.';

  await page.goto(`${base}/records/todo/new`);
  await page.fill('[name="title"]', "");
  await page.fill('[name="happened"]', words);
  await page.fill('[name="source"]', "finding:8 rubbish");
  await page.fill('[name="clauses"]', "27001/A.8.13");
  await page.selectOption('[name="owner"]', "tom.okafor").catch(() => page.fill('[name="owner"]', "tom.okafor"));
  await page.fill('[name="why"]', "A test of errors");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".error-summary").waitFor();
  const summary = await page.locator(".error-summary").innerText();
  contains("errors: the title is named", "Title", summary);
  contains("errors: the reference is named", "rubbish", await page.locator("form.form").innerText() + summary);
  contains("errors: the page's title says so", "Not saved", await page.title());
  equal("errors: long text is kept", words, (await page.inputValue('[name="happened"]')).replace(/\r/g, ""));
  equal("errors: references are kept", "finding:8 rubbish", await page.inputValue('[name="source"]'));
  equal("errors: the owner is kept", "tom.okafor", await page.inputValue('[name="owner"]'));
  equal("errors: why is kept", "A test of errors", await page.inputValue('[name="why"]'));
  equal("errors: the field is marked", "true", await page.getAttribute('[name="title"]', "aria-invalid"));
  await page.locator(".error-summary a").first().click();
  await soon("errors: the summary leads to the field",
    async () => page.url().includes("#f-") && await page.evaluate(() => document.querySelector(":target") !== null));
  await page.fill('[name="title"]', "Everything typed is kept");
  await page.fill('[name="source"]', "finding:8");
  const radios = page.locator('input[type="radio"][name="type"]');
  if ((await radios.count()) > 0) await radios.first().check();
  else await page.selectOption('[name="type"]', "improvement");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/records\/todo\/\d+\?saved=1/);
  contains("saved, and said", "Saved as revision 1", await page.locator(".flash").innerText());
  contains("markup is text", "<b>tags</b>", await page.locator(".main").innerText());
  return new URL(page.url()).pathname;
}

// Two people write the same record: the second sees both and chooses.
async function conflict(base, path, options) {
  const what = options.javaScriptEnabled === false ? "without script: " : "";
  const ines = await openPage(options, refused);
  const daniel = await openPage(options, refused);
  await signIn(ines, base, "ines.marchetti");
  await signIn(daniel, base, "daniel.achterberg");
  await ines.goto(`${base}${path}/edit`);
  await daniel.goto(`${base}${path}/edit`);
  await daniel.fill('[name="title"]', "Daniel's title");
  await daniel.fill('[name="due"]', "2027-01-15");
  await daniel.getByRole("button", { name: "Save" }).click();
  await daniel.waitForURL(/saved=1/);
  await ines.fill('[name="title"]', "Ines's title");
  await ines.fill('[name="criterion"]', "Only Ines wrote this");
  await ines.getByRole("button", { name: "Save" }).click();
  await ines.locator("table.conflict").waitFor();
  const table = await ines.locator("table.conflict").innerText();
  contains(`${what}the conflict names the other`, "Daniel Achterberg", await ines.locator(".page-intro").innerText());
  contains(`${what}theirs stands there`, "Daniel's", table);
  contains(`${what}mine stands there`, "Ines's", table);
  check(`${what}nothing is saved yet`, (await (await daniel.request.get(`${base}${path}.json`)).text()).includes("Daniel's title"));
  await ines.locator('input[name="title"][value="Ines\'s title"]').check();
  await ines.getByRole("button", { name: /^Save as revision/ }).click();
  await ines.waitForURL(/saved=1/);
  const saved = await (await ines.request.get(`${base}${path}.json`)).text();
  contains(`${what}my title was chosen`, "Ines's title", saved);
  contains(`${what}what only I changed is kept`, "Only Ines wrote this", saved);
  contains(`${what}what only the other changed is kept`, "2027-01-15", saved);
  await ines.context().close();
  await daniel.context().close();
}

// Everything that matters, once more without script.
async function withoutScript(base) {
  const page = await openPage({ javaScriptEnabled: false }, refused);
  await page.goto(`${base}/manual/policy/backup-and-recovery`);
  await page.locator('.prose a[href="/note/finding:8"]').click();
  let note = footnote(page);
  await soon("without script: the footnote opens", () => note.ref() === "finding:8");
  for (const ref of ["review:5", "todo:17", "change:12", "document:36"]) {
    await note.click(ref);
    await soon(`without script: ${ref}`, () => note.ref() === ref);
  }
  equal("without script: the page stays", "/manual/policy/backup-and-recovery", new URL(page.url()).pathname);
  await note.frame.getByText("Open in main window").click();
  await page.waitForURL("**/records/document/36");
  await page.goto(`${base}/manual/policy/backup-and-recovery?note=todo:17`);
  note = footnote(page);
  await soon("without script: an address with a footnote", () => note.ref() === "todo:17");
  check("without script: at its height", await page.locator("#dock-half").isChecked());
  await page.locator(".nav a", { hasText: "Clear footnote window" }).click();
  await soon("without script: cleared", () => note.ref() === "");
  await page.fill("#q", "tape");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=tape");
  await page.goto(`${base}/records/todo`);
  await page.fill("#f-q", "fob");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/q=fob/);
  check("without script: filters", (await page.locator("table.list tbody tr").count()) > 0);
  await signIn(page, base);
  await page.goto(`${base}/walk/27001:2022/9.2.2`);
  await page.locator(".walk-bar .next").click();
  await page.waitForURL("**/walk/27001:2022/9.3.1");
  await page.context().close();
}

await run(async () => {
  const { base } = await startSite();
  await startBrowser();
  await signingIn(base);
  for (const options of [{}, { javaScriptEnabled: false }]) {
    const page = await openPage(options, refused);
    await signIn(page, base);
    const path = await formWithErrors(page, base);
    await page.context().close();
    await conflict(base, path, options);
  }
  await withoutScript(base);

  // Approval of a page, by the button.
  const page = await openPage({}, refused);
  await signIn(page, base);
  await page.goto(`${base}/manual/policy/cloud-services`);
  const approve = page.getByRole("button", { name: "Approve this text" });
  if ((await approve.count()) > 0) {
    await approve.click();
    await page.getByText("Approved: exactly this text").waitFor();
    check("approved", true);
  }
  await page.goto(`${base}/account`);
  await page.fill("#password", "wrong-password");
  await page.fill("#new_password", "a-new-good-phrase");
  await page.fill("#again", "a-new-good-phrase");
  await page.getByRole("button", { name: "Change the password" }).click();
  contains("a wrong present password", "not your present password", await page.locator(".main").innerText());
});
