import type { Dataset } from "../../../councils/data/dataset.js";
import type { Prose } from "../../report/block.js";
import type { Format, Output } from "../../report/render.js";
import type { Params } from "../builtins.js";

/** A report to be made: a notebook and what it is run with. */
export interface Job {
  /** The notebook. */
  readonly file: string;
  /** Names the report's files. */
  readonly name: string;
  /** The folder of reports that it is one of, as in `renderReport`. */
  readonly series?: string;
  readonly params: Params;
  /** What its problems begin with, where the notebook is run with several parameters. */
  readonly label?: string;
}

/** What the reports of a run have in common. */
export interface MakeOptions {
  readonly dataset: Dataset;
  readonly formats: readonly Format[];
  readonly footer: Prose;
}

/** A report's files, or why it could not be made, a line each. */
export type Made =
  | {
      readonly outputs: readonly Output[];
      /** It depends on nothing but the notebook, the data, the parameters and Ninefold. */
      readonly repeatable: boolean;
    }
  | { readonly problems: readonly string[] };

/** As manifests name a report. */
export const reportOf = ({ name, series }: Job): string =>
  series === undefined ? name : `${series}/${name}`;
