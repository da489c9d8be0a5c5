// A custom track, from nothing, by form alone: every type of field, an entry,
// its list, view, history and footnote; and who may not.
import { check, contains, equal, footnote, openPage, run, signIn, soon, startBrowser, startSite } from "./lib.mjs";
import { checkComplete, checkShown, fields, fill } from "./every_type.mjs";

const refused = ["status of 400", "status of 403", "status of 409"];

async function makeKind(page, base) {
  await page.goto(`${base}/`);
  await page.locator(".menu summary").click();
  await page.getByRole("link", { name: "Administration" }).click();
  await page.getByRole("link", { name: "Kinds of record" }).click();
  await page.getByRole("link", { name: "New kind" }).click();
  await page.fill('[name="name"]', "Work Permit");
  await page.fill('[name="label"]', "Work permit");
  await page.fill('[name="plural"]', "Work permits");
  await page.fill('[name="why"]', "Asked for after the fire");
  await page.getByRole("button", { name: "Save" }).click();
  contains("a bad name is named", "cannot be a name", await page.locator(".error-summary").innerText());
  equal("what was typed stays", "Work permits", await page.inputValue('[name="plural"]'));
  await page.fill('[name="name"]', "mytrack");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/admin/kinds/mytrack?saved=1");
  contains("made here", "made here", await page.locator(".status-line").innerText());
  contains("the history says why", "Asked for after the fire", await page.locator(".timeline").innerText());
}

async function addField(page, base, field) {
  await page.goto(`${base}/admin/kinds/mytrack/fields/new`);
  await page.fill('[name="name"]', field.name);
  await page.fill('[name="label"]', field.label);
  await page.fill('[name="section"]', "Its own");
  await page.selectOption('[name="type"]', field.type);
  for (const [name, value] of Object.entries(field.more ?? {})) await page.fill(`[name="${name}"]`, value);
  for (const kind of field.kinds ?? []) await page.locator(`input[name="kinds"][value="${kind}"]`).press("Space");
  if (field.listed) await page.selectOption('[name="listed"]', field.listed);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/admin/kinds/mytrack?saved=1");
  contains(`${field.type}: stands among the fields`, field.label, await page.locator(".kind-part").first().innerText());
}

async function enter(page, base) {
  await page.goto(`${base}/records/mytrack/new`);
  await page.fill('[name="title"]', "Welding on the roof");
  for (const { name, absent } of fields.filter((field) => field.absent)) {
    equal("a retired choice is not offered", 0, await page.locator(`[name="${name}"] option[value="${absent}"]`).count());
  }
  await fill(page);
  await page.fill('[name="f_number"]', "4200");
  await page.getByRole("button", { name: "Save" }).click();
  contains("bounds are kept", "too large", await page.locator(".error-summary").innerText());
  check("ticks stay", await page.locator('input[name="f_choices"][value="rope"]').isChecked());
  await page.fill('[name="f_number"]', "42");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/records/mytrack/1?saved=1");
  await checkShown(page);
}

async function everywhere(page, base) {
  await page.goto(`${base}/records/mytrack`);
  const list = await page.locator("table.list").innerText();
  for (const words of ["Welding on the roof", "Hall 3, roof", "42 kg", "Gas"]) contains("the list", words, list);
  await page.goto(`${base}/records/mytrack/1/edit`);
  await page.fill('[name="f_text"]', "Hall 4");
  await page.fill('[name="why"]', "Wrong hall");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/records/mytrack/1?saved=1");
  await page.goto(`${base}/records/mytrack/1/history`);
  contains("the history", "Wrong hall", await page.locator(".timeline").innerText());
  await page.goto(`${base}/manual/policy/backup-and-recovery?note=mytrack:1`);
  const note = footnote(page);
  await soon("the footnote", () => note.ref() === "mytrack:1");
  await soon("the footnote shows it", async () => (await note.frame.locator("body").innerText()).includes("Hall 4"));
  contains("CSV", "f_choices", await (await page.request.get(`${base}/records/mytrack.csv`)).text());
  const json = await (await page.request.get(`${base}/records/mytrack/1.json`)).text();
  contains("JSON", '"f_choices":"helmet rope"', json);
  await page.goto(`${base}/records/finding/8`);
  contains("the other end", "Needed by", await page.locator(".main").innerText());
}

