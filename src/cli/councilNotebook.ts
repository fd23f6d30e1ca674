import { realpathSync } from "node:fs";
import path from "node:path";
import { ExpectedError } from "../errors.js";
import { compileNotebook } from "../engine/notebook/compileNotebook.js";
import { importNotebookKit } from "../engine/notebook/notebookKit.js";
import { readNotebook } from "../engine/notebook/readNotebook.js";
import type { ParamValues } from "../engine/notebook/params.js";
import { readsParam } from "../engine/notebook/readsParam.js";
import { checkReportName } from "../engine/report/reportName.js";
import { packageSeries } from "./councils.js";
import { nameSuffix } from "./paramNames.js";
import { packageNotebooks } from "./packageNotebooks.js";

/** A notebook that is run for each of some councils. */
export interface CouncilNotebook {
  readonly file: string;
  /** The folder of its reports. */
  readonly series: string;
  /** The notebook's title; null for the package's, whose page of councils has one of its own. */
  readonly title: string | null;
}

/** Whether a notebook is the package's own on councils, by whichever path. */
function isPackages(file: string): boolean {
  const own = packageNotebooks().get("council");
  return own !== undefined && realpathSync(own) === realpathSync(file);
}

/**
 * The notebook that reports on councils are made from. A folder is named for the notebook, so that
 * no two notebooks write one another's files. Throws an ExpectedError, one line, for a notebook that
 * does not read which council is meant: it would say the same under the name of each. `option`
 * asked for councils, and `suffix` names what the reports have in common beside the notebook.
 */
export async function councilNotebook(
  file: string,
  option: string,
  { own = {}, suffix = "" }: { readonly own?: ParamValues; readonly suffix?: string } = {},
): Promise<CouncilNotebook> {
  const notebook = readNotebook(file, await importNotebookKit());
  const { compiled, errors } = await compileNotebook(notebook);
  // What a cell reads that does not parse is not known. The run says what is wrong with it.
  if (errors.length === 0 && !readsParam(compiled, "council"))
    throw new ExpectedError(
      `${file}: does not read params.council, so it would say the same of every council: leave out ${option}, or use the notebook council`,
      2,
    );
  if (isPackages(file)) return { file, series: packageSeries + suffix, title: null };
  const name = path.parse(file).name + nameSuffix(own) + suffix;
  checkReportName(name);
  if (name === packageSeries + suffix)
    throw new ExpectedError(
      `${file}: its reports would lie among those of the notebook council: give it another name`,
      2,
    );
  return { file, series: name, title: notebook.title };
}
