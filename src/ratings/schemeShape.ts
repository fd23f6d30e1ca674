import * as v from "valibot";

/**
 * The structure of a scheme's file, with what each key means. `parseScheme` validates by it, and the
 * JSON Schema in the data's descriptor is made from it.
 */

const text = v.pipe(v.string(), v.nonEmpty("expected text"));
const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/, "expected lower-case words with hyphens"),
);

function isDay(value: string): boolean {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const day = v.pipe(
  v.string(),
  v.isoDate("expected a day, YYYY-MM-DD"),
  v.check(isDay, "expected a day of the calendar"),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const limit = v.strictObject({
  level: v.pipe(text, v.description("The name of a level.")),
  atLeast: v.optional(v.pipe(count, v.description("The fewest parts that have it."))),
  atMost: v.optional(v.pipe(count, v.description("The most parts that have it."))),
});

const whole = v.variant("rule", [
  v.strictObject({
    rule: v.pipe(
      v.literal("sum"),
      v.description("The places of all grades, from 1, are added up."),
    ),
    cuts: v.pipe(
      v.array(count),
      v.description("The lowest total of each level above the lowest, in rising order."),
    ),
    percentage: v.pipe(
      v.optional(v.nullable(v.literal("ceil")), null),
      v.description("ceil where the percentage of the highest total is published, rounded up."),
    ),
    percentages: v.pipe(
      v.optional(v.nullable(v.array(count)), null),
      v.description(
        "The lowest published percentage of each level above the lowest; null where none is published.",
      ),
    ),
  }),
  v.strictObject({
    rule: v.pipe(v.literal("limits"), v.description("How many parts have a level decides.")),
    limits: v.pipe(
      v.array(
        v.strictObject({
          word: v.pipe(text, v.description("The rating that is given where all conditions hold.")),
          if: v.array(limit),
        }),
      ),
      v.description("The first whose conditions all hold gives the rating."),
    ),
    else: v.pipe(text, v.description("The rating where none holds.")),
  }),
  v.strictObject({
    rule: v.pipe(
      v.literal("judgement"),
      v.description("The rating is a judgement and is not computed."),
    ),
  }),
  v.strictObject({ rule: v.pipe(v.literal("none"), v.description("No overall rating is given.")) }),
]);

export const schemeShape = v.strictObject({
  id: v.pipe(
    id,
    v.description("The name of the file without .json; what a row or a result calls it."),
  ),
  name: v.pipe(text, v.description("What it is called on a page.")),
  regulator: v.pipe(text, v.description("Who rates.")),
  body: v.pipe(text, v.description("What is rated, one of them: care home.")),
  from: v.pipe(
    v.optional(v.nullable(day), null),
    v.description("The first day on which assessments under it were published; null for open."),
  ),
  to: v.pipe(v.optional(v.nullable(day), null), v.description("The last such day; null for open.")),
  levels: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(text, v.description("Its name, as published.")),
        score: v.pipe(
          v.optional(v.nullable(count), null),
          v.description(
            "Its score: its place, from 1. Null in all where parts are published by name.",
          ),
        ),
        meaning: v.pipe(
          v.optional(v.nullable(text), null),
          v.description("What the regulator calls that score."),
        ),
      }),
    ),
    v.minLength(2, "expected two levels or more"),
    v.description("From the lowest to the highest."),
  ),
  good: v.pipe(text, v.description("The name of the lowest level that is good.")),
  themes: v.pipe(
    v.optional(v.array(v.strictObject({ id, name: text })), []),
    v.description("What parts belong to; none where the scheme has none."),
  ),
  parts: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(id, v.description("Its column in the data.")),
        name: v.pipe(text, v.description("The name that the regulator uses.")),
        short: v.pipe(text, v.description("A name short enough for an axis.")),
        theme: v.pipe(
          v.optional(v.nullable(id), null),
          v.description("The id of its theme; null where there is none."),
        ),
      }),
    ),
    v.minLength(1, "expected a part or more"),
    v.description("What is graded, in the regulator's order."),
  ),
  whole: v.pipe(whole, v.description("How the parts become the rating.")),
  samples: v.pipe(
    v.optional(
      v.array(
        v.strictObject({
          table: v.pipe(text, v.description("The table's name without .csv: ID, or ID.NAME.")),
          label: v.pipe(text, v.description("What its bodies are called in a sentence.")),
          name: v.pipe(text, v.description("Which bodies it holds, in full.")),
          caveat: v.pipe(
            v.optional(v.nullable(text), null),
            v.description("What is to be said wherever a number of it is."),
          ),
        }),
      ),
      [],
    ),
    v.description("Tables that hold only some bodies, or a reading of what was published."),
  ),
});
