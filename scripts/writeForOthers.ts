/**
 * Writes beside the compiled sources what others read: the data as JSON, for pages that other tools
 * build, and what a notebook's cells are given, as types for editors.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { readDataset } from "../src/councils/data/readDataset.js";
import { writeDataset } from "../src/councils/data/writtenDataset.js";
import { editorGlobals } from "../src/engine/notebook/cellGlobals.js";
import { project } from "../src/project.js";

const [out] = process.argv.slice(2);
writeFileSync(path.join(out, "dataset.json"), writeDataset(readDataset()));
writeFileSync(path.join(out, "globals.d.ts"), editorGlobals(project.globals));
