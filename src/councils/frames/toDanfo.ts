import type { Assessment } from "../data/dataset.js";
import type { Scheme } from "../../ratings/scheme.js";
import { toColumns } from "./toColumns.js";

/** What Ninefold uses of danfo.js, so that it need not be installed. */
export interface DanfoLike<Frame> {
  readonly DataFrame: new (
    rows: (string | number | null)[][],
    options: { columns: string[]; dtypes: string[] },
  ) => Frame;
}

/**
 * Assessments as a danfo.js data frame, one row each, in the order given; columns as in `Columns`.
 *
 *     import * as dfd from "danfojs-node";
 *     const { assessments, scheme } = select(dataset, "sum");
 *     const frame = toDanfo(dfd, assessments, scheme);
 *
 * An unknown number is `NaN`, danfo's own mark of a missing value, in a `float32` column (an
 * `int32` tensor would turn it into 0). A series leaves it out of its count, sum, mean, median,
 * deviation, minimum, maximum and `describe`, and compares it as false. What danfo gets wrong in a
 * column that has one, without a word:
 *
 * - `sortValues` and `argSort`, of a frame or a series, leave known numbers out of order too;
 * - `cumSum` is `NaN` from it on, and a whole frame's `describe` is `NaN`;
 * - statistics of groups are `NaN`, a group's minimum may be wrong, and its `count` counts rows;
 * - `merge` on the column takes one unknown number for another;
 * - `ne` is true of it; `unique`, `nUnique`, `valueCounts` and `dropDuplicates` count it as a value.
 *
 * So first keep the rows where the number is known, `frame.query(frame.column("sum").ge(1))`, or
 * select assessments that have what you need.
 *
 * @param dfd the danfojs-node (or danfojs) module, which stays the caller's dependency
 * @param scheme the scheme of the assessments, as `select` gives it
 */
export function toDanfo<Frame>(
  dfd: DanfoLike<Frame>,
  assessments: readonly Assessment[],
  scheme: Scheme,
): Frame {
  const { texts, numbers } = toColumns(assessments, scheme);
  const columns = [...Object.values(texts), ...Object.values(numbers)];
  return new dfd.DataFrame(
    assessments.map((_, row) => columns.map((column) => column[row]!)),
    {
      columns: [...Object.keys(texts), ...Object.keys(numbers)],
      dtypes: [
        ...Object.keys(texts).map(() => "string"),
        ...Object.keys(numbers).map(() => "float32"),
      ],
    },
  );
}
