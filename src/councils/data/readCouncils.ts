import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDescriptor, repositoryData } from "../../datapackage/descriptor.js";
import { readTable } from "../../datapackage/readTable.js";
import { committedPath } from "../../disk/commitFiles.js";
import { ExpectedError } from "../../errors.js";
import type { Council } from "./dataset.js";
import { toCouncil } from "./readDataset.js";

/** The councils of the repository's data, for whoever needs nothing else of them. */
export function readCouncils(): Council[] {
  const { numberFormats, resources } = readDescriptor();
  const resource = resources.find(({ name }) => name === "councils");
  if (resource?.profile !== "tabular-data-resource")
    throw new Error("the descriptor has no councils");
  const file = committedPath(repositoryData, resource.path);
  const { problems, rows } = readTable(resource, readFileSync(file), numberFormats);
  if (problems.length > 0)
    throw new ExpectedError(`${join("data", resource.path)}: ${problems[0].what}`);
  return rows.map(({ values }) => toCouncil(values));
}
