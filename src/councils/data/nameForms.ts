import { perObject } from "../../perObject.js";
import type { Council, Dataset } from "./dataset.js";

/** Everyday names that follow from neither the name nor the official name, by ONS code. */
const everyday: Readonly<Record<string, readonly string[]>> = {
  E06000004: ["Stockton"],
  E06000008: ["Blackburn", "Blackburn Darwen"],
  // Two councils are Kingston to those who live there: whoever says no more is asked which.
  E06000010: ["Hull", "Kingston"],
  E06000011: ["East Riding"],
  E06000020: ["Telford"],
  E06000021: ["Stoke"],
  E06000022: ["B&NES", "BANES"],
  E06000033: ["Southend"],
  E06000037: ["W Berkshire"],
  E06000040: ["Windsor", "Windsor Maidenhead"],
  E06000047: ["Durham"],
  E06000050: ["Cheshire West"],
  E06000053: ["Scilly", "Scilly Isles"],
  E06000058: ["BCP", "Bournemouth"],
  E06000064: ["Westmorland"],
  E08000021: ["Newcastle"],
  E09000013: ["Hammersmith", "Hammersmith Fulham"],
  E09000020: ["Kensington", "Kensington Chelsea", "RBKC"],
  E09000021: ["Kingston"],
  E09000027: ["Richmond"],
};

/** What people call a council, besides the names in the data. */
export const everydayNames = ({ gssCode }: Pick<Council, "gssCode">): readonly string[] =>
  everyday[gssCode] ?? [];

/** A name without case, accents, punctuation, "&" for "and" and "Saint" for "St". */
export function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\bsaint\b/g, "st")
    .trim();
}

const before =
  /^(the )?((royal|london|metropolitan)? ?borough( council)? of|city( council)? of|city and county of|county( council)? of|council of( the)?) /;
const after =
  / ((city|county|royal|london borough|metropolitan|borough|district|unitary|mbc|bc|cc|dc|lb) ?)*(council|authority|corporation|mbc|bc|cc|dc)$/;
/** As the Office for National Statistics writes some: "Bristol, City of". */
const turned = / (city|county|royal borough|london borough) of$/;

/** As CQC's files write some: "Bedford Borough". */
const bare = / (borough|metropolitan borough|london borough)$/;

/** What is left of a name without the words for the kind of council. */
export function stem(name: string): string {
  const text = plain(name);
  let short = text.replace(after, "").replace(turned, "").replace(bare, "");
  while (before.test(short)) short = short.replace(before, "");
  short = short.replace(/^the /, "");
  return short === "" ? text : short;
}

/** Whether a name says a kind of council that this one is not: "Derby County Council". */
function saysAnotherKind(text: string, { officialName, type }: Council): boolean {
  const official = ` ${plain(officialName)} `;
  const says = (word: string) => new RegExp(` ${word}( of| council|$)`).test(` ${plain(text)}`);
  if (says("county") && !official.includes(" county ") && !/ county$/.test(stem(text)))
    return (
      type !== "County council" &&
      !plain(text).startsWith("county ") &&
      !/county of$/.test(plain(text))
    );
  return type === "County council" && (says("city") || says("borough") || says("district"));
}

/** What a council is called: in the data, by itself and by people. */
export const namesOf = (council: Council): readonly string[] => [
  council.name,
  council.officialName,
  ...everydayNames(council),
];

interface Index {
  readonly regions: ReadonlySet<string>;
  readonly exact: ReadonlyMap<string, readonly Council[]>;
  readonly stems: ReadonlyMap<string, readonly Council[]>;
}

/** By the list of councils, which a caller that has no more of a dataset keeps as it is. */
const index = perObject((councils: readonly Council[]): Index => {
  const [exact, stems] = [new Map<string, Council[]>(), new Map<string, Council[]>()];
  const put = (map: Map<string, Council[]>, key: string, council: Council) => {
    const known = map.get(key) ?? [];
    if (!known.includes(council)) map.set(key, [...known, council]);
  };
  for (const council of councils) {
    const { gssCode, altGssCode2025, name, officialName } = council;
    for (const one of [gssCode, altGssCode2025, name, officialName])
      if (one !== null) put(exact, plain(one), council);
    for (const one of namesOf(council)) put(stems, stem(one), council);
  }
  return { exact, stems, regions: new Set(councils.map(({ region }) => plain(region))) };
});

/**
 * The councils that a code or a name may mean: by the name that the data use, the official one, the
 * form of the Office for National Statistics ("Bristol, City of"), with any word for its kind
 * ("Camden Council", "London Borough of Camden"), or an everyday one ("Hull"). None where it names
 * another kind than the council is; several where it is ambiguous.
 */
export function councilsNamed(
  dataset: Pick<Dataset, "councils">,
  text: string,
): readonly Council[] {
  const { exact, stems, regions } = index(dataset.councils);
  const asked = plain(text);
  if (asked === "") return [];
  const found = exact.get(asked);
  if (found) return found;
  const short = stem(text);
  // "London" alone is the region: the council is its City.
  if (regions.has(short) && !/\bcity\b/.test(asked)) return [];
  return (stems.get(short) ?? []).filter((council) => !saysAnotherKind(text, council));
}
