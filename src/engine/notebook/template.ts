import { existsSync } from "node:fs";
import path from "node:path";
import { readFileUpTo } from "../../disk/readUpTo.js";
import { LeftOut } from "../../errors.js";
import { projectFolder } from "./projectFolder.js";
import { reasons } from "./leftOutReasons.js";

const maxBytes = 5_000_000;

/** The text of a file of a sensible size; empty for any other. */
function textOf(file: string): string {
  if (!existsSync(file)) return "";
  try {
    const read = readFileUpTo(file, maxBytes);
    return "problem" in read ? "" : Buffer.from(read.bytes).toString("utf8");
  } catch {
    return ""; // What cannot be read defines nothing: the name is then one that nobody defines.
  }
}

/** What follows an option in the words of a command. */
const optionOf = (words: readonly string[], name: string) =>
  words.flatMap((word, i) =>
    word === name ? (words[i + 1] ?? []) : word.startsWith(`${name}=`) ? word.split("=")[1] : [],
  )[0];

interface Template {
  readonly file: string;
  /** Where addresses in it that begin with a slash start from. */
  readonly root: string;
}

/** The templates that a project's scripts give Notebook Kit for their pages. */
function templatesOf(folder: string): Template[] {
  let scripts: unknown;
  try {
    ({ scripts } = JSON.parse(textOf(path.join(folder, "package.json"))) as { scripts?: unknown });
  } catch {
    return []; // npm says what is wrong with it.
  }
  const commands = Object.values(Object(scripts) as object).filter(
    (value): value is string => typeof value === "string",
  );
  return commands.flatMap((command) => {
    if (!/\bnotebooks\s+(?:build|preview)\b/.test(command)) return [];
    const words = command.split(/\s+/).map((word) => word.replace(/^["']|["']$/g, ""));
    const [file, root = "."] = [optionOf(words, "--template"), optionOf(words, "--root")];
    if (file === undefined) return [];
    return [{ file: path.resolve(folder, file), root: path.resolve(folder, root) }];
  });
}

const script = /<script\b([^>]*)>([\s\S]*?)<\/script\b[^>]*>/gi;

/** What the scripts of a template say, those that it names as files among them. */
function scriptsOf({ file, root }: Template): string[] {
  return Array.from(textOf(file).matchAll(script), ([, attributes, own]) => {
    const source = /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1];
    if (source === undefined) return own;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(source)) return "";
    return textOf(
      source.startsWith("/") ? path.join(root, source) : path.resolve(path.dirname(file), source),
    );
  });
}

/** Whether a script gives the pages that it runs in a name of its own. */
function defines(text: string, name: string): boolean {
  const written = name.replaceAll("$", "\\$");
  return new RegExp(
    `\\b(?:window|globalThis|self|global)\\)?\\.${written}\\s*=(?!=)|^(?:var|function)\\s+${written}\\b`,
    "m",
  ).test(text);
}

/**
 * For the notebook at a path: why a name that no cell defines is left out, where the template does
 * so that its project's own scripts give Observable's Notebook Kit. What a template's scripts do to a
 * page neither a report nor a page of this package has. Null for any other name.
 */
export function templateNames(file: string): (name: string) => LeftOut | null {
  let found: { readonly template: string; readonly scripts: readonly string[] }[] | undefined;
  return (name) => {
    const folder = projectFolder(file);
    found ??= (folder === null ? [] : templatesOf(folder)).map((template) => ({
      template: path.relative(path.dirname(path.resolve(file)), template.file),
      scripts: scriptsOf(template),
    }));
    const by = found.find(({ scripts }) => scripts.some((text) => defines(text, name)));
    if (by === undefined) return null;
    return new LeftOut(
      `${name} is defined by no cell, but by the template ${by.template}, which a report has not: import it in a cell, as in import ${name} from "./${name}.js" or "npm:PACKAGE"`,
      reasons.template,
    );
  };
}
