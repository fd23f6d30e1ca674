import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { toVintage } from "../src/councils/claims/toVintage.js";
import { readDataset } from "../src/councils/data/readDataset.js";
import { vintageText } from "../src/councils/data/vintage.js";
import { repositoryData } from "../src/datapackage/descriptor.js";

// Keeps what the data say as of their day, in data/vintages: npx tsx scripts/keepVintage.ts
// With a folder, what the data in it say.
const [dir] = process.argv.slice(2);
const vintage = toVintage(readDataset({ dir }));
const folder = path.join(repositoryData, "vintages");
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, `${vintage.vintage}.json`), vintageText(vintage));
