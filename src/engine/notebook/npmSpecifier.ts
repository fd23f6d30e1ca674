/** A package as a notebook names it, with the versions that it expects. */
export interface NpmSpecifier {
  readonly name: string;
  /** The versions, as "^3.1"; empty for any. */
  readonly range: string;
  /** What an installed package is imported by. */
  readonly specifier: string;
}

/** The package in whose place this one's own `Inputs` are. */
export const inputsPackage = "@observablehq/inputs";

/** `@scope/name` of `@scope/name/file.js`. */
export function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Addresses of hosts that serve packages by their names. */
const hosts =
  /^https:\/\/(?:cdn\.jsdelivr\.net\/npm|esm\.run|esm\.sh|unpkg\.com|cdn\.skypack\.dev)\/(?!gh\/)/i;

/**
 * Reads `npm:@scope/name@range/file`, or the address of the same at a host that serves packages;
 * null for anything else.
 */
export function npmSpecifier(text: string): NpmSpecifier | null {
  const asked = text.replace(hosts, "npm:").replace(/^(npm:[^?#]*)[?#].*$/, "$1");
  const match = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(\/.*)?$/.exec(asked);
  if (match === null) return null;
  const [, name, range = "", file = ""] = match;
  const inner = file.replace(/\/?\+esm$/, "").replace(/\/$/, "");
  return { name, range: range === "latest" ? "" : range, specifier: name + inner };
}
