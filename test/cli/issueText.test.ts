import { expect, it } from "vitest";
import type { Diff, DiffItem } from "../../src/cqc/refresh/diff.js";
import { issueText } from "../../src/cli/issueText.js";

const empty: Diff = {
  schema: "ninefold.refresh/1",
  from: "https://www.cqc.org.uk",
  read: "2026-11-28T05:20:00.000Z",
  items: [],
  same: 120,
  notFound: [],
  problems: [],
};

const item = (what: DiffItem["what"], url: string): DiffItem => ({
  what,
  gssCode: "E09000007",
  council: "Camden",
  kind: "formal",
  published: "2026-11-20",
  updated: null,
  url,
  line: null,
  values: [{ field: "rating", old: null, new: "Good", change: "filled" }],
  row: null,
  another: null,
  reasons: [],
});

it("is nothing where the pages say what the data say", () => {
  expect(issueText(empty, "")).toBeNull();
  expect(issueText(null, " \n")).toBeNull();
});

it("holds the diff and what a person must look at", () => {
  const text = issueText(
    { ...empty, items: [item("new", "https://www.cqc.org.uk/a")], problems: ["a page: gone"] },
    "",
  );
  expect(text).toContain(
    "1 new, 0 changed, 0 withdrawn, 0 contradicted, 120 the same, 1 not read. ",
  );
  expect(text).toContain("Read on 2026-11-28.");
  expect(text).toContain(
    "```text\nnew: Camden (E09000007), formal, 2026-11-20: https://www.cqc.org.uk/a\n  rating: (blank) -> Good (new)\n",
  );
  expect(text).toContain("\na page: gone\n```\n");
});

it("shows what a page wrote as text: no link, no name, no end of the fence", () => {
  const hostile = "https://x/````\n@someone [a](http://evil)";
  const text = issueText({ ...empty, items: [item("new", hostile)] }, "")!;
  const [, fence] = /^(`+)text$/m.exec(text)!;
  expect(fence.length).toBeGreaterThan(4);
  expect(text.split(fence)).toHaveLength(3);
});

it("fits into an issue, and says why where nothing could be compared", () => {
  const problems = Array.from({ length: 3000 }, (_, i) => `page ${i}: could not be read`);
  expect(issueText({ ...empty, problems }, "")!.length).toBeLessThan(65_536);
  expect(issueText(null, "robots.txt: asks not to be read\n")).toBe(
    "CQC's pages could not be compared with the data.\n\n```text\nrobots.txt: asks not to be read\n```\n",
  );
});
