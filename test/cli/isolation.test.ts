import * as fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildPackage, outcomeOf, type BuiltPackage } from "../builtPackage.js";

let folder: string;
let ninefold: BuiltPackage;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "ninefold-isolation-"));
  ninefold = await buildPackage();
});
afterAll(() => {
  ninefold.remove();
  fs.rmSync(folder, { recursive: true });
});

/** A notebook whose first cell gives 1 and whose second, from line 6, is the one that is given. */
function notebook(name: string, cell: string): string {
  const file = path.join(folder, `${name}.html`);
  fs.writeFileSync(
    file,
    `<!doctype html><notebook><title>${name}</title>
  <script id="1" type="module">
    const one = 1;
  </script>
  <script id="2" type="module">
    ${cell}
  </script>
  <script id="3" type="text/markdown">
    The end of ${name}.
  </script>
</notebook>`,
  );
  return file;
}

const isLinux = fs.existsSync("/proc/self/task");
/** The processes that a process has started, on Linux. */
const childrenOf = (pid: number | undefined): number[] => {
  const list = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return list === "" ? [] : list.split(" ").map(Number);
};
const isRunning = (pid: number) =>
  fs.existsSync(`/proc/${pid}`) &&
  !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, "utf8"));

/** What each notebook's second cell does to its process, and what its line then says. */
const faults: readonly (readonly [name: string, cell: string, line: RegExp])[] = [
  [
    "exits",
    "globalThis.process.exit(0)",
    /^exits\.html:6:\d+: cell 2: process\.exit: a cell may not/,
  ],
  [
    "aborts",
    "globalThis.process.abort()",
    /^aborts\.html:6:\d+: cell 2: process\.abort: a cell may/,
  ],
  ["kills", "globalThis.process.kill(globalThis.process.pid, 9)", /^kills\.html:6:\d+: cell 2: /],
  [
    "disconnects",
    "globalThis.process.disconnect()",
    /^disconnects\.html:6:\d+: cell 2: process\.dis/,
  ],
  [
    "forges",
    'globalThis.process.send({index: 0, made: {outputs: [], repeatable: true}}); ""',
    /^forges\.html:6:\d+: cell 2: process\.send: a cell may not/,
  ],
  [
    "forges-deep",
    'globalThis.process._send({index: 9, made: {outputs: []}}); await new Promise((r) => setTimeout(r, 900)); ""',
    /^forges-deep\.html: a cell sent a message in the name of the process it runs in$/,
  ],
  [
    "unplugs",
    'globalThis.process.channel.close?.(); globalThis.process._disconnect?.(); await new Promise((r) => setTimeout(r, 900)); ""',
    /^unplugs\.html:6:\d+: cell 2: /,
  ],
  [
    "loops-late",
    'await null; const waits = new Promise((r) => setTimeout(r, 10)); for (;;) "";',
    /^loops-late\.html:6:\d+: cell waits: ran for more than 3 s without a pause/,
  ],
  [
    "loops-in-a-timer",
    "setTimeout(() => { for (;;); }, 50); await new Promise((r) => setTimeout(r, 500));",
    /^loops-in-a-timer\.html:6:\d+: cell 2: ran for more than 3 s without a pause/,
  ],
  [
    "loops-in-microtasks",
    "for (;;) await null;",
    /^loops-in-microtasks\.html:6:\d+: cell 2: ran for more than 3 s without a pause/,
  ],
  [
    "loops",
    "for (;;);",
    /^loops\.html:6:\d+: cell 2: has not settled after 1 s: if it needs longer, give --timeout more seconds$/,
  ],
  [
    "never",
    "await new Promise(() => {});",
    /^never\.html:6:\d+: cell 2: has not settled after 1 s: if it needs longer, give --timeout more seconds$/,
  ],
  [
    "throws-nothing",
    "throw Object.create(null);",
    /^throws-nothing\.html:6:\d+: cell 2: a value with/,
  ],
  [
    "throws-proxy",
    "throw new Proxy({}, {getPrototypeOf() { throw 1; }});",
    /^throws-proxy\.html:6:\d+: cell 2: a value wi/,
  ],
  ["throws-no-stack", "const e = new Error('odd'); e.stack = 7; throw e;", /: cell e: odd$/],
  [
    "emits",
    'const {EventEmitter} = globalThis.process.getBuiltinModule("events"); globalThis.setTimeout(() => new EventEmitter().emit("error", new Error("nobody")), 5); await new Promise((r) => setTimeout(r, 200));',
    /^emits\.html:6:\d+: cell EventEmitter: nobody$/,
  ],
  [
    "throws-outside",
    'globalThis.setTimeout(() => { throw new Error("outside"); }, 20); await new Promise((r) => setTimeout(r, 200));',
    /^throws-outside\.html:6:\d+: cell 2: outside$/,
  ],
];

