import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readDataset } from "../../src/councils/data/readDataset.js";
import { useBrowser } from "./openPage.js";

const open = useBrowser();
const root = path.join(import.meta.dirname, "..", "..");

let folder: string;
let command: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ninefold-preview-"));
  cpSync(path.join(root, "data", "assessments.csv"), path.join(folder, "data", "assessments.csv"));
});
afterEach(() => {
  command?.kill("SIGKILL");
  command = undefined;
  rmSync(folder, { recursive: true });
});

const notebook = (words: string, code = "dataset.assessments.length") => `<!doctype html>
<notebook theme="air">
  <title>A preview</title>
  <script id="1" type="text/markdown">
    ${words}
  </script>
  <script id="2" type="module">
    ${code}
  </script>
</notebook>
`;

interface Started {
  readonly address: string;
  /** What it has written to standard error. */
  readonly said: () => string;
  /** Sends Ctrl-C's signal and gives the exit code. */
  readonly end: () => Promise<number | null>;
}

/** Starts `ninefold preview` and waits for the address that it prints. */
function start(args: readonly string[]): Promise<Started> {
  const script = path.join(import.meta.dirname, "runCommand.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, "preview", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: root,
  });
  command = child;
  let output = "";
  let errors = "";
  child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return new Promise((resolve, reject) => {
    void exited.then((code) => reject(new Error(`ended with ${code}: ${errors}`)));
    child.stdout.on("data", (text: Buffer) => {
      output += text.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (address === undefined) return;
      const end = () => {
        child.kill("SIGINT");
        return exited;
      };
      resolve({ address, said: () => errors, end });
    });
  });
}

/** The status of an answer to a request that calls this machine by some name. */
function statusFor(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once("error", reject);
  });
}

/** How many assessments the data hold. */
const all = readDataset().assessments.length;

test("a page follows its notebook and its data, and keeps what was good", async () => {
  const file = path.join(folder, "draft.html");
  const data = path.join(folder, "data", "assessments.csv");
  writeFileSync(file, notebook("First words."));
  const { address, said, end } = await start([file, "--data", path.dirname(data)]);
  const { page, outside } = await open("live/draft.html", {}, address);
  const main = page.locator("main");
  const problem = page.locator("body > .problem");
  expect(await main.innerText()).toContain("First words.");
  expect(await main.innerText()).toContain("124");

  writeFileSync(file, notebook("Second words."));
  await page.getByText("Second words.").waitFor();

  writeFileSync(file, notebook("Third words.", "const ="));
  await problem.waitFor();
  expect(await problem.innerText()).toMatch(/draft\.html:8:\d+: cell 2: /);
  expect(said()).toMatch(/draft\.html:8:\d+: cell 2: /);
  expect(await main.innerText()).toContain("Second words.");

  writeFileSync(file, notebook("Fourth words."));
  await page.getByText("Fourth words.").waitFor();
  await problem.waitFor({ state: "detached" });

  const csv = readFileSync(data, "utf8");
  writeFileSync(data, csv.replace(",Good,", ",Splendid,"));
  await problem.waitFor();
  expect(await problem.innerText()).toMatch(/assessments\.csv:\d+: rating: .*: Splendid/);
  expect(said()).toContain("Splendid");
  expect(await main.innerText()).toContain("124");

  writeFileSync(data, csv.trimEnd().split("\n").slice(0, -1).join("\n"));
  await page.waitForFunction(
    (left) => document.querySelector("#cell-2")?.textContent?.trim() === left,
    String(all - 1),
  );

  expect(await statusFor(`${address}/`, "127.0.0.1:1")).toBe(200);
  expect(await statusFor(`${address}/`, "rebound.example")).toBe(403);
  expect(await statusFor(`${address}/../package.json`, "127.0.0.1:1")).toBe(404);
  expect(outside).toEqual([]);
  expect(await end()).toBe(0);
  await problem.getByText("The preview has ended, or does not answer.").waitFor();
});

test("a port that is in use is refused in one line", async () => {
  const file = path.join(folder, "draft.html");
  writeFileSync(file, notebook("Words."));
  const first = await start([file]);
  const port = new URL(first.address).port;
  const script = path.join(import.meta.dirname, "runCommand.ts");
  const second = spawn(
    process.execPath,
    ["--import", "tsx", script, "preview", file, "--port", port],
    { stdio: ["ignore", "ignore", "pipe"], cwd: root },
  );
  let errors = "";
  second.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  const code = await new Promise((resolve) => second.once("exit", resolve));
  expect([code, errors]).toEqual([2, `the port is in use: ${port}\n`]);
  expect(await first.end()).toBe(0);
});
