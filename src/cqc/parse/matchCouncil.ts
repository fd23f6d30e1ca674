import type { Council } from "../../councils/data/dataset.js";
import { matchCouncil as matchName } from "../../councils/data/findCouncil.js";
import { everydayNames, plain } from "../../councils/data/nameForms.js";

/** What names on pages are written in: another sign belongs to something else. */
const written = /^[\p{L}\s&'\u2019.,()\u2010\u2011-]+$/u;

/**
 * The council of a name as a page gives it, or null. The whole name must be one that the council
 * goes by: "North Yorkshire Council" is never York, nor "Bedford" Central Bedfordshire.
 */
export function matchCouncil(name: string, councils: readonly Council[]): Council | null {
  return written.test(name) ? matchName({ councils }, name) : null;
}

/** A slug without the month of publication, the statement and the kind of council: `camden`. */
function placeOfSlug(slug: string): string {
  return slug
    .toLowerCase()
    .replace(/-(?:theme-?\d.*|(?:overall-)?summary)$/, "")
    .replace(/-?\d+$/, "")
    .replace(/[^a-z]/g, "");
}

/** The slug of a report's address is letters, digits and hyphens. Anything else could lead elsewhere. */
export function isSlug(slug: string): boolean {
  return slug.length <= 80 && /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(slug);
}

/** The council of a slug such as `camden-0225` or `Hertfordshire-0524`, or null. */
export function matchSlug(slug: string, councils: readonly Council[]): Council | null {
  if (!isSlug(slug)) return null;
  const place = placeOfSlug(slug);
  const found = councils.filter((council) => {
    const names = [council.name, ...everydayNames(council)].map((name) =>
      plain(name).replaceAll(" ", ""),
    );
    const short = names.map((name) => name.replace(/and|with/g, ""));
    const all = new Set([...names, ...short]);
    const { type } = council;
    const suffixes =
      type === "County council"
        ? ["cc", "county", "countycouncil"]
        : ["city", "cc", "council", "citycouncil"];
    return [...all].some(
      (name) => name === place || suffixes.some((suffix) => name + suffix === place),
    );
  });
  return found.length === 1 ? found[0] : null;
}
