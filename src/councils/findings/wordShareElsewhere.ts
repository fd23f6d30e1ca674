import { list, number, percent } from "../../engine/report/format.js";
import { usualOf, type SchemeMeasures, type Schemes } from "../analysis/schemes.js";
import { nothing, type Finding } from "./finding.js";

/** The tables of a scheme whose bodies have a word. */
export const withWord = ({ schemes }: Schemes): readonly SchemeMeasures[] =>
  Object.values(schemes).filter(({ wordShare }) => wordShare !== null);

/** What a table's bodies are called, at the head of a row. */
export const tableName = ({ label }: Pick<SchemeMeasures, "label">) =>
  label.charAt(0).toUpperCase() + label.slice(1);

/** How much of the variation in parts one word tells in each scheme, beside one quality plus chance. */
export function wordShareElsewhere(result: Schemes): Finding {
  const rated = withWord(result);
  if (rated.length < 2)
    return nothing("No two schemes with a rating are known here", "what a rating tells elsewhere");
  const shares = rated.map(({ wordShare }) => wordShare!);
  const apart = rated.filter((one) => {
    const range = usualOf(one, "wordShare");
    return range !== null && (one.wordShare! < range[1] || one.wordShare! > range[2]);
  });
  return {
    headline: `One rating tells ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} of what its parts say`,
    detail:
      apart.length === 0
        ? "In every scheme that is about what one quality plus chance would give. Fewer parts, and bodies that are further apart, raise the share by themselves."
        : `One quality plus chance would give about as much, but for ${list(apart.map(({ label }) => label))}. Fewer parts, and bodies that are further apart, raise the share by themselves.`,
    tile: {
      number: percent(shares[0]),
      words: "of the variation told by a council's rating",
    },
    note: `The share is the sum of squares between ratings over the total sum of squares of the grades. One quality plus chance is a random-intercept cumulative logit model fitted to the grades: ${number(result.replicates)} sets drawn from it, each rating by the scheme's rule or, for a judgement, by the ratings observed at that total.`,
  };
}
