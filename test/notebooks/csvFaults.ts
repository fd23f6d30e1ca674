import type { Dataset } from "../../src/councils/data/dataset.js";
import type { Report } from "../../src/engine/report/block.js";
import { inFile } from "../../src/engine/report/cell.js";

const number = String.raw`[−-]?\d[\d,.]*`;
/** Texts that hold a number with more beside it: "52% to 80%", "18.6 ± 0.4", "p = 0.38", "3 of 9". */
const several = new RegExp(
  `^(p )?[<=>]|^(p under )?${number}%?( ?±| to ${number}| \\(${number}| of ${number}$|%?$)`,
);
/** What sources dispute is two values in a cell. */
const disputed = /^\d+ or \d+$/;

/** Whether a text is a list of several names and nothing else. */
function isList(text: string, names: readonly string[]): boolean {
  let [rest, found] = [text, 0];
  for (const name of names)
    if (rest.includes(name)) [rest, found] = [rest.replace(name, ""), found + 1];
  return found > 1 && /^( and |[, ])+$/.test(rest);
}

/** Cells of a report's files that a person cannot count with, a line each. */
export function csvFaults(report: Report, { councils, scheme }: Dataset): string[] {
  const names = [councils.map(({ name }) => name), scheme.parts.map(({ short }) => short)].map(
    (all) => [...all].sort((a, b) => b.length - a.length),
  );
  const blocks = report.blocks.filter((block) => block.kind === "figure" || block.kind === "table");
  return blocks.flatMap(({ id, data }) => {
    const { columns, rows } = inFile(data);
    return columns.flatMap(({ key, label }) => {
      const values = rows.map((row) => row[key] ?? null);
      const numbers = values.filter((value) => typeof value === "number");
      const texts = values.filter((value) => typeof value === "string");
      // "95% interval" is a level and no unit.
      const isPercent = /(?<!\d)%|per cent/.test(label);
      const areShares = numbers.every((value) => value >= 0 && value <= 1);
      const isShare = areShares && numbers.some((value) => value > 0 && value < 1);
      const wrong = texts.filter(
        (text) =>
          (several.test(text) && !disputed.test(text) && !/^\d{4}-\d\d/.test(text)) ||
          names.some((all) => !all.includes(text) && isList(text, all)),
      );
      const where = `${id}.csv, ${label}`;
      return [
        ...(isPercent && isShare ? [`${where}: shares from 0 to 1 below "%"`] : []),
        ...wrong.map((text) => `${where}: more than a value: ${text.slice(0, 60)}`),
      ];
    });
  });
}
