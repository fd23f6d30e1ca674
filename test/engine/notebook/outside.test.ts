import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { imageFinder } from "../../../src/engine/notebook/fileAttachment.js";
import { compareForms } from "../../../src/engine/notebook/forms/compareForms.js";
import { project } from "../../../src/project.js";
import { runNotebook } from "../../../src/runNotebook.js";
import { failureOf, options } from "./cases.js";

let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);

/** A notebook in the folder `pages` of a project, whose cells are given. */
function written(name: string, ...cells: string[]): string {
  const file = at("project", "pages", `${name}.html`);
  writeFileSync(
    file,
    `<!doctype html><notebook><title>Made up</title>${cells.join("")}</notebook>`,
  );
  return file;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-outside-"));
  for (const name of [
    "project/pages",
    "project/public",
    "project/data",
    "project/.secret",
    "other",
  ])
    mkdirSync(at(name), { recursive: true });
  writeFileSync(at("project", "package.json"), "{}");
  for (const name of ["project/public/a.png", "project/.secret/a.png", "other/a.png"])
    writeFileSync(at(name), "");
  writeFileSync(at("project", "public", "key.pem"), "");
  symlinkSync(at("other", "a.png"), at("project", "public", "link.png"));
  symlinkSync(at("project", "public", "key.pem"), at("project", "public", "key.png"));
  const database = await DuckDBInstance.create(at("project", "data", "kept.duckdb"));
  const connection = await database.connect();
  await connection.run("CREATE TABLE kept AS SELECT range AS n FROM range(3)");
  connection.closeSync();
  database.closeSync();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a picture in the project of a notebook", () => {
  test("is found, by whatever way", () => {
    const find = imageFinder(written("finds"));
    for (const name of ["../public/a.png", "../pages/../public/a.png"])
      expect(path.relative(folder, find(name))).toBe("project/public/a.png");
  });

  test.each([
    ["of another project", "../../other/a.png"],
    ["that a link leads to outside it", "../public/link.png"],
    ["that a link makes of another file", "../public/key.png"],
    ["in a folder that is hidden", "../.secret/a.png"],
    ["that is no picture", "../public/key.pem"],
  ])("but not one %s", (_, name) => {
    expect(() => imageFinder(written("refuses"))(name)).toThrow(
      `image: expected a file beside the notebook or in data: ${name}`,
    );
  });

  test("nor any where the notebook has no project", () => {
    writeFileSync(at("other", "alone.html"), "");
    expect(() => imageFinder(at("other", "alone.html"))("../project/public/a.png")).toThrow(
      "image: expected a file beside the notebook or in data: ../project/public/a.png",
    );
  });
});

describe("a database of DuckDB's own", () => {
  const query = (database: string, sql: string, output = "") =>
    `<script type="application/sql" database="${database}" ${output}>${sql}</script>`;

  test("is asked as a file, and a page has the same rows", async () => {
    const file = written(
      "asks",
      query("../data/kept.duckdb", "SELECT * FROM kept WHERE n >= \${1}", 'output="rows" hidden'),
      `<script type="module">display(rows.map(({n}) => n).join(" "));</script>`,
    );
    const { blocks } = await runNotebook(file, options);
    expect(blocks).toMatchObject([{ kind: "prose", markdown: "1 2" }]);
    const given = { project, ...project.live.given(options.dataset, options.params) };
    expect(await compareForms(file, given)).toEqual([]);
  });

  test("moments are dates, with and without a time zone", async () => {
    const file = written(
      "moments",
      query(
        "../data/kept.duckdb",
        "SELECT DATE '2024-05-06' AS a, TIMESTAMP '2024-05-06 07:08:09' AS b, TIMESTAMPTZ '2024-05-06 07:08:09+02' AS c, 'infinity'::TIMESTAMP AS d",
        'output="rows" hidden',
      ),
      `<script type="module">const [{a, b, c, d}] = rows; display([+a, +b, +c, String(d)].join(" "));</script>`,
    );
    const { blocks } = await runNotebook(file, options);
    const times = ["2024-05-06", "2024-05-06T07:08:09Z", "2024-05-06T05:08:09Z"].map(Date.parse);
    expect(blocks).toMatchObject([{ kind: "prose", markdown: `${times.join(" ")} Invalid Date` }]);
  });

  test("is only read, and only beside the notebook or in data", async () => {
    const file = written(
      "refused",
      query("../data/kept.duckdb", "DELETE FROM kept"),
      query("../data/none.duckdb", "SELECT 1"),
      query("../../other/kept.duckdb", "SELECT 1"),
      query("postgres", "SELECT 1"),
    );
    expect(await failureOf(file)).toEqual([
      expect.stringMatching(/: cell 1: SQL: .*read-only/),
      expect.stringMatching(/: SQL: there is no such file: \.\.\/data\/none\.duckdb$/),
      expect.stringMatching(
        /: SQL: expected a file beside the notebook or in data: .*kept\.duckdb$/,
      ),
      expect.stringMatching(
        /: DatabaseClient: a report asks DuckDB alone, as "duckdb" or as a file/,
      ),
    ]);
  });
});
