import { ExpectedError } from "../../errors.js";
import type { Council, Dataset } from "./dataset.js";
import { perObject } from "../../perObject.js";

/** A name without the differences that people make when they type it. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The first council of each code and name. */
const byName = perObject(({ councils }: Pick<Dataset, "councils">) => {
  const found = new Map<string, Council>();
  for (const council of councils)
    for (const name of [
      council.gssCode,
      council.altGssCode2025,
      council.name,
      council.officialName,
    ])
      if (name !== null && !found.has(plain(name))) found.set(plain(name), council);
  return found;
});

/** The council that a code or a name means, or null: see {@link findCouncil}. */
export function matchCouncil(dataset: Pick<Dataset, "councils">, text: string): Council | null {
  const asked = plain(text);
  return asked === "" ? null : (byName(dataset).get(asked) ?? null);
}

/**
 * The council that a person means by an ONS code, the name that the data use ("Bristol") or the
 * official one ("Bristol City Council"); capitals, hyphens and "&" for "and" do not matter. Throws
 * an ExpectedError that names councils whose names hold the text.
 */
export function findCouncil(dataset: Pick<Dataset, "councils">, text: string): Council {
  const found = matchCouncil(dataset, text);
  if (found) return found;
  const near = dataset.councils
    .filter(({ name, officialName }) =>
      [name, officialName].some(
        (known) => plain(text) !== "" && plain(known).includes(plain(text)),
      ),
    )
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, "en"));
  const hint = near.length > 0 ? ` (did you mean ${near.slice(0, 5).join(", ")}?)` : "";
  throw new ExpectedError(
    `expected a council's ONS code or its name: ${text.trim() || "(blank)"}${hint}`,
    2,
  );
}
