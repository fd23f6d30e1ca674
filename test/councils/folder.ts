import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Runs a test on a folder that holds these files, and removes it. */
export function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (dir: string) => void,
): void {
  const dir = mkdtempSync(path.join(tmpdir(), "ninefold-data-"));
  try {
    for (const [name, content] of Object.entries(files))
      writeFileSync(path.join(dir, name), content);
    test(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
