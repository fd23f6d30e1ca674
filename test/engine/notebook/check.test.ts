import path from "node:path";
import { expect, test } from "vitest";
import { checkNotebooks } from "../../../src/engine/notebook/check.js";
import { project } from "../../../src/project.js";
import { casesFolder, expectedLines } from "./cases.js";

const types = path.join(casesFolder, "types");

test("type errors are mapped to their lines; a notebook without any gives none", async () => {
  const good = ["order.html", "views.html"].map((name) => path.join(casesFolder, "pass", name));
  const lines = await checkNotebooks([...good, path.join(types, "wrong.html")], project);
  expect(lines.map((line) => line.replace(`${types}/`, ""))).toEqual(
    expectedLines("types/wrong.txt").get("wrong.html"),
  );
});

test("a cell that does not parse, and a file that is no notebook, are lines among the others", async () => {
  const fail = path.join(casesFolder, "fail");
  const files = ["syntax.html", "empty.html", "absent.html"].map((name) => path.join(fail, name));
  const lines = await checkNotebooks(files, project);
  const expected = expectedLines("fail.txt");
  expect(lines.map((line) => line.replace(`${fail}/`, ""))).toEqual([
    ...expected.get("syntax.html")!,
    ...expected.get("empty.html")!,
    "absent.html: no such notebook",
  ]);
});