// The status table, a stale form, and roles.
async function change(page, base) {
  const late = await openPage({}, refused);
  await signIn(late, base, "ines.marchetti");
  await late.goto(`${base}/admin/kinds/mytrack/fields/f_text`);
  await page.goto(`${base}/admin/kinds/mytrack`);
  await page.fill('[name="status-4-name"]', "granted");
  await page.fill('[name="status-4-label"]', "Granted");
  await page.fill('[name="status-4-place"]', "1");
  await page.selectOption('[name="status-4-style"]', "active");
  await page.locator('input[name="roles"][value="auditor"]').check();
  await page.fill('[name="why"]', "Granting is a step");
  await page.press('[name="why"]', "Enter");
  await page.waitForURL("**/admin/kinds/mytrack?saved=1");
  contains("the status is there", "granted", await page.locator(".status-table").innerText());
  await late.fill('[name="help"]', "Which hall, and where in it.");
  await late.getByRole("button", { name: "Save" }).click();
  const words = await late.locator(".error-summary").innerText();
  contains("stale: says so", "while you were writing", words);
  contains("stale: says who", "Ines Marchetti", words);
  contains("stale: says why", "Granting is a step", words);
  equal("stale: what was typed stays", "Which hall, and where in it.", await late.inputValue('[name="help"]'));
  await late.getByRole("button", { name: "Save" }).click();
  await late.waitForURL("**/admin/kinds/mytrack?saved=1");
  await late.goto(`${base}/records/mytrack/1/edit`);
  contains("the help stands in the form", "Which hall", await late.locator("form.form").innerText());
  await late.context().close();
}

async function notEverybody(base, admin) {
  const token = await admin.locator('input[name="csrf"]').first().inputValue();
  const bare = await admin.request.post(`${base}/admin/kinds/new`, { form: { name: "sneaky", label: "S", plural: "S" } });
  equal("without the token: refused", 403, bare.status());
  const page = await openPage({}, refused);
  await signIn(page, base, "tom.okafor");
  equal("not an administrator: no page", 403, (await page.goto(`${base}/admin/kinds`)).status());
  const own = await page.locator('input[name="csrf"]').first().inputValue();
  check("tokens differ", own !== token);
  const post = await page.request.post(`${base}/admin/kinds/new`, { form: { csrf: own, name: "sneaky", label: "S", plural: "S" } });
  equal("not an administrator: no kind", 403, post.status());
  await page.goto(`${base}/records/mytrack`);
  equal("another role: no New", 0, await page.getByRole("link", { name: /^New/ }).count());
  await page.goto(`${base}/records/mytrack/1`);
  equal("another role: no Edit", 0, await page.getByRole("link", { name: "Edit" }).count());
  const answer = await page.goto(`${base}/records/mytrack/new`);
  equal("another role: no form", 403, answer.status());
  const said = await page.locator(".main").innerText();
  check("another role: says which, or that none of theirs may", /Internal IMS Auditor|do not allow/.test(said), said);
  const save = await page.request.post(`${base}/records/mytrack`, { form: { csrf: own, title: "T", status: "open" } });
  equal("another role: nothing saved", 403, save.status());
  await page.context().close();
}

await run(async () => {
  checkComplete();
  const { base } = await startSite();
  await startBrowser();
  const page = await openPage({ javaScriptEnabled: false }, refused);
  await signIn(page, base, "ines.marchetti");
  await makeKind(page, base);
  for (const field of fields) await addField(page, base, field);
  await page.context().close();
  const admin = await openPage({}, refused);
  await signIn(admin, base, "ines.marchetti");
  await enter(admin, base);
  await everywhere(admin, base);
  await change(admin, base);
  await notEverybody(base, admin);
});
