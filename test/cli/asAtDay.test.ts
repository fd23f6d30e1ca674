import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../../src/cli/main.js";

async function ninefold(...argv: string[]) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  return { code, stdout, stderr };
}

it("report --as-at names its files for the day, and its head says that it looks back", async () => {
  const out = mkdtempSync(path.join(tmpdir(), "ninefold-as-at-"));
  try {
    const args = ["self-assessment", "--as-at", "2025-08-31", "--format", "html", "--out", out];
    const { code, stdout, stderr } = await ninefold("report", ...args);
    expect([code, stderr]).toEqual([0, ""]);
    const page = path.join(out, "self-assessment-as-at-2025-08-31.html");
    expect(stdout).toBe(`${page}\n`);
    const html = readFileSync(page, "utf8");
    expect(html).toContain("This page looks back to 31 August 2025");
    // CQC counted 63 reports on that day.
    expect(html).toContain("Ratings published to 31 August 2025, all 63; later ones in part.");
    expect(html).toContain("with data as at 31 August 2025,");
    // A page of now is another report, whose files stand beside.
    await ninefold("report", "self-assessment", "--format", "html", "--out", out);
    expect(readFileSync(page, "utf8")).toBe(html);
    expect(readFileSync(path.join(out, "self-assessment.html"), "utf8")).not.toContain(
      "looks back",
    );
  } finally {
    rmSync(out, { recursive: true });
  }
});

it.each(["report", "analyse", "claims"])(
  "%s --as-at says in one line what is no day",
  async (of) => {
    for (const [day, problem] of [
      ["2025-6-1", "--as-at: expected a day such as 2025-06-01: 2025-6-1"],
      ["2025-02-30", "--as-at: expected a day such as 2025-06-01: 2025-02-30"],
      ["", "--as-at: expected a day such as 2025-06-01: (blank)"],
      [
        "2020-01-01",
        "cannot look back to 2020-01-01: the first report in the data is of 2023-11-17",
      ],
    ])
      expect(await ninefold(of, "--as-at", day)).toEqual({
        code: 2,
        stdout: "",
        stderr: `${problem}\n`,
      });
    expect((await ninefold(of, "--as-at", "2999-01-01")).stderr).toMatch(
      /^cannot look back to 2999-01-01: expected a day up to \d{4}-\d\d-\d\d, that of the data\n$/,
    );
  },
);