/** What a second cell leaves open, which is no fault of the report's. */
const leftOpen: readonly (readonly [name: string, cell: string])[] = [
  [
    "channel",
    "const c = new MessageChannel(); c.port1.onmessage = () => {}; c.port2.postMessage(1);",
  ],
  ["timer", "globalThis.setInterval(() => {}, 100);"],
  [
    "server",
    'const s = globalThis.process.getBuiltinModule("http").createServer().listen(0, "127.0.0.1");',
  ],
  [
    "thread",
    'const w = new (globalThis.process.getBuiltinModule("worker_threads").Worker)("setInterval(() => {}, 50)", {eval: true});',
  ],
];

describe("a notebook's fault is its own", () => {
  it("ends within its time with a line, and the others are made", async () => {
    const out = path.join(folder, "faults");
    const bad = faults.map(([name, cell]) => notebook(name, cell));
    const open = leftOpen.map(([name, cell]) => notebook(name, cell));
    const good = notebook("good", "const two = one + 1;");
    const args = ["--timeout", "1", "--workers", "2", "--format", "html", "--out", out];
    const child = ninefold.start("report", ...bad, ...open, good, ...args);
    const { code, stderr } = await outcomeOf(child);
    expect(code).toBe(1);
    const lines = stderr.replaceAll(`${folder}/`, "").trimEnd().split("\n");
    for (const [i, [name, , line]] of faults.entries()) expect(lines[i], name).toMatch(line);
    expect(lines).toHaveLength(faults.length);
    const made = fs.readdirSync(out).filter((name) => name.endsWith(".html"));
    expect(made.sort()).toEqual([...leftOpen.map(([name]) => `${name}.html`), "good.html"].sort());
  }, 300_000);

  it("may be to need too much memory", async () => {
    const greedy = notebook(
      "greedy",
      "const all = []; for (;;) all.push(new Array(1e5).fill(all.length));",
    );
    const out = path.join(folder, "greedy");
    const args = ["--timeout", "90", "--workers", "1", "--format", "html", "--out", out];
    const good = notebook("good", "const two = one + 1;");
    const { code, stderr } = await ninefold.run("report", greedy, good, ...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^[^\n]*greedy\.html:6:\d+: cell all: the process was aborted, as when a cell needs more memory than 1024 MB\n$/,
    );
    expect(fs.existsSync(path.join(out, "good.html"))).toBe(true);
  }, 300_000);

  // The loop begins while its own report is set, after that or within another notebook.
  it.each([10, 60, 400])(
    "is not passed on: what a cell leaves running for %i ms does not run beside another notebook",
    async (delay) => {
      const out = path.join(folder, `left-${delay}`);
      const leaves = notebook(
        "leaves",
        `globalThis.setTimeout(() => { globalThis.leftover = true; for (;;); }, ${delay}); ""`,
      );
      const after = notebook("after", "await new Promise((r) => setTimeout(r, 300));");
      const args = ["--workers", "1", "--timeout", "2", "--out", out];
      const { stderr } = await ninefold.run("report", leaves, after, ...args);
      expect(stderr).not.toContain("after.html");
      expect(fs.existsSync(path.join(out, "after.pdf"))).toBe(true);
    },
  );

  it("is told of a council by its name", async () => {
    const file = notebook("each", 'if (params.council === "E06000001") { await null; for (;;); }');
    const out = path.join(folder, "each");
    const asked = ["--council", "Hartlepool", "--council", "Barnet", "--timeout", "1"];
    const { code, stderr } = await ninefold.run("report", file, ...asked, "--out", out);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Hartlepool: [^\n]*each\.html:6:\d+: cell 2: ran for more than 3 s without a pause[^\n]*\n$/,
    );
    expect(fs.existsSync(path.join(out, "each", "barnet.html"))).toBe(true);
  });
});

