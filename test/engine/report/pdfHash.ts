import { createHash } from "node:crypto";
import type { Report } from "../../../src/engine/report/block.js";
import { renderPdf } from "../../../src/engine/report/pdf.js";

/** Run on its own: the hash of the PDF of a report given as JSON. */
const report = JSON.parse(process.argv[2]) as Report;
const pdf = await renderPdf(report, { date: "2026-01-01" });
process.stdout.write(createHash("sha256").update(pdf).digest("hex"));
