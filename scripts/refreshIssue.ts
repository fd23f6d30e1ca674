import { readFileSync } from "node:fs";
import type { Diff } from "../src/cqc/refresh/diff.js";
import { issueText } from "../src/cli/issueText.js";

// Prints what a refresh found as the text of an issue, nothing where there is nothing to tell:
// npx tsx scripts/refreshIssue.ts diff.json problems.txt
const [diff, problems] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
process.stdout.write(
  issueText(diff.trim() === "" ? null : (JSON.parse(diff) as Diff), problems) ?? "",
);
