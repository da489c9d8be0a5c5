// soa.js: what script adds to the Statement of Applicability, which is filled in without it, too.
// Enter and the arrow keys go from row to row; a row that was changed is saved when it is left, and
// says so; what could not be saved stays in the row, with the reason beside it.
"use strict";

const table = document.querySelector("table[data-soa]");
const live = document.getElementById("soa-live");
const waiting = new Map(); // row -> promise of its save

const cellsOf = (row) => [...row.querySelectorAll("[data-cell]")];
const rowsOf = () => [...table.querySelectorAll("tr[data-row]")];
const valueOf = (input) => (input.type === "checkbox" ? String(input.checked) : input.value);
const sentOf = (input) => (input.type === "checkbox" ? String(input.defaultChecked) : input.defaultValue);
const stateOf = (row) => cellsOf(row).map(valueOf).join("\u0000");
const isChanged = (row) => stateOf(row) !== row.dataset.opened;

function tell(row, words, state) {
  const done = row.querySelector("[data-done]");
  done.textContent = words;
  row.dataset.state = state;
  if (live && words) live.textContent = `${row.dataset.row}: ${words}`;
}

function showProblem(row, problem, field) {
  const place = row.querySelector("[data-problem]");
  place.textContent = problem;
  place.hidden = problem === "";
  for (const input of cellsOf(row)) {
    const wrong = problem !== "" && input.dataset.cell === field;
    input.toggleAttribute("aria-invalid", false);
    if (wrong) input.setAttribute("aria-invalid", "true");
    if (wrong) input.setAttribute("aria-describedby", place.id);
    else input.removeAttribute("aria-describedby");
  }
}

// What is shown of the row beside its inputs comes anew; the inputs stay as they are.
function redraw(row, html) {
  const fresh = new DOMParser().parseFromString(`<table><tbody>${html}</tbody></table>`, "text/html");
  for (const part of row.querySelectorAll("[data-part]")) {
    const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other) part.replaceChildren(...[...other.childNodes].map((node) => document.importNode(node, true)));
  }
}

const stampOf = (row) => row.querySelector(`input[name="stamp.${CSS.escape(row.dataset.row)}"]`);

function bodyOf(row) {
  const form = stampOf(row).form;
  const body = new URLSearchParams({ csrf: form.elements.csrf.value });
  for (const input of [...cellsOf(row), stampOf(row)])
    if (input.type !== "checkbox" || input.checked) body.append(input.name, input.value);
  return body;
}

// An answer that is no JSON is an error page: its heading says what is wrong.
async function readAnswer(answer) {
  if ((answer.headers.get("content-type") || "").includes("json")) return (await answer.json()).rows[0];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const words = page.querySelector("main .lead") || page.querySelector("main h1");
  return { saved: false, field: "", problem: `Not saved. ${words ? words.textContent.trim() : ""}`.trim() };
}

async function send(row) {
  const sent = stateOf(row);
  let result;
  tell(row, "Saving", "saving");
  try {
    result = await readAnswer(await fetch(table.dataset.soa, { method: "POST", body: bodyOf(row), credentials: "same-origin" }));
  } catch (error) {
    result = { field: "", problem: "Not saved: the server does not answer. What you typed stays here; leave the row again to try once more." };
  }
  if (result.stamp) stampOf(row).value = result.stamp;
  if (result.html) redraw(row, result.html);
  showProblem(row, result.problem || "", result.field);
  if (result.problem) return tell(row, "Not saved", "wrong");
  row.dataset.opened = sent;
  tell(row, result.saved ? "Saved as proposed" : "Nothing changed", "saved");
}

// One save of a row after the other.
function save(row) {
  if (!isChanged(row)) return waiting.get(row) || Promise.resolve();
  const next = (waiting.get(row) || Promise.resolve()).then(() => (isChanged(row) ? send(row) : undefined));
  waiting.set(row, next);
  return next.finally(() => { if (waiting.get(row) === next) waiting.delete(row); });
}

function move(input, step) {
  const rows = rowsOf();
  const next = rows[rows.indexOf(input.closest("tr")) + step];
  if (!next) return save(input.closest("tr"));
  const other = next.querySelector(`[data-cell="${input.dataset.cell}"]`);
  other.focus();
  if (other.select && other.type !== "checkbox") other.setSelectionRange(other.value.length, other.value.length);
  next.scrollIntoView({ block: "nearest" });
}

// Inside a text of several lines the arrows move the caret until it is at the end.
function leaves(input, step) {
  if (input.tagName !== "TEXTAREA") return true;
  if (input.selectionStart !== input.selectionEnd) return false;
  return step > 0 ? input.selectionStart === input.value.length : input.selectionStart === 0;
}

function onKey(event) {
  const input = event.target.closest("[data-cell]");
  if (!input || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" && event.shiftKey) return;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || (event.key !== "Enter" && (event.shiftKey || !leaves(input, step)))) return;
  event.preventDefault();
  move(input, step);
}

function onLeave(event) {
  const row = event.target.closest("tr[data-row]");
  if (!row || (event.relatedTarget && row.contains(event.relatedTarget))) return;
  save(row);
}

// A button saves what was changed first; a form that would lose something is not sent.
async function onSubmit(event) {
  const button = event.submitter;
  const changed = rowsOf().filter(isChanged);
  const agrees = !button || button.hasAttribute("data-agree") || event.target.matches(".soa-agree-all");
  if (agrees && changed.length === 0 && waiting.size === 0) return;
  event.preventDefault();
  await Promise.all([...changed.map(save), ...waiting.values()]);
  if (!agrees) return;
  if (rowsOf().some(isChanged)) return;
  // The saved rows have new revisions: look at the page anew before agreeing.
  window.location.reload();
}

if (table) {
  // As the server sent it: a browser may put back what was typed before a page was loaded again.
  for (const row of rowsOf())
    row.dataset.opened = row.hasAttribute("data-unsaved") ? "" : cellsOf(row).map(sentOf).join("\u0000");
  table.classList.add("soa-live");
  document.querySelector(".soa-help").classList.add("soa-live");
  table.addEventListener("keydown", onKey);
  table.addEventListener("focusout", onLeave);
  table.addEventListener("input", (event) => {
    const row = event.target.closest("tr[data-row]");
    if (row && isChanged(row)) tell(row, "", "changed");
  });
  document.addEventListener("submit", (event) => { if (event.target.matches(".soa-part, .soa-agree-all")) onSubmit(event); });
  window.addEventListener("beforeunload", (event) => { if (rowsOf().some(isChanged) || waiting.size > 0) event.preventDefault(); });
}
