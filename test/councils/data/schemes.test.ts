import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readDescriptor } from "../../../src/datapackage/descriptor.js";
import { dataFiles } from "../../../src/councils/data/dataFiles.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import { readSchemes } from "../../../src/councils/data/readSchemes.js";
import { validateDirectory } from "../../../src/councils/data/validateDirectory.js";
import { select } from "../../../src/councils/analysis/select.js";

const cases = "test/cases/data";
const temporary = mkdtempSync(join(tmpdir(), "ninefold-schemes-"));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A folder of data with these files. */
function folder(name: string, files: Readonly<Record<string, string>>): string {
  const dir = join(temporary, name);
  mkdirSync(join(dir, "schemes"), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(dir, file), content);
  return dir;
}

const header =
  "gss_code,council,kind,scheme,status,confidence,rating,score_pct,published," +
  "qs1,qs2,qs3,qs4,qs5,qs6,qs7,qs8,qs9,source_url,source_kind,note\n";
const row = (kind: string, scheme: string, published: string) =>
  `E09000003,Barnet,${kind},${scheme},published,high,,,${published},` +
  ",,,,,,,,,https://www.example.org/,made up,\n";
const schemeOf = (id: string, folderOf: string) =>
  readFileSync(`${cases}/${folderOf}/schemes/${id}.json`, "utf8");
const judgement = {
  "schemes/made-up-judgement.json": schemeOf("made-up-judgement", "passes-word-by-judgement"),
};
const noWord = { "schemes/made-up-no-word.json": schemeOf("made-up-no-word", "passes-no-word") };

describe("an assessment under another scheme", () => {
  test("has words as places, and no word from a total", () => {
    const dataset = readDataset({ dir: `${cases}/passes-nine-words` });
    expect(dataset.scheme.id).toBe("made-up-words");
    const [first] = readFileSync(`${cases}/passes-nine-words/assessments.csv`, "utf8")
      .split("\n")
      .slice(1);
    // The first row as it stands in the file, word by word.
    const words = first.split(",").slice(9, 18);
    const places = ["Inadequate", "Requires improvement", "Good", "Outstanding"];
    expect(dataset.assessments[0].scores).toEqual(words.map((word) => places.indexOf(word) + 1));
    expect(dataset.assessments[0].percentage).toBeNull();
  });

  test("keeps the word of a judgement, and implies none", () => {
    const { assessments } = readDataset({ dir: `${cases}/passes-word-by-judgement` });
    expect(assessments.every(({ rating }) => rating !== null)).toBe(true);
    expect(assessments.every(({ impliedRating }) => impliedRating === null)).toBe(true);
  });

  test("has no word where the scheme gives none", () => {
    const { assessments } = readDataset({ dir: `${cases}/passes-no-word` });
    expect(assessments.every(({ rating, impliedRating }) => !rating && !impliedRating)).toBe(true);
    expect(assessments.every(({ scores }) => !scores.includes(null))).toBe(true);
  });
});

describe("the scheme that analyses take", () => {
  const both = { ...judgement, ...noWord };
  test("is the one that datapackage.json names", () => {
    const dir = folder("stated", {
      ...both,
      "assessments.csv": header + row("formal", "", "2025-01"),
      "datapackage.json": '{"scheme": "made-up-no-word"}',
    });
    expect(readDataset({ dir }).scheme.id).toBe("made-up-no-word");
  });

  test("is else that of 2023, where a formal assessment is of it", () => {
    const rows = row("formal", "", "2025-01") + row("formal", "made-up-no-word", "2028-01");
    const dir = folder("older", { ...both, "assessments.csv": header + rows });
    const dataset = readDataset({ dir });
    expect(dataset.scheme.id).toBe("cqc-councils-2023");
    // The other is there to be asked for.
    const { n, assessments } = select(dataset, null, { scheme: "made-up-no-word", set: "all" });
    expect([n, assessments[0].published]).toEqual([1, "2028-01"]);
  });

  test("is else that of the newest formal assessment", () => {
    const rows =
      row("pilot", "", "2023-11") +
      row("formal", "made-up-no-word", "2028-02") +
      row("formal", "made-up-judgement", "2028-01") +
      row("formal", "made-up-judgement", "");
    const dir = folder("newest", { ...both, "assessments.csv": header + rows });
    expect(readDataset({ dir }).scheme.id).toBe("made-up-no-word");
  });

  test("is that of 2023 where there is no formal assessment", () => {
    const dir = folder("pilot", { "assessments.csv": header + row("pilot", "", "2023-11") });
    expect(readDataset({ dir }).scheme.id).toBe("cqc-councils-2023");
  });
});

