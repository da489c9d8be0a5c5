// A kind added as a file: every type of field and three computed values, from
// the form to the footnote; and the example of src/README.md, taken up later.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, check, contains, equal, footnote, openPage, root, run, signIn, soon, startBrowser, startSite, work } from "./lib.mjs";
import { checkComplete, checkShown, facts, fields, fill } from "./every_type.mjs";

const refused = ["status of 400"];
const day = 24 * 60 * 60 * 1000;
const tenDaysAgo = new Date(Date.now() - 10 * day).toISOString().slice(0, 10);

// What the kind has besides one field of every type.
const levels = "low=Low #green >=1; high=High #red >=4";
const others = [
  { name: "impact", label: "Impact", type: "scale", choices: "slight=Slight #green; ruinous=Ruinous #red" },
  { name: "level", label: "Level", type: "scale", choices: levels, computed: "level f_scale impact", listed: 1 },
  { name: "ends", label: "Ends", type: "moment", computed: "after f_moment f_duration" },
  { name: "opened", label: "Opened", type: "date", initial: "today" },
  { name: "closed", label: "Closed on", type: "date", required: "done" },
  { name: "days", label: "Days open", type: "number", computed: "days_open opened closed", listed: 1 },
];

const text = (value) => `'${String(value ?? "").replaceAll("'", "''")}'`;

function kindFile() {
  const common = [
    { name: "title", label: "What", type: "text", required: "always" },
    { name: "status", label: "Status", type: "status", required: "always", listed: 1 },
  ];
  const typed = fields.map(({ more, kinds, ...field }) => (
    { ...field, ...more, choices: more?.choices?.replaceAll("\n", "; "), kinds: kinds?.join(" ") }));
  const rows = [...common, ...typed, ...others].map((field, i) => ` ('sample', ${text(field.name)}, ${i + 1}, 'Its own',`
    + ` ${text(field.label)}, ${text(field.type)}, ${["required", "choices", "kinds"].map((column) => text(field[column])).join(", ")},`
    + ` ${field.listed ?? 0}, ${["back", "initial", "bounds", "unit", "computed"].map((column) => text(field[column])).join(", ")})`);
  return `-- Every type of field.
insert into kind (name, position, label, plural, description, dated, category) values
 ('sample', 61, 'Sample', 'Samples', 'One of everything.', 'opened', 'Daily work');
insert into status (kind, name, position, label, style, live, closed) values
 ('sample', 'open', 1, 'Open', 'open', 0, 0),
 ('sample', 'done', 2, 'Done', 'done', 1, 1);
insert into field (kind, name, position, section, label, type, required, choices, kinds, listed, back, initial, bounds, unit, computed) values
${rows.join(",\n")};
`;
}

// The block of the architecture that shows how a kind is written.
function readmeKind() {
  const readme = readFileSync(join(root, "src/README.md"), "utf8");
  const blocks = [...readme.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map((match) => match[1]);
  return blocks.find((block) => block.includes("insert into kind")) ?? "";
}

function makeShare() {
  const share = join(work, "share");
  for (const folder of ["schema", "templates", "manual"]) cpSync(join(root, folder), join(share, folder), { recursive: true });
  writeFileSync(join(share, "schema/kinds/sample.sql"), kindFile());
  return share;
}

async function controls(page, base) {
  await page.goto(`${base}/records`);
  await page.getByRole("link", { name: "Samples" }).first().click();
  contains("nothing yet", "Nothing has been recorded here", await page.locator(".main").innerText());
  await page.getByRole("link", { name: "Record the first one" }).click();
  await page.waitForURL("**/records/sample/new");
  for (const field of fields) {
    const name = field.file ? `${field.name}-file` : field.name;
    check(`${field.type}: has its control`, (await page.locator(`${field.control}[name="${name}"]`).count()) > 0);
    contains(`${field.type}: has its label`, field.label, await page.locator("form.form").innerText());
    if (field.absent) {
      equal("a retired choice is not offered", 0, await page.locator(`[name="${field.name}"] option[value="${field.absent}"]`).count());
    }
  }
  equal("status: a radio for each", 2, await page.locator('input[type="radio"][name="status"]').count());
  equal("initial: today", true, /^20\d\d-\d\d-\d\d$/.test(await page.inputValue('[name="opened"]')));
  for (const field of others.filter(({ computed }) => computed)) {
    equal(`${field.name}: is not asked`, 0, await page.locator(`[name="${field.name}"]`).count());
    contains(`${field.name}: is announced`, field.label, await page.locator(`.field:has(.computed)`).allInnerTexts());
  }
}

// What is wrong is said at its field; nothing that was typed goes.
async function sendWrong(page) {
  const wrong = fields.filter((field) => field.wrong).map(({ name, wrong: value, says }) => ({ name, value, says }));
  await fill(page, { wrong: true });
  await page.locator('[name="status"][value="done"]').check();
  await page.selectOption('[name="impact"]', "ruinous");
  await page.fill('[name="why"]', "A first try");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".error-summary").waitFor();
  wrong.push({ name: "title", value: "", says: "What" }, { name: "closed", value: "", says: "Closed on" });
  contains("wrong: how many", `${wrong.length} fields`, await page.locator(".error-summary").innerText());
  equal("wrong: no other field is marked", wrong.length, await page.locator(".field-error").count());
  for (const { name, value, says } of wrong) {
    contains(`wrong ${name}: said at the field`, says, await page.locator(`#f-${name}-e`).innerText());
    equal(`wrong ${name}: marked`, "true", await page.getAttribute(`[name="${name}"]`, "aria-invalid"));
    equal(`wrong ${name}: named above`, 1, await page.locator(`.error-summary a[href="#f-${name}"]`).count());
    equal(`wrong ${name}: stays`, value, await page.inputValue(`[name="${name}"]`));
  }
  for (const field of fields.filter((each) => !each.wrong)) {
    const { name, ticks } = field;
    if (field.value ?? field.select) equal(`right ${name}: stays`, field.value ?? field.select, await page.inputValue(`[name="${name}"]`));
    if (field.radio) check(`right ${name}: stays`, await page.locator(`[name="${name}"][value="${field.radio}"]`).isChecked());
    for (const tick of ticks ?? []) check(`right ${name}: ${tick} stays`, await page.locator(`[name="${name}"][value="${tick}"]`).isChecked());
    if (ticks) equal(`right ${name}: no other`, ticks.length, await page.locator(`${field.control}[name="${name}"]:checked`).count());
    if (field.file) contains(`right ${name}: stays`, field.shown, await page.locator(`.field:has([name="${name}"]) .file-held`).innerText());
  }
  check("wrong: the status stays", await page.locator('[name="status"][value="done"]').isChecked());
  equal("wrong: why stays", "A first try", await page.inputValue('[name="why"]'));
}

