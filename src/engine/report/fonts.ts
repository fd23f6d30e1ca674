import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { packageFolder } from "../../packageFolder.js";
import { coverageOf } from "./coverage.js";
import type { Covers } from "./typstText.js";

/** The fonts that come with the package: no other is ever used, so that bytes repeat anywhere. */
export interface Fonts {
  readonly files: readonly Buffer[];
  /** Whether each face of the text has a glyph for a code point; code has these to fall back on. */
  readonly covers: Covers;
}

async function read(): Promise<Fonts> {
  const folder = path.join(packageFolder, "fonts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ttf")).sort();
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  const coverage = files.filter((_, i) => !names[i].startsWith("SourceCode")).map(coverageOf);
  return { files, covers: (codePoint) => coverage.every((set) => set.has(codePoint)) };
}

let fonts: Promise<Fonts> | undefined;

/** Reads the fonts when they are first asked for. */
export const readFonts = (): Promise<Fonts> => (fonts ??= read());
