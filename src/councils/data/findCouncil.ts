import { ExpectedError } from "../../errors.js";
import type { Council, Dataset } from "./dataset.js";
import { councilsNamed, namesOf } from "./nameForms.js";
import { searchNames } from "./searchNames.js";

/** The council that a code or a name means, or null: see {@link findCouncil}. */
export function matchCouncil(dataset: Pick<Dataset, "councils">, text: string): Council | null {
  const found = councilsNamed(dataset, text);
  return found.length === 1 ? found[0] : null;
}

/**
 * The names of councils, at most five, any of whose names hold a text or, where none does, are
 * written almost so.
 */
export function nearNames(dataset: Pick<Dataset, "councils">, text: string): readonly string[] {
  const all = dataset.councils.map((council) => ({ council, names: namesOf(council) }));
  const { found, near } = searchNames(all, text);
  const isFound = found.length > 0;
  const names = (isFound ? found : near).map(({ council }) => council.name);
  // Those that hold it are alike; of the others the likeliest stands first.
  return (isFound ? [...names].sort((a, b) => a.localeCompare(b, "en")) : names).slice(0, 5);
}

/**
 * The council that a person means by an ONS code, the name that the data use ("Bristol") or the
 * official one ("Bristol City Council"), the form of the Office for National Statistics ("Bristol, City
 * of"), or an everyday one; capitals, hyphens and "&" for "and" do not matter. Throws an ExpectedError
 * that names councils whose names hold the text.
 */
export function findCouncil(dataset: Pick<Dataset, "councils">, text: string): Council {
  const found = matchCouncil(dataset, text);
  if (found) return found;
  const near = nearNames(dataset, text);
  const hint = near.length > 0 ? ` (did you mean ${near.join(", ")}?)` : "";
  throw new ExpectedError(
    `expected a council's ONS code or its name: ${text.trim() || "(blank)"}${hint}`,
    2,
  );
}
