import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../src/packageFolder.js";

/** The files that the tarball would hold, as npm lists them; nothing is built nor written. */
export function packedFiles(): string[] {
  // npm is a script on Windows, which needs a shell.
  const { status, stdout, stderr } = spawnSync(
    "npm pack --dry-run --json --ignore-scripts --loglevel=error",
    { cwd: packageFolder, encoding: "utf8", shell: true },
  );
  if (status !== 0) throw new Error(`npm pack: ${stderr.trim()}`);
  const [packed] = JSON.parse(stdout) as { files: { path: string }[] }[];
  return packed.files.map((file) => file.path);
}

/** What documents link to in this repository: the document, and the file or folder. */
export function linkedFiles(
  files: readonly string[],
): readonly { readonly file: string; readonly target: string }[] {
  return files
    .filter((file) => file.endsWith(".md") && file !== "CHANGELOG.md")
    .flatMap((file) => {
      const text = readFileSync(path.join(packageFolder, file), "utf8");
      const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)|(?:src|href)="([^"#]+)"/g)];
      return links
        .map(([, link, address]) => link ?? address)
        .filter((link) => !/^[a-z]+:/i.test(link))
        .map((link) => ({ file, target: path.posix.join(path.posix.dirname(file), link) }));
    });
}
