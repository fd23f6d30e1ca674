import path from "node:path";
import { expect, test } from "vitest";
import { listenForFields, telling } from "../../../src/engine/notebook/tellingFields.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { casesFolder, failureOf, options } from "./cases.js";

const misspelt = (name: string) => path.join(casesFolder, "misspelt", name);

async function warningsOf(file: string): Promise<string[]> {
  const lines: string[] = [];
  await runNotebook(file, { ...options, onWarning: (line) => lines.push(line) });
  return lines.map((line) => line.replace(`${path.dirname(file)}/`, ""));
}

test("a report warns of a field that its records have not, with the one that was meant", async () => {
  const lines = await warningsOf(misspelt("fields.html"));
  const has = "assessments have no";
  expect(lines).toEqual([
    `fields.html:7:62: cell byCode: ${has} gss_kode: did you mean gss_code?`,
    `fields.html:10:48: cell rated, again: ${has} ratting: did you mean rating?`,
    `fields.html:11:52: cell rated, again: ${has} ratting: did you mean rating?`,
    expect.stringMatching(/^fields\.html:11:\d+: cell rated, again: .* no population: they have /),
    expect.stringMatching(/^fields\.html:14:\d+: cell svg: .* no summ: did you mean sum\?$/),
  ]);
});

test("one whose misspelling stops it says so beside what stopped it", async () => {
  expect(await failureOf(misspelt("stops.html"))).toEqual(
    [
      "stops.html:5:34: cell n: Cannot read properties of undefined (reading 'length')",
      "stops.html:5:23: cell n: datasets have no assesments: did you mean assessments?",
    ].sort(),
  );
});

test("a record that tells is as it was, and tells nobody where nobody listens", () => {
  const record = { name: "Kent", n: 1, parts: [1, 2] };
  const copy = telling("councils", record);
  expect({ ...copy }).toEqual(record);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(record));
  expect(structuredClone(copy)).toEqual(record);
  expect([Object.prototype.toString.call(copy), "nmae" in copy, Object.isFrozen(copy)]).toEqual([
    "[object Object]",
    false,
    true,
  ]);
  const asked: string[] = [];
  const end = listenForFields(({ field }) => asked.push(field));
  void (copy as { nmae?: string }).nmae;
  end();
  void (copy as { nmae?: string }).nmae;
  expect(asked).toEqual(["nmae"]);
});
