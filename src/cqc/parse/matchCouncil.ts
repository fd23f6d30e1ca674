import type { Council } from "../../councils/data/dataset.js";
import { cleanText, labelOf } from "./cleanText.js";

/**
 * Other names by which pages call a council, by its ONS code. Names that follow from the council's
 * name and type, such as "London Borough of Camden", are made below.
 */
const aliases: Readonly<Record<string, readonly string[]>> = {
  E06000010: ["Hull"],
  E06000011: ["East Riding"],
  E06000019: ["County of Herefordshire"],
  E06000020: ["Telford"],
  E06000023: ["Bristol, City of"],
  E06000033: ["Southend"],
  E06000047: ["Durham"],
  E06000050: ["Cheshire West"],
  E06000053: ["Isles of Scilly"],
  E06000058: ["BCP", "Bournemouth, Christchurch & Poole"],
  E06000008: ["Blackburn Darwen"],
  E06000004: ["Stockton"],
  E06000064: ["Westmorland"],
  E08000021: ["Newcastle"],
  E09000013: ["Hammersmith Fulham"],
  E09000020: ["Kensington Chelsea"],
  E06000040: ["Windsor Maidenhead"],
  E09000021: ["Kingston-upon-Thames"],
  E09000027: ["Richmond"],
  E06000037: ["W Berkshire"],
};

/** Without case and punctuation: "Stoke-on-Trent" is "stoke on trent". */
function key(name: string): string {
  return labelOf(cleanText(name))
    .replace(/^the /, "")
    .replace(/'/g, "")
    .replace(/[.,\-\u2010\u2011]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The full names that a council of this type may go by. */
function namesOf({ gssCode, name, officialName, type }: Council): string[] {
  const bases = [name, ...(aliases[gssCode] ?? [])];
  const forms = bases.flatMap((base) => {
    const own = [base, `${base} Council`];
    if (type === "County council") return [...own, `${base} County Council`];
    if (type === "London borough")
      return [
        ...own,
        ...["London Borough of", "Royal Borough of"].flatMap((lead) => [
          `${lead} ${base}`,
          `${lead} ${base} Council`,
        ]),
        `${base} London Borough Council`,
        `${base} City Council`,
      ];
    const suffixes = [
      "City",
      "Borough",
      "Metropolitan Borough",
      "Metropolitan District",
      "District",
    ];
    return [
      ...own,
      ...suffixes.map((suffix) => `${base} ${suffix} Council`),
      `${base} MBC`,
      `City of ${base}`,
      `City of ${base} Council`,
    ];
  });
  return [...forms, officialName, `${officialName} Council`];
}

/** Names to councils; a name that two councils could go by is left out. */
function index(councils: readonly Council[]): ReadonlyMap<string, Council | null> {
  const byName = new Map<string, Council | null>();
  for (const council of councils)
    for (const name of new Set(namesOf(council).map(key))) {
      const other = byName.get(name);
      byName.set(name, other === undefined || other === council ? council : null);
    }
  return byName;
}

const indexes = new WeakMap<readonly Council[], ReadonlyMap<string, Council | null>>();

function indexOf(councils: readonly Council[]): ReadonlyMap<string, Council | null> {
  const known = indexes.get(councils) ?? index(councils);
  indexes.set(councils, known);
  return known;
}

/**
 * The council of a name as a page gives it, or null. The whole name must be one that the council
 * goes by: "North Yorkshire Council" is never York, nor "Bedford" Central Bedfordshire.
 */
export function matchCouncil(name: string, councils: readonly Council[]): Council | null {
  return indexOf(councils).get(key(name)) ?? null;
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
    const names = [council.name, ...(aliases[council.gssCode] ?? [])].map((name) =>
      key(name).replace(/ /g, ""),
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
