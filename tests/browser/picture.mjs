// The picture of the README: docs/page.png, made anew with
//   node tests/browser/picture.mjs
import { join } from "node:path";
import { footnote, openPage, root, run, signIn, soon, startBrowser, startSite } from "./lib.mjs";

await run(async () => {
  const { base } = await startSite();
  await startBrowser();
  const page = await openPage({ colorScheme: "light" });
  await signIn(page, base);
  await page.goto(`${base}/manual/policy/backup-and-recovery?note=todo:17`);
  await soon("to-do 17 is shown", () => footnote(page).ref() === "todo:17");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(root, "docs/page.png") });
});
