import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../../../packageFolder.js";
import { reportOf, type Job, type MakeOptions } from "./job.js";

/** The folder of this package's code, `src` or `dist`: that of the file that runs. */
const [codeName] = path.relative(packageFolder, fileURLToPath(import.meta.url)).split(path.sep);
const code = path.join(packageFolder, codeName);

const read = (file: string): Buffer | null => {
  try {
    // Opening a pipe would wait for whoever writes into it.
    return statSync(file).isFile() ? readFileSync(file) : null;
  } catch {
    return null;
  }
};

/** npm's record of what it installed: beside this package's dependencies, or beside this package. */
function installed(): Buffer | null {
  return (
    read(path.join(packageFolder, "node_modules", ".package-lock.json")) ??
    read(path.join(packageFolder, "..", ".package-lock.json"))
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|ts|ttf)$/.test(entry.name))
    .filter(({ name }) => !name.endsWith(".d.ts"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * A hash of what makes reports, whatever they are about: Node, this package's code and fonts, and
 * the versions of everything installed. Null where no record says which versions those are.
 */
function codeHash(): string | null {
  const versions = installed();
  if (versions === null) return null;
  const hash = createHash("sha256");
  hash.update(`${process.version} ${process.platform} ${process.arch}\n`).update(versions);
  for (const file of [
    path.join(packageFolder, "package.json"),
    ...filesIn(code),
    ...filesIn(path.join(packageFolder, "fonts")),
  ])
    hash.update(`\n${path.relative(packageFolder, file)}\n`).update(readFileSync(file));
  return hash.digest("hex");
}

/**
 * Gives a function that hashes all that a report depends on, if its notebook reads nothing else:
 * while the hash stays the same, so does every byte of the report. Null where it cannot be known.
 */
export function inputsHasher({
  dataKey,
  date,
  formats,
  footer,
  otherFooter,
  frame,
  showsSource,
}: MakeOptions): (job: Job) => string | null {
  const made = codeHash();
  if (made === null) return () => null;
  const common = [made, dataKey, date, formats, footer, otherFooter, frame, showsSource];
  const shared = createHash("sha256").update(JSON.stringify(common)).digest("hex");
  const notebooks = new Map<string, Buffer | null>();
  return (job) => {
    if (!notebooks.has(job.file)) notebooks.set(job.file, read(job.file));
    const notebook = notebooks.get(job.file);
    if (!notebook) return null;
    const own = JSON.stringify([
      shared,
      reportOf(job),
      job.params,
      job.own ?? {},
      job.others ?? [],
      job.beside ?? [],
      job.series ?? null,
      job.joins ?? null,
    ]);
    return createHash("sha256").update(`${own}\n`).update(notebook).digest("hex");
  };
}