describe("a site", () => {
  it("is made of the other notebooks, and says which one is left out", async () => {
    const out = path.join(folder, "site");
    const bad = [
      notebook("exits-site", "globalThis.process.exit(0)"),
      notebook("loops-site", "await null; for (;;);"),
    ];
    const good = notebook("good", "setInterval(() => {}, 100);");
    const args = ["--timeout", "1", "--out", out];
    const { code, stderr, stdout } = await ninefold.run("site", ...bad, good, ...args);
    expect(code).toBe(1);
    const lines = stderr.replaceAll(`${folder}/`, "").trimEnd().split("\n");
    expect(lines).toEqual([
      expect.stringMatching(/^exits-site\.html:6:\d+: cell 2: process\.exit: /),
      expect.stringMatching(
        /^loops-site\.html:6:\d+: cell 2: ran for more than 3 s without a pause/,
      ),
      "left out of the site: exits-site, loops-site",
    ]);
    expect(stdout).toBe(`${path.join(out, "index.html")}\n`);
    const pages = fs.readdirSync(path.join(out, "live"));
    expect(pages).toEqual(["good.html"]);
    const index = fs.readFileSync(path.join(out, "index.html"), "utf8");
    expect(index).toContain("live/good.html");
    expect(index).not.toContain("exits-site");
  });
});

describe.skipIf(!isLinux)("no process is left", () => {
  const markOf = (name: string) => path.join(folder, `${name}-began`);
  /** A notebook that leaves a mark where it begins, and then does what is given. */
  const marking = (name: string, cell: string) =>
    notebook(
      name,
      `globalThis.process.getBuiltinModule("fs").writeFileSync(${JSON.stringify(markOf(name))}, ""); ${cell}`,
    );
  const begins = (name: string) =>
    vi.waitUntil(() => fs.existsSync(markOf(name)), { timeout: 60_000, interval: 20 });

  it("when Ctrl-C is pressed, which works at once", async () => {
    const file = marking("interrupted", "await null; for (;;);");
    const child = ninefold.start("report", file, "--out", path.join(folder, "stopped"));
    const outcome = outcomeOf(child);
    await begins("interrupted");
    const [maker] = childrenOf(child.pid);
    child.kill("SIGINT");
    const { code, stderr } = await outcome;
    expect(code).toBe(130);
    expect(stderr).toBe("stopped: 0 of 1 report made: run it again to make the rest\n");
    expect(isRunning(maker)).toBe(false);
  });

  it("when the command itself is killed", async () => {
    const file = marking("killed", "await null; for (;;);");
    const child = ninefold.start("report", file, "--out", path.join(folder, "killed"));
    await begins("killed");
    const [maker] = childrenOf(child.pid);
    expect(isRunning(maker)).toBe(true);
    child.kill("SIGKILL");
    await vi.waitUntil(() => !isRunning(maker), { timeout: 20_000, interval: 50 });
  });

  it("when one is stopped by something else, which its notebook is charged with", async () => {
    const file = marking("stopped", "await new Promise(() => {});");
    const out = path.join(folder, "paused");
    const child = ninefold.start("report", file, "--timeout", "3", "--out", out);
    const outcome = outcomeOf(child);
    await begins("stopped");
    const [maker] = childrenOf(child.pid);
    process.kill(maker, "SIGSTOP");
    const { code, stderr } = await outcome;
    expect(code).toBe(1);
    // Cell 2 waits by then, and the notebook's next cell may be at work already.
    expect(stderr).toMatch(
      /stopped\.html:(6:\d+: cell 2|9:\d+: cell 3): ran for more than 5 s without a pause/,
    );
    expect(isRunning(maker)).toBe(false);
  });
});
