import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parsePage } from "../src/cqc/parse/parsePage.js";
import { readDataset } from "../src/councils/data/readDataset.js";
import { fuzz } from "../test/cqc/parse/fuzz.js";

/**
 * `npm run fuzz [SEED [PAGES]]`: reads 20,000 made-up pages that were changed in known ways and prints
 * one line of counts. Exits with 1 if a page threw, took more than a second or was accepted with a
 * value that it does not say, and writes that page to a file.
 */
const [seed, pages] = [process.argv[2] ?? "20251003", process.argv[3] ?? "20000"].map(Number);
const { councils, scheme } = readDataset();
const { accepted, refused, wrong, thrown, slowestMs, kept, violations } = fuzz({
  parse: (content, slug) => parsePage(content, { councils, scheme, slug }),
  councils,
  pages,
  seed,
});
console.log(
  `seed ${seed}: ${pages} pages, ${accepted} accepted, ${refused} refused, ${wrong} wrong, ${thrown} thrown, ` +
    `slowest ${slowestMs.toFixed(0)} ms; ${kept.accepted} of ${kept.pages} with noise alone accepted`,
);
if (violations.length > 0) {
  const folder = mkdtempSync(path.join(tmpdir(), "ninefold-fuzz-"));
  for (const [i, { what, changes, page }] of violations.slice(0, 10).entries()) {
    const file = path.join(folder, `${i + 1}.page`);
    writeFileSync(file, page);
    console.error(`${file}: seed ${seed}: ${changes.join(", ")}: ${what}`);
  }
  process.exitCode = 1;
}
