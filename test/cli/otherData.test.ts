import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../src/cli/main.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-other-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const table = `import {show, toTable} from "ninefold";
    const rows = [{place: "North", journeys: 3}, {place: "South", journeys: 2}];
    display(show(toTable({id: "buses", caption: "Bus journeys", scope: "Two areas.", source: "Made up", n: 2, unit: "area", data: {columns: [{key: "place", label: "Area"}, {key: "journeys", label: "Journeys"}], rows}})));`;

function written(name: string, more: string): string {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><notebook><title>Bus journeys</title>
  <script id="1" type="module">
    ${table}
    ${more}
  </script>
</notebook>`,
  );
  return file;
}

async function made(command: "report" | "site", file: string) {
  const out = path.join(folder, `${command}-${path.parse(file).name}`);
  let stderr = "";
  const io = { stdout: () => {}, stderr: (text: string) => (stderr += text) };
  expect({ code: await run([command, file, "--out", out], io), stderr }).toEqual({
    code: 0,
    stderr: "",
  });
  return (name: string) => readFileSync(path.join(out, name), "utf8");
}

const ofRatings = /Care Quality Commission|CQC|Data as at|[Rr]ating/;

test("a report that reads none of the data says nothing of them, live neither", async () => {
  const file = written("buses", "");
  const page = (await made("report", file))("buses.html");
  expect(page).toContain("2 areas");
  expect(page).toContain("Made up");
  expect(page.replace(/<style>[\s\S]*?<\/style>/g, "")).not.toMatch(ofRatings);
  const read = await made("site", file);
  const live = read("live/buses.html");
  expect(live.replace(/<style>[\s\S]*?<\/style>/g, "")).not.toMatch(ofRatings);
  expect(live).not.toContain('class="about"');
});

test("one that reads them does", async () => {
  const file = written("both", "const n = dataset.councils.length;");
  const page = (await made("report", file))("both.html");
  expect(page).toContain("Data as at");
  expect(page).toContain("Care Quality Commission");
});
