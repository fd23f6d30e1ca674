import type { Prose } from "../../report/block.js";
import type { Link, LinkList } from "../../report/html.js";
import type { Format, Output, Series } from "../../report/render.js";
import type { CardPicture, SiteFrame } from "../../report/siteFrame.js";
import type { ParamValues } from "../params.js";
import type { Project } from "../project.js";

/** A report to be made: a notebook and what it is run with. */
export interface Job {
  /** The notebook. */
  readonly file: string;
  /** Names the report's files. */
  readonly name: string;
  /** The reports that it is one of, as in `renderReport`. */
  readonly series?: Series;
  /** What the notebook is asked for. */
  readonly params: unknown;
  /** Values of the notebook's own parameters, where they are not the defaults. */
  readonly own?: ParamValues;
  /** Pages to go on to from its end, such as other reports of the run. */
  readonly others?: readonly LinkList[];
  /** Pages beside it, as links below its title. */
  readonly beside?: readonly Link[];
  /** Makes one PDF of runs of the notebook with each of these parameters, and nothing else. */
  readonly joins?: { readonly title: string; readonly params: readonly unknown[] };
  /** What its problems begin with, where the notebook is run with several parameters. */
  readonly label?: string;
}

/** What the reports of a run have in common. */
export interface MakeOptions {
  readonly project: Project;
  /** What the project's notebooks are about; other processes get it as JSON. */
  readonly data: unknown;
  /** The date in PDFs' metadata, `YYYY-MM-DD`. */
  readonly date: string;
  /** What names the data, such as the hashes of its files: it changes whenever they do. */
  readonly dataKey: unknown;
  readonly formats: readonly Format[];
  readonly footer: Prose;
  /** The footer of a report that is made from none of the data. */
  readonly otherFooter?: Prose;
  /** The site that the reports' pages are of. */
  readonly frame?: SiteFrame;
  /** How long no cell of a notebook may settle, in milliseconds; `defaultTimeout` where left out. */
  readonly timeout?: number;
  /** Below what a pinned cell shows stands its source. */
  readonly showsSource?: boolean;
}

/** A report's files, or why it could not be made, a line each. */
export type Made =
  | {
      readonly outputs: readonly Output[];
      /** It depends on nothing but the notebook, the data, the parameters and this package. */
      readonly repeatable: boolean;
      /** What an author should know, though the report was made, a line each. */
      readonly warnings: readonly string[];
      /** The report's title and what it finds or is for in a sentence, for what lists it. */
      readonly title: string;
      readonly sentence: string;
      /** What is shown of it where its address is shared. */
      readonly picture?: CardPicture;
    }
  | { readonly problems: readonly string[] };

/** As manifests name a report. */
export const reportOf = ({ name, series }: Job): string =>
  series === undefined ? name : `${series.folder}/${name}`;
