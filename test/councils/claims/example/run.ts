import { claimsTable, evaluateClaims } from "ninefold";
import { readDataset } from "ninefold/node";
import { safeguarding } from "./safeguarding.js";

const results = evaluateClaims(readDataset(), { claims: [safeguarding], replicates: 99 });
const table = claimsTable(results, { source: "made up" });
console.log(JSON.stringify({ results, rows: table.data.rows }));
