import path from "node:path";
import { toVintage } from "../src/councils/claims/toVintage.js";
import { readDataset } from "../src/councils/data/readDataset.js";
import { vintageText } from "../src/councils/data/vintage.js";
import { repositoryData } from "../src/datapackage/descriptor.js";
import { makeFolder } from "../src/disk/makeFolder.js";
import { putFile } from "../src/disk/putFile.js";

// Keeps what the data say as of their day, in data/vintages: npx tsx scripts/keepVintage.ts
// With a folder, what the data in it say; with another, kept there.
const [dir, folder = path.join(repositoryData, "vintages")] = process.argv.slice(2);
const vintage = toVintage(readDataset({ dir }));
makeFolder(folder);
putFile(path.join(folder, `${vintage.vintage}.json`), vintageText(vintage));
