/** The columns that are read, by the names that CQC's files have had for them. */
const names = {
  location: ["Location ID"],
  type: ["Location Type"],
  careHome: ["Care Home?"],
  council: ["Location Local Authority"],
  group: ["Service / Population Group"],
  domain: ["Domain", "Key Question"],
  rating: ["Latest Rating"],
  date: ["Publication Date"],
} as const;
export type ColumnName = keyof typeof names;
/** Each column's place, from 0; -1 for one that a file may lack. */
export type Columns = Readonly<Record<ColumnName, number>>;

const optional: readonly ColumnName[] = ["careHome"];
const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();

/** Whether a row is a header of ratings of locations. */
export function isHeader(cells: readonly string[]): boolean {
  const found = new Set(cells.map(plain));
  return found.has("location id") && found.has("latest rating");
}

/** Where the columns are that are read, or what is wrong with the header, a line each. */
export function findColumns(
  cells: readonly string[],
): { readonly columns: Columns } | { readonly problems: readonly string[] } {
  const found = cells.map(plain);
  const problems: string[] = [];
  const place = (column: ColumnName): number => {
    const known = names[column].map(plain);
    const places = found.flatMap((name, i) => (known.includes(name) ? [i] : []));
    if (places.length > 1) problems.push(`expected one column ${names[column].join(" or ")}`);
    if (places.length === 0 && !optional.includes(column))
      problems.push(`expected a column ${names[column].join(" or ")}`);
    return places[0] ?? -1;
  };
  const columns = Object.fromEntries(
    (Object.keys(names) as ColumnName[]).map((name) => [name, place(name)]),
  ) as unknown as Columns;
  return problems.length > 0 ? { problems } : { columns };
}
