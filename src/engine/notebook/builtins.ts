import { LeftOut } from "../../errors.js";
import { moment } from "./moment.js";
import { fileAttachmentFor } from "./fileAttachment.js";
import { reasons } from "./leftOutReasons.js";
import { md } from "./md.js";
import { Mutable } from "./mutable.js";
import { databaseClients, type Ask } from "./sql/databaseClient.js";
import { duckDbClients } from "./sql/duckDbClient.js";
import type { ObservedGenerators } from "./notebookKit.js";
import type { Given } from "./project.js";

/** The width that a live notebook would measure, in pixels. */
const width = 640;

const node = "a browser does not have it";

/** What needs Node or a reader, and what to do. */
const refused: Readonly<Record<string, string>> = {
  ...names("process Buffer global setImmediate clearImmediate", node),
  duckdb: "it runs in a browser: write an SQL cell, or const db = DuckDBClient.of({rows})",
  require: 'import the package in a cell of JavaScript: import * as d3 from "d3"',
  dark: "a report does not depend on the reader's screen",
};

const network =
  "it would be loaded from the network: save it beside the notebook, and read it with FileAttachment";
const page = "it measures in a browser, which a report has not: draw it as SVG, as Plot and d3 do";

/** What Observable's own pages have, and neither a report nor a page of this package. */
const observables: Readonly<Record<string, string>> = {
  ...names("aapl alphabet cars citywages diamonds flare industries miserables olympians", network),
  ...names("penguins pizza weather", network),
  ...names("L mapboxgl mermaid echarts ReactDOM", page),
  Interpreter: "a report runs no other language: run it before, and attach the file that it writes",
};

const browser = "only a browser has it, and a report is made without one";

/** What only a browser has. */
const inBrowsers: Readonly<Record<string, string>> = {
  ...names(
    "AudioContext webkitAudioContext Audio WebSocket Worker SharedWorker EventSource",
    browser,
  ),
  ...names("localStorage sessionStorage indexedDB ResizeObserver IntersectionObserver", browser),
  ...names("getComputedStyle matchMedia Path2D Image ImageData XMLSerializer FileReader", browser),
  ...names("HTMLVideoElement OffscreenCanvas createImageBitmap WebGLRenderingContext", browser),
  ...names("GPUBufferUsage GPUTextureUsage GPUShaderStage GPUMapMode GPUColorWrite", browser),
  ...names("alert confirm prompt", "a report has no reader to ask: use Inputs"),
};

function names(list: string, reason: string): Record<string, string> {
  return Object.fromEntries(list.split(" ").map((name) => [name, reason]));
}

const unavailable = (name: string, why: string) => `${name} is not available: ${why}`;

/** Why a name is left out of reports and of pages, or undefined where it is not. */
export function whyInNeither(name: string): LeftOut | undefined {
  if (!Object.hasOwn(observables, name)) return undefined;
  const why = observables[name];
  const because =
    why === network ? reasons.host : why === page ? reasons.browser(name) : reasons.language;
  return new LeftOut(unavailable(name, why), because);
}

/** Why a name that a live notebook or Node knows is not here, or undefined where it is not one. */
export function whyRefused(name: string): Error | undefined {
  if (Object.hasOwn(inBrowsers, name))
    return new LeftOut(unavailable(name, inBrowsers[name]), reasons.browser(name));
  if (Object.hasOwn(refused, name)) return new Error(unavailable(name, refused[name]));
  return whyInNeither(name);
}

/**
 * A control's value. Headless it is the default, once: nobody operates it. What reads one without a
 * default waits for a reader, as in a page.
 */
export function* input<T>(control: { readonly value: T }): Generator<T, void> {
  const { value } = control;
  if (value === undefined)
    throw new LeftOut(
      "the control has no value until a reader operates it: give it one, as its property value",
      reasons.reader,
    );
  yield value;
}

export interface BuiltinOptions {
  /** What the project gives. */
  readonly values: Given["values"];
  /** Resolves when the run is over. */
  readonly invalidation: Promise<void>;
  /** Observable's generators besides `input`. */
  readonly generators: Partial<ObservedGenerators>;
  /** Asks a query in SQL. */
  readonly ask: Ask;
  /** Called when a cell is about to read files. */
  readonly onFile: () => void;
}

/** What every cell can read without an import, by name; made when first read. */
export function builtinsFor(
  file: string,
  { values, invalidation, generators, ask, onFile }: BuiltinOptions,
): Readonly<Record<string, () => unknown>> {
  return {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])),
    width: () => width,
    md: () => md,
    FileAttachment: () => {
      onFile();
      return fileAttachmentFor(file);
    },
    Generators: () => ({ input, ...generators }),
    DatabaseClient: () => databaseClients(ask),
    DuckDBClient: () => duckDbClients(ask),
    // What an SQL cell asks that names no database.
    db: () => databaseClients(ask)("duckdb"),
    now: moment,
    Mutable: () => Mutable,
    invalidation: () => invalidation,
    visibility: () => (value: unknown) => Promise.resolve(value),
  };
}

/** The names of what every cell can read, but for the project's data. */
export const builtinNames: ReadonlySet<string> = new Set([
  ...["display", "view", "params"],
  ...Object.keys(
    builtinsFor("", {
      values: {},
      invalidation: Promise.resolve(),
      generators: {},
      ask: () => ({ rows: [], dates: [] }),
      onFile: () => {},
    }),
  ),
]);
