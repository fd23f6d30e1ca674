import type { Descriptor, Field } from "../../datapackage/descriptor.js";
import type { Problem } from "../../datapackage/problem.js";
import { readTable, type Row } from "../../datapackage/readTable.js";
import type { RatedBody } from "../../ratings/ratedBody.js";
import { ratingOfScores, ratingRank, type Rating, type Scheme } from "../../ratings/scheme.js";
import { schemeRules } from "./assessmentRules.js";
import { gradeField, gradeOf, wordField } from "./schemeFields.js";

/** The columns of a scheme's own table: code, body, published, word, and one a part. */
export function profileFields(scheme: Scheme): Field[] {
  const text = (name: string, constraints: Field["constraints"] = {}): Field => ({
    name,
    type: "string",
    description: name,
    constraints,
  });
  return [
    text("code", { required: true }),
    text("body", { required: true }),
    { ...text("published"), calendar: "day or month" },
    scheme.whole.rule === "none" ? text("word") : wordField(scheme, "word"),
    ...scheme.parts.map(({ id }) => gradeField(scheme, id)),
  ];
}

function toRatedBody(values: Row["values"], scheme: Scheme): RatedBody {
  const grades = scheme.parts.map((part) => gradeOf(scheme, values[part.id]));
  const word = values.word as Rating | null;
  const implied = word ?? ratingOfScores(scheme, grades);
  return Object.freeze({
    id: values.code as string,
    name: values.body as string,
    published: values.published as string | null,
    grades: Object.freeze(grades),
    word,
    rank: implied === null ? null : ratingRank(scheme, implied),
  });
}

/**
 * The bodies in `schemes/ID.csv`, each assessed once or more often, and what is wrong with the file,
 * a line each. The key is code and date. A word must follow from the grades where the scheme's rule
 * is a sum; under another rule the published word stands.
 */
export function readProfiles(
  scheme: Scheme,
  bytes: Buffer,
  formats: Descriptor["numberFormats"],
): { readonly profiles: readonly RatedBody[]; readonly problems: readonly Problem[] } {
  const shape = {
    rowIs: scheme.body,
    mayBeEmpty: false,
    schema: {
      fields: profileFields(scheme),
      missingValues: [""] as [""],
      primaryKey: ["code", "published"],
      foreignKeys: [],
    },
  };
  const { rows, problems } = readTable(shape, bytes, formats);
  const disagreements = rows.flatMap((row) => schemeRules(row, scheme, "word"));
  const found = [...problems, ...disagreements].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  // What is wrong is no value of a scheme.
  return {
    profiles: found.length > 0 ? [] : rows.map(({ values }) => toRatedBody(values, scheme)),
    problems: found,
  };
}