async function save(page) {
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/saved=1/);
}

async function sendRight(page) {
  for (const field of fields.filter((each) => each.wrong)) await page.fill(`[name="${field.name}"]`, field.value);
  await page.fill('[name="title"]', "One of everything");
  await page.locator('[name="status"][value="open"]').check();
  await page.fill('[name="opened"]', tenDaysAgo);
  await save(page);
  equal("the first of its kind", "/records/sample/1", new URL(page.url()).pathname);
  contains("its kind and number", "Sample 1", await page.locator("h1").first().innerText());
  contains("its status", "Open", await page.locator(".status-line").innerText());
  await checkShown(page);
  const all = await facts(page);
  equal("level: of two ranks", "High", all.Level);
  equal("level: in its colour", 3, await page.locator("dl.facts .level-red").count());
  equal("after: the moment and the length of time", "1 Dec 2026, 13:30", all.Ends);
  check("days open: until today", ["9", "10", "11"].includes(all["Days open"]), all["Days open"]);
}

// Two more, so that there is something to sort and to leave out. As text all
// three columns would be in another order.
async function listed(page, base) {
  for (const [title, number, money, duration] of [["Lighter", "7", "90", "90 min"], ["Heavier", "100", "20000", "1 day"]]) {
    await page.goto(`${base}/records/sample/new`);
    for (const [name, value] of Object.entries({ title, f_number: number, f_money: money, f_duration: duration })) {
      await page.fill(`[name="${name}"]`, value);
    }
    await page.selectOption('[name="f_choice"]', "fire");
    await page.selectOption('[name="f_scale"]', "low");
    await page.selectOption('[name="impact"]', "slight");
    await save(page);
  }
  await page.goto(`${base}/records/sample`);
  equal("list: its columns", "No.,What,Status,A text,A number,A money,A duration,A choice,Level,Days open",
    (await page.locator("table.list thead th").allInnerTexts()).join());
  const row = page.locator("table.list tbody tr", { hasText: "One of everything" });
  for (const words of ["Open", "Hall 3, roof", "42 kg", "1250.50 EUR", "4 hours", "Gas", "High"]) {
    contains("list: as shown", words, await row.innerText());
  }
  equal("list: the level in its colour", "High", await row.locator(".level-red").innerText());
  const titles = async () => (await page.locator("table.list a.title").allInnerTexts()).join();
  for (const label of ["A number", "A money", "A duration"]) {
    for (const [way, order] of [["ascending", "Lighter,One of everything,Heavier"], ["descending", "Heavier,One of everything,Lighter"]]) {
      const head = page.getByRole("columnheader", { name: label });
      await head.getByRole("link").click();
      await page.locator(`th[aria-sort="${way}"]`, { hasText: label }).waitFor();
      equal(`list: ${way} by ${label}`, order, await titles());
    }
  }
  await page.selectOption('.filters [name="f_choice"]', "gas");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/f_choice=gas/);
  equal("list: by a choice", "One of everything", await titles());
  contains("list: the order is kept", "sort=-f_duration", page.url());
  await page.goto(`${base}/records/sample?level=low&f_choice=fire&sort=title`);
  equal("list: by a computed level", "Heavier,Lighter", await titles());
}

// Rows of cells, as RFC 4180 has them.
function readCsv(whole) {
  const rows = [[]];
  for (const [, quoted, plain, end] of whole.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1);
}

