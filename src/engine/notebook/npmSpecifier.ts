/** A package as a notebook names it, with the versions that it expects. */
export interface NpmSpecifier {
  readonly name: string;
  /** The versions, as "^3.1"; empty for any. */
  readonly range: string;
  /** What an installed package is imported by. */
  readonly specifier: string;
}

/** Reads `npm:@scope/name@range/file`; null for anything else. */
export function npmSpecifier(text: string): NpmSpecifier | null {
  const match = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(\/.*)?$/.exec(text);
  if (match === null) return null;
  const [, name, range = "", file = ""] = match;
  const inner = file.replace(/\/?\+esm$/, "").replace(/\/$/, "");
  return { name, range: range === "latest" ? "" : range, specifier: name + inner };
}
