import type { TableOptions } from "../../councils/tables/tableOptions.js";
import { toTable, type Table } from "../../engine/report/block.js";
import { number } from "../../engine/report/format.js";
import type { Scheme } from "../../ratings/scheme.js";
import type { BehindRating, StepsAway } from "../analysis/behindRating.js";

const many = 3;

/** How many steps of one level on one part services are from another rating, under the rule. */
export function stepsTable(
  scheme: Scheme,
  { n, byRule, ratings }: BehindRating,
  { source, scope, id = "service-steps" }: TableOptions & { readonly scope: string },
): Table {
  const cells = (away: readonly StepsAway[], way: string) => {
    const of = (is: (fewest: number) => boolean) =>
      away.reduce((sum, { steps, n: some }) => sum + (steps !== null && is(steps) ? some : 0), 0);
    return {
      [`${way}1`]: of((fewest) => fewest === 1),
      [`${way}2`]: of((fewest) => fewest === 2),
      [`${way}3`]: of((fewest) => fewest >= many),
    };
  };
  const columns = (way: string, words: string) =>
    ["One", "Two", "Three or more"].map((label, i) => ({
      key: `${way}${i + 1}`,
      label: `${label} ${words}`,
      format: number,
    }));
  return toTable({
    id,
    caption: "Steps from another rating under the published rule",
    scope: `${scope}. A step is one part going up, or down, by one level. The highest and the lowest rating have no next one. Services whose rating the rule does not give are left out.`,
    source,
    n: byRule ?? n,
    unit: "service",
    data: {
      columns: [
        { key: "rating", label: "Rating" },
        { key: "n", label: "Services", format: number },
        ...columns("up", "up"),
        ...columns("down", "down"),
      ],
      rows: [...ratings].reverse().map((one) => ({
        rating: scheme.levels[one.rank].name,
        n: one.stepsUp.reduce((sum, { n: some }) => sum + some, 0),
        ...cells(one.stepsUp, "up"),
        ...cells(one.stepsDown, "down"),
      })),
    },
  });
}