async function exported(page, base) {
  const [head, ...rows] = readCsv(await (await page.request.get(`${base}/records/sample.csv?status=all`)).text());
  const first = rows.find((row) => row[0] === "1");
  const csv = Object.fromEntries(head.map((name, i) => [name, first[i]]));
  const one = await (await page.request.get(`${base}/records/sample/1.json`)).json();
  const all = await (await page.request.get(`${base}/records/sample.json?f_choice=gas`)).json();
  equal("CSV: a row for each", 3, rows.length);
  equal("JSON: the kind", "sample", all.kind);
  equal("JSON: filtered like the list", "sample:1", all.records.map((record) => record.ref).join());
  const kept = [...fields, { name: "level", kept: "high" }, { name: "ends", kept: "2026-12-01T13:30" }, { name: "title", kept: "One of everything" }];
  for (const field of kept) {
    const wanted = field.kept ?? field.value ?? field.select ?? field.radio;
    for (const [form, values] of [["CSV", csv], ["JSON", one.values], ["JSON list", all.records[0].values]]) {
      if (wanted instanceof RegExp) check(`${form}: ${field.name}`, wanted.test(values[field.name]), values[field.name]);
      else equal(`${form}: ${field.name}`, wanted, values[field.name]);
    }
  }
}

async function changed(page, base) {
  await page.goto(`${base}/records/sample/1/edit`);
  await page.fill('[name="f_duration"]', "2 days");
  await page.selectOption('[name="f_scale"]', "low");
  await page.locator('[name="f_choices"][value="mask"]').check();
  await page.locator('[name="status"][value="done"]').check();
  await page.fill('[name="opened"]', "2026-12-01");
  await page.fill('[name="closed"]', "2026-12-31");
  await page.fill('[name="why"]', "It took longer");
  await save(page);
  const all = await facts(page);
  equal("changed: the end follows", "3 Dec 2026, 09:30", all.Ends);
  equal("changed: the level follows", "Low", all.Level);
  equal("changed: days until it was closed", "30", all["Days open"]);
  await page.getByRole("link", { name: "History", exact: true }).click();
  await page.waitForURL("**/records/sample/1/history");
  const latest = await page.locator(".timeline > li").first().innerText();
  for (const words of ["It took longer", "A duration", "4 hours", "2 days", "A choices", "Mask", "A scale", "Low", "Done",
    "Ines Marchetti", "revision 2"]) contains("history", words, latest);
  await page.goto(`${base}/records/sample`);
  equal("changed: closed ones leave the list", 0, await page.locator("table.list tbody tr", { hasText: "One of everything" }).count());
  await page.goto(`${base}/records/finding/8`);
  const other = await facts(page);
  contains("the other end of a reference", "Sample 1", other["Needed by"]);
}

async function noted(page, base) {
  await page.goto(`${base}/records/sample`);
  await page.locator('table.list a[href^="/note/sample:1"]').first().click();
  const note = footnote(page);
  await soon("footnote: of the list's number", () => note.ref() === "sample:1");
  await note.frame.locator("dl.facts").waitFor();
  contains("footnote: which", "Sample 1", await note.frame.locator("h1").innerText());
  await checkShown(note.frame, "footnote: ");
  const all = await facts(note.frame);
  equal("footnote: level", "High", all.Level);
  equal("footnote: after", "1 Dec 2026, 13:30", all.Ends);
  await note.click("todo:17");
  await soon("footnote: onward", () => note.ref() === "todo:17");
  equal("footnote: the trail", "Sample 1", (await note.trail())[0]);
  equal("footnote: the page stays", "/records/sample", new URL(page.url()).pathname);
}

// The kind of the architecture: `ims migrate` reads it, while we serve.
async function readmeExample(page, base, site, share) {
  const sql = readmeKind();
  check("README: has an example of a kind", sql !== "");
  writeFileSync(join(share, "schema/kinds/visit.sql"), sql);
  execFileSync(join(build, "ims"), ["migrate", site], { env: { ...process.env, IMS_SHARE: share } });
  await page.goto(`${base}/records/visit/new`);
  await page.fill('[name="title"]', "The auditor");
  await page.locator('[name="status"][value="left"]').check();
  await page.getByRole("button", { name: "Save" }).click();
  contains("README: a status needs a field", "Day", await page.locator("#f-came_on-e").innerText());
  await page.fill('[name="came_on"]', "2026-12-01");
  await save(page);
  equal("README: shown", "1 Dec 2026", (await facts(page)).Day);
  await page.goto(`${base}/records/visit?status=left`);
  contains("README: listed", "The auditor", await page.locator("table.list").innerText());
  await page.goto(`${base}/records/sample/1`);
  contains("README: what was there stays", "One of everything", await page.locator("h1").first().innerText());
}

await run(async () => {
  checkComplete();
  const share = makeShare();
  const { base, site } = await startSite({ share });
  await startBrowser();
  const page = await openPage({}, refused);
  await signIn(page, base);
  await controls(page, base);
  await sendWrong(page);
  await sendRight(page);
  await listed(page, base);
  await exported(page, base);
  await noted(page, base);
  await changed(page, base);
  await readmeExample(page, base, site, share);
});
