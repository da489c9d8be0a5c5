// One field of every type: what its definition needs, which control asks for
// it, what is typed, wrongly and rightly, what is kept of it and what a reader
// sees. The field of the type T is called f_T and labelled “A T”.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, contains, root } from "./lib.mjs";

const line = 'input[type="text"]';
const references = "input[data-suggest]";

// `value`, `select`, `radio`, `ticks` and `file` are what is entered, `kept`
// is what is kept and `shown` what is read, where they differ from it; `wrong`
// is refused with a sentence that holds `says`.
export const fields = [
  { type: "text", control: line, value: "Hall 3, roof", listed: "1" },
  { type: "markdown", control: "textarea", value: "See [the first to-do](todo:17) and **mind the gap**.",
    shown: "mind the gap" },
  { type: "number", control: line, value: "42", more: { unit: "kg", bounds: "0..100" }, shown: "42 kg", listed: "1",
    wrong: "4200", says: "too large" },
  { type: "percent", control: line, value: "75", shown: "75 %", wrong: "101", says: "too large" },
  { type: "money", control: line, value: "1250.5", more: { unit: "EUR" }, kept: "1250.50 EUR", shown: "1250.50 EUR", listed: "1",
    wrong: "12.345", says: "not an amount of money" },
  { type: "date", control: 'input[type="date"]', value: "2026-12-01", shown: "1 Dec 2026",
    wrong: "2026-02-30", says: "not a date" },
  { type: "moment", control: 'input[type="datetime-local"]', value: "2026-12-01T09:30", shown: "1 Dec 2026, 09:30",
    wrong: "at noon", says: "not a date and time" },
  { type: "duration", control: line, value: "4 h", kept: "PT4H", shown: "4 hours", listed: "1",
    wrong: "a while", says: "not a length of time" },
  { type: "yesno", control: 'input[type="radio"]', radio: "yes", shown: "Yes" },
  { type: "choice", control: "select", more: { choices: "fire=Fire\ngas=Gas\n-old=Old" }, select: "gas", shown: "Gas", listed: "1",
    absent: "old" },
  { type: "choices", control: 'input[type="checkbox"]:not([hidden])', more: { choices: "helmet=Helmet\nmask=Mask\nrope=Rope" },
    ticks: ["helmet", "rope"], kept: "helmet rope", shown: "Helmet, Rope" },
  { type: "scale", control: "select", more: { choices: "low=Low #green >=1\nhigh=High #red >=10" }, select: "high", shown: "High",
    level: "red", listed: "2" },
  { type: "person", control: "select", select: "tom.okafor", shown: "Tom Okafor" },
  { type: "role", control: "select", select: "auditor", shown: "Internal IMS Auditor" },
  { type: "reference", control: references, value: "todo:17", shown: "To-do 17", wrong: "rubbish", says: "rubbish" },
  { type: "references", control: `${references}[data-several]`, value: "todo:17 finding:8", more: { back: "Needed by" },
    kinds: ["todo", "finding"], shown: "Finding 8", wrong: "todo:17 risk:1", says: "not one of the kinds" },
  { type: "clause", control: references, value: "27001/A.8.13", kept: "clause:27001:2022/A.8.13", shown: "A.8.13",
    wrong: "27001/A.99.1", says: "A.99.1" },
  { type: "clauses", control: `${references}[data-several]`, value: "27001/A.8.13 27001/9.2.2",
    kept: "clause:27001:2022/A.8.13 clause:27001:2022/9.2.2", shown: "9.2.2", wrong: "todo:17", says: "a clause is written" },
  { type: "demands", control: `${references}[data-several]`, value: "27001/A.8.13 9001/9.3.2/d",
    kept: "clause:27001:2022/A.8.13 clause:9001:2015/9.3.2/d", shown: "A.8.13", wrong: "27001/A.8", says: "is a heading" },
  { type: "section", control: references, value: "page:policy", shown: "olicy", wrong: "todo:17", says: "not a page or a section" },
  { type: "file", control: 'input[type="file"]', file: { name: "permit.txt", mimeType: "text/plain", buffer: Buffer.from("Granted.\n") },
    kept: /^file:[0-9a-f]{64}$/, shown: "permit.txt" },
  { type: "url", control: line, value: "https://example.org/permit", wrong: "example.org", says: "not an address" },
].map((field) => ({ ...field, name: `f_${field.type}`, label: `A ${field.type}` }));

// A type that the program has and this list has not would go untested.
export function checkComplete() {
  const source = readFileSync(join(root, "src/domain/field.c"), "utf8");
  const types = [...source.matchAll(/^ {4}\{"([a-z]+)", "/gm)].map((match) => match[1]);
  const here = [...fields.map((field) => field.type), "status"];
  check("the types are found in the source", types.length > 0);
  for (const type of types) check(`${type}: is tested`, here.includes(type));
}

// Type into every field; what is wrong where there is such.
export async function fill(page, { wrong = false } = {}) {
  for (const field of fields) {
    const input = page.locator(`[name="${field.name}"]`);
    if (wrong && field.wrong) {
      // A browser that knows dates lets no other be typed; not all do.
      await input.evaluate((element) => { element.type = "text"; });
      await input.fill(field.wrong);
    } else if (field.value) await input.fill(field.value);
    if (field.select) await input.selectOption(field.select);
    if (field.radio) await page.locator(`[name="${field.name}"][value="${field.radio}"]`).check();
    for (const tick of field.ticks ?? []) await page.locator(`[name="${field.name}"][value="${tick}"]`).check();
    if (field.file) await page.setInputFiles(`[name="${field.name}-file"]`, field.file);
  }
}

// The facts and the linked work of a record as read: label to element's text.
export function facts(frame) {
  return frame.locator("dl.facts, dl.linked").evaluateAll((lists) => Object.fromEntries(lists.flatMap((list) =>
    [...list.querySelectorAll("dt")].map((term) => [term.innerText.trim(), term.nextElementSibling.innerText.trim()]))));
}

// Each value where its label is, on the page of a record or in its footnote.
export async function checkShown(frame, what = "") {
  const all = await facts(frame);
  for (const field of fields) {
    const name = `${what}${field.type}: is shown`;
    const wanted = field.shown ?? field.value;
    if (field.type === "markdown") {
      contains(name, wanted, await frame.locator(".prose, .note-text").allInnerTexts());
      check(`${what}markdown: its link leads on`,
        (await frame.locator('.prose a[href^="/note/todo:17"], .note-text a[href^="/note/todo:17"]').count()) > 0);
    } else contains(name, wanted, all[field.label]);
    if (field.level) {
      contains(`${what}${field.type}: in its colour`, field.shown,
        (await frame.locator(`dl.facts .level-${field.level}`).allInnerTexts()).join(" "));
    }
  }
}
