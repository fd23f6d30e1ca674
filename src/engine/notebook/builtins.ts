import { fileAttachmentFor } from "./fileAttachment.js";
import { md } from "./md.js";
import { Mutable } from "./mutable.js";
import type { Given } from "./project.js";

/** The width that a live notebook would measure, in pixels. */
const width = 640;

const network = "it would be loaded from the network";
const node = "a browser does not have it";

/** What a live notebook would fetch from elsewhere, or Node has and a browser has not, and why not. */
const refused: Readonly<Record<string, string>> = {
  Plot: `${network}: import * as Plot from "@observablehq/plot"`,
  Inputs: `${network}: import {control} from "ninefold"`,
  aq: `${network}: import * as aq from "arquero"`,
  html: `${network}: import {show} from "ninefold"`,
  svg: `${network}: import {show} from "ninefold"`,
  vl: `${network}: import {compile} from "vega-lite"`,
  ...names("_ Arrow d3 duckdb DuckDBClient dot echarts htl L mapboxgl mermaid React", network),
  ...names("ReactDOM tex topojson DatabaseClient Interpreter", network),
  ...names("process require Buffer global setImmediate clearImmediate", node),
  now: "a report does not depend on the time",
  dark: "a report does not depend on the reader's screen",
};

function names(list: string, reason: string): Record<string, string> {
  return Object.fromEntries(list.split(" ").map((name) => [name, reason]));
}

/** Why a name that a live notebook or Node knows is refused, or undefined where it is not. */
export function whyRefused(name: string): string | undefined {
  return Object.hasOwn(refused, name) ? `${name} is not available: ${refused[name]}` : undefined;
}

/** A control's value. Headless it is the default, once: nobody operates it. */
export function* input<T>(control: { readonly value: T }): Generator<T, void> {
  yield control.value;
}

export interface BuiltinOptions {
  /** What the project gives. */
  readonly values: Given["values"];
  /** Resolves when the run is over. */
  readonly invalidation: Promise<void>;
  /** Called when a cell is about to read files. */
  readonly onFile: () => void;
}

/** What every cell can read without an import, by name; made when first read. */
export function builtinsFor(
  file: string,
  { values, invalidation, onFile }: BuiltinOptions,
): Readonly<Record<string, () => unknown>> {
  return {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])),
    width: () => width,
    md: () => md,
    FileAttachment: () => {
      onFile();
      return fileAttachmentFor(file);
    },
    Generators: () => ({ input }),
    Mutable: () => Mutable,
    invalidation: () => invalidation,
    visibility: () => (value: unknown) => Promise.resolve(value),
  };
}
