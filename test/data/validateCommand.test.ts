import { Command } from "commander";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { validateCommand } from "../../src/cli/validate.js";

async function validate(...args: string[]): Promise<string> {
  let out = "";
  const program = new Command("ninefold").exitOverride();
  validateCommand(program, { stdout: (text) => (out += text), stderr: () => undefined });
  await program.parseAsync(["validate", ...args], { from: "user" });
  return out;
}

test("says in one line what was checked", async () => {
  // 12 tables and 2 maps; 121 + 3 + 153 + 10 + 16963 + 153 + 143 + 29 + 153 + 153 + 153 + 153 rows.
  expect(await validate()).toBe("valid: 14 files, 18187 rows\n");
  expect(await validate("test/cases/data/passes-one-council")).toBe("valid: 3 files, 2 rows\n");
});

test("fails with every problem", async () => {
  const dir = "test/cases/data/several-files";
  const problems = readFileSync(`${dir}/expected.txt`, "utf8").trimEnd().split("\n");
  await expect(validate(dir)).rejects.toMatchObject({ problems, exitCode: 1 });
});

test("fails as bad usage where the directory is not there", async () => {
  await expect(validate("no/such/place")).rejects.toMatchObject({
    problems: ["no/such/place: no such directory"],
    exitCode: 2,
  });
});
