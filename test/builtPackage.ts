import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const repository = fileURLToPath(new URL("../", import.meta.url));

export interface BuiltPackage {
  /** The command's file. */
  readonly bin: string;
  /** Runs `ninefold` as a process of its own, from the top of the repository. */
  readonly start: (...args: string[]) => ChildProcess;
  readonly run: (
    ...args: string[]
  ) => Promise<{ code: number | null; stdout: string; stderr: string }>;
  readonly remove: () => void;
}

/** The end of a process and what it wrote. */
export async function outcomeOf(child: ChildProcess) {
  let stdout = "";
  let stderr = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, stdout, stderr };
}

/**
 * The sources as `npm run build:js` compiles them, in a folder of their own with what they need
 * beside them, so that a test runs the command line as it is installed, and another run that
 * builds at the same time is not in its way.
 */
export async function buildPackage(): Promise<BuiltPackage> {
  const root = mkdtempSync(path.join(tmpdir(), "ninefold-built-"));
  const script = path.join(repository, "scripts", "build.js");
  await promisify(execFile)(process.execPath, [script, path.join(root, "dist")]);
  cpSync(path.join(repository, "bin"), path.join(root, "bin"), { recursive: true });
  for (const name of ["package.json", "node_modules", "data", "fonts", "notebooks"])
    symlinkSync(path.join(repository, name), path.join(root, name));
  const bin = path.join(root, "bin", "ninefold.cjs");
  const start = (...args: string[]) =>
    spawn(process.execPath, [bin, ...args], {
      cwd: repository,
      stdio: ["ignore", "pipe", "pipe"],
    });
  return {
    bin,
    start,
    run: (...args) => outcomeOf(start(...args)),
    remove: () => rmSync(root, { recursive: true }),
  };
}