describe("a scheme of one JSON and one CSV", () => {
  // Four homes, with three questions answered in words, one question unknown.
  const homes = {
    id: "made-up-homes",
    name: "A made-up scheme of three questions",
    regulator: "A made-up regulator",
    body: "home",
    levels: [{ name: "Weak" }, { name: "Fair" }, { name: "Strong" }],
    good: "Strong",
    parts: ["safe", "kind", "led"].map((id) => ({ id, name: `Is it ${id}?`, short: id })),
    whole: { rule: "judgement" },
  };
  const dir = folder("homes", {
    "assessments.csv": header + row("formal", "", "2025-01"),
    "schemes/made-up-homes.json": JSON.stringify(homes),
    "schemes/made-up-homes.csv":
      "code,body,published,word,safe,kind,led\n" +
      "h1,One,2028-01-05,Strong,Strong,Fair,Strong\n" +
      "h1,One,2026-01,Fair,Fair,Fair,Weak\n" +
      "h2,Two,,Weak,Weak,,Fair\n" +
      "h3,Three,2028-02,,Fair,Fair,Fair\n",
  });

  test("needs no source: its bodies are profiles", () => {
    const dataset = readDataset({ dir });
    const { schemes, profiles } = readDataset();
    const own = dataset.schemes.slice(schemes.length);
    expect(own.map(({ id }) => id)).toEqual(["made-up-homes"]);
    expect(dataset.profiles).toEqual({
      ...profiles,
      "made-up-homes": [
        {
          ...{ id: "h1", name: "One", published: "2028-01-05" },
          ...{ grades: [3, 2, 3], word: "Strong", rank: 2 },
        },
        { id: "h1", name: "One", published: "2026-01", grades: [2, 2, 1], word: "Fair", rank: 1 },
        { id: "h2", name: "Two", published: null, grades: [1, null, 2], word: "Weak", rank: 0 },
        {
          id: "h3",
          name: "Three",
          published: "2028-02",
          grades: [2, 2, 2],
          word: null,
          rank: null,
        },
      ],
    });
    expect(Object.isFrozen(dataset.profiles["made-up-homes"][0])).toBe(true);
  });

  test("is validated, counted, recorded and copied as other data are", () => {
    const { problems, files } = validateDirectory(dir);
    expect(problems).toEqual([]);
    expect(files).toContainEqual({ path: join(dir, "schemes/made-up-homes.csv"), rows: 4 });
    const recorded = readDataset({ dir }).files.map(({ path }) => path);
    for (const name of ["homes/schemes/made-up-homes.json", "homes/schemes/made-up-homes.csv"])
      expect(recorded).toContain(name);
    expect(recorded).toContain("data/schemes/cqc-councils-2023.json");
    const copied = [...dataFiles({ dir }).keys()];
    for (const name of ["made-up-homes.json", "made-up-homes.csv", "cqc-councils-2023.json"])
      expect(copied).toContain(`schemes/${name}`);
  });

  test("with a rule takes the rule's word where none is published", () => {
    const limits = [{ word: "Weak", if: [{ level: "Weak", atLeast: 1 }] }];
    const whole = { rule: "limits", limits, else: "Strong" };
    writeFileSync(join(dir, "schemes/made-up-homes.json"), JSON.stringify({ ...homes, whole }));
    expect(readDataset({ dir }).profiles["made-up-homes"].map(({ rank }) => rank)).toEqual([
      // Published, though the rule gives Strong, Weak; unknown grades give none; of the rule.
      2, 1, 0, 2,
    ]);
  });
});

describe("a folder of schemes", () => {
  const { numberFormats } = readDescriptor();
  test("that is a file, or holds too many, is one problem", () => {
    const file = folder("file", {});
    rmSync(join(file, "schemes"), { recursive: true });
    writeFileSync(join(file, "schemes"), "");
    expect(readSchemes(file, numberFormats).problems).toEqual([
      expect.stringContaining(`${join(file, "schemes")}: folder: cannot be read: ENOTDIR`),
    ]);
    const many = folder("many", {});
    for (let i = 0; i < 201; i++) writeFileSync(join(many, `schemes/s${i}.json`), "");
    expect(readSchemes(many, numberFormats).problems).toEqual([
      `${join(many, "schemes")}: folder: expected at most 200 files: 201`,
    ]);
  });

  test("is read up to a size, and a folder in it is no scheme", () => {
    const large = folder("large", {});
    writeFileSync(join(large, "schemes/large.json"), Buffer.alloc(50_000_001));
    mkdirSync(join(large, "schemes/folder.json"));
    expect(readSchemes(large, numberFormats).problems).toEqual([
      `${join(large, "schemes/folder.json")}: file: expected a file`,
      `${join(large, "schemes/large.json")}: file: expected at most 50 MB: 50.0 MB`,
    ]);
  });
});
