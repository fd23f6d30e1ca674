import type { Scheme } from "../../ratings/scheme.js";

/** What people call the columns of assessments.csv, in lower case without punctuation. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  gss_code: ["gss", "ons code", "code", "la code", "local authority code", "ecode", "area code"],
  council: ["council name", "local authority", "local authority name", "authority", "la", "name"],
  kind: ["type of assessment", "assessment type"],
  scheme: ["scheme id"],
  status: [],
  confidence: [],
  rating: ["overall rating", "overall", "cqc rating", "word", "judgement", "overall judgement"],
  score_pct: ["percentage", "per cent", "percent", "overall score", "score", "overall percentage"],
  published: [
    "date",
    "publication date",
    "date published",
    "published date",
    "date of publication",
    "date of report",
    "report date",
    "date report published",
    "report published",
    "published on",
  ],
  source_url: ["source", "url", "link", "address"],
  source_kind: ["kind of source", "source type"],
  note: ["notes", "comment", "comments", "remarks"],
};

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[%]/g, " percentage ")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** For each name of a header the column that it means, or null. A name that means two means none. */
export function columnsOf(header: readonly string[], scheme: Scheme): readonly (string | null)[] {
  const known = new Map<string, string>();
  for (const [column, names] of Object.entries(otherNames))
    for (const name of [column, ...names]) known.set(plain(name), column);
  scheme.parts.forEach(({ id, name, short }, i) => {
    const numbered = [`qs${i + 1}`, `qs ${i + 1}`, `q${i + 1}`, `statement ${i + 1}`];
    for (const one of [id, name, short, ...numbered, `qs${i + 1} ${name}`])
      known.set(plain(one), id);
  });
  return header.map((name) => known.get(plain(name)) ?? null);
}
