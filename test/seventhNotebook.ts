import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export interface SeventhNotebook {
  /** Where it was written. */
  readonly file: string;
  /** The commands that the README then gives for it, as arguments of `ninefold`. */
  readonly commands: readonly (readonly string[])[];
}

/** Does what the README tells a reader who wants a notebook of their own, in a folder. */
export function writeSeventhNotebook(folder: string): SeventhNotebook {
  const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
  const [, section] = /^## Write a seventh notebook.*?\n(.*?)^## /ms.exec(readme)!;
  const [, name] = /Save this as `([^`]+)`/.exec(section)!;
  const [, code] = /^ {3}```html\n(.*?)^ {3}```/ms.exec(section)!;
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, code.replace(/^ {3}/gm, ""));
  const commands = [...section.matchAll(/`npx ninefold ([^`]+)`/g)].map(([, words]) =>
    words.split(" ").map((word) => (word === name ? file : word)),
  );
  return { file, commands };
}
