// Eight writers and eight readers at once, for together_test.sh.
//
//   node together.mjs BASE SECONDS
//
// Each writer makes records and changes its own, putting one word into three
// fields; a reader that sees two words in one record has seen half a change.
// Prints `saved N`, `created N`, `read N` and `longest MS`; what is wrong goes
// to stderr.
import http from "node:http";

const [base, seconds] = [process.argv[2], Number(process.argv[3])];
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const end = Date.now() + seconds * 1000;
const result = { saved: 0, created: 0, read: 0, longest: 0 };
let newest = 0;

function wrong(words) {
  console.error(words);
}

function ask(method, path, cookie, fields) {
  const body = fields ? new URLSearchParams(fields).toString() : null;
  const headers = { cookie };
  if (body !== null) {
    headers["content-type"] = "application/x-www-form-urlencoded";
    headers["content-length"] = Buffer.byteLength(body);
  }
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(base + path, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const took = performance.now() - begun;
        if (path !== "/login") result.longest = Math.max(result.longest, took);
        resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() });
      });
    });
    request.on("error", reject);
    if (body !== null) request.write(body);
    request.end();
  });
}

const cookies = (answer, before = "") =>
  [...(answer.headers["set-cookie"] || []).map((line) => line.split(";")[0]), before].filter(Boolean).join("; ");
const token = (text) => text.match(/name="csrf" value="([^"]+)"/)[1];

async function signIn() {
  const form = await ask("GET", "/login", "");
  const before = cookies(form);
  const answer = await ask("POST", "/login", before,
    { csrf: token(form.text), user: "ines.marchetti", password: "harbour-and-vale", next: "/" });
  const cookie = cookies(answer, before);
  const page = await ask("GET", "/records/complaint/new", cookie);
  return { cookie, csrf: token(page.text) };
}

async function write(who) {
  const { cookie, csrf } = await signIn();
  let number = 0;
  let revision = 0;
  for (let turn = 0; Date.now() < end; turn++) {
    const word = `w${who}t${turn}`;
    const fields = { csrf, title: word, body: word, from_whom: word, type: "complaint", status: "received",
      received_on: "2026-11-21", why: "together" };
    const fresh = turn % 4 === 0;
    if (!fresh) fields.revision = revision;
    const answer = await ask("POST", fresh ? "/records/complaint" : `/records/complaint/${number}`, cookie, fields);
    if (answer.status !== 303) {
      wrong(`writer ${who}, turn ${turn}: ${answer.status} ${answer.text.replace(/<[^>]*>/g, " ").slice(0, 400)}`);
      continue;
    }
    result.saved++;
    if (!fresh) {
      revision++;
      continue;
    }
    result.created++;
    number = Number(answer.headers.location.match(/complaint\/(\d+)/)[1]);
    revision = 1;
    newest = Math.max(newest, number);
  }
}

async function read(who) {
  for (let turn = 0; Date.now() < end; turn++) {
    const number = newest - (turn % 5);
    if (turn % 3 === 0 || number < 1) {
      const list = await ask("GET", "/records/complaint.json?status=all&sort=newest", "");
      if (list.status !== 200) wrong(`reader ${who}: list ${list.status}`);
      const { total, records } = JSON.parse(list.text);
      if (total !== records.length) wrong(`reader ${who}: ${total} counted, ${records.length} listed`);
    } else {
      const answer = await ask("GET", `/records/complaint/${number}.json`, "");
      const values = answer.status === 200 && JSON.parse(answer.text).values;
      if (!values) wrong(`reader ${who}: complaint ${number}: ${answer.status}`);
      else if (/^w\d/.test(values.title) && (values.title !== values.body || values.title !== values.from_whom))
        wrong(`reader ${who}: half a change of complaint ${number}: ${JSON.stringify(values)}`);
    }
    result.read++;
  }
}

const all = [];
for (let i = 1; i <= 8; i++) all.push(write(i), read(i));
await Promise.all(all);
for (const [name, value] of Object.entries(result)) console.log(name, Math.round(value));
process.exit(0);
