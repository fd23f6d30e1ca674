/** A name that cells read without an import, and what it stands for. */
export interface Library {
  /** A package that is installed, or the project by its name. */
  readonly specifier: string;
  /** The export that the name stands for; the module as a whole where it is left out. */
  readonly export?: string;
}

const packages: Readonly<Record<string, Library>> = {
  Plot: { specifier: "@observablehq/plot" },
  d3: { specifier: "d3" },
  aq: { specifier: "arquero" },
  topojson: { specifier: "topojson-client" },
  htl: { specifier: "htl" },
  html: { specifier: "htl", export: "html" },
  svg: { specifier: "htl", export: "svg" },
  _: { specifier: "lodash", export: "default" },
  Arrow: { specifier: "apache-arrow" },
  React: { specifier: "react" },
};

/** The package that a name stands for. `Inputs` is an export of the project's own module. */
export function libraryOf(name: string, project: string): Library | undefined {
  if (name === "Inputs") return { specifier: project, export: "Inputs" };
  return Object.hasOwn(packages, name) ? packages[name] : undefined;
}

/** Libraries of this package's own, each a file beside this one that exports `library`. */
export const ownLibraries = ["DOM", "Promises", "tex", "dot", "vl"] as const;
export type OwnLibrary = (typeof ownLibraries)[number];

export function isOwnLibrary(name: string): name is OwnLibrary {
  return (ownLibraries as readonly string[]).includes(name);
}
