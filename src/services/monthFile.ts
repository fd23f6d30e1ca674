import { createHash } from "node:crypto";
import { csvField } from "../csvText.js";
import { domains, outcomes, type ServiceRating } from "./serviceRating.js";

/** A month as it is kept: `services/YYYY-MM.csv`, and what a data package says of it. */

export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Writes days; a month has the same few thousand many times over. */
function dayWriter(): (number: number) => string {
  const known = new Map([[0, ""]]);
  return (number) => {
    let text = known.get(number);
    if (text === undefined) {
      const digits = String(number);
      text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
      known.set(number, text);
    }
    return text;
  };
}
/** The column of a domain. */
export const column = (domain: string) => domain.replace("-", "_");
/** The columns of a month, in order. */
export const monthColumns: readonly string[] = [
  "location",
  "group",
  "gss_code",
  "care_home",
].concat(domains.flatMap((domain) => [column(domain), `${column(domain)}_date`]));

/** The rows of a month, by location and group. */
export function monthCsv(ratings: readonly ServiceRating[]): string {
  const home = (isCareHome: boolean | null) => (isCareHome === null ? "" : isCareHome ? "Y" : "N");
  const day = dayWriter();
  const lines = [monthColumns.join(",")];
  for (const { location, group, gss_code, isCareHome, codes, days } of ratings) {
    const cells = [csvField(location), csvField(group), gss_code, home(isCareHome)];
    for (const [i, code] of codes.entries()) cells.push(code ?? "", day(days[i]));
    // Joined, as a text that is put together piece by piece takes several times its length.
    lines.push(cells.join(","));
  }
  return `${lines.join("\n")}\n`;
}

const licence = {
  name: "OGL-UK-3.0",
  title: "Open Government Licence v3.0",
  path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
};

/** The entry of a month in datapackage.json: where it is from, its hash and its columns. */
export function monthResource(month: string, csv: string, source: string): object {
  const text = (name: string, description: string, constraints: object = {}) => ({
    name,
    type: "string",
    description,
    constraints,
  });
  const codes = Object.entries(outcomes).map(([code, name]) => `${code} ${name}`);
  const domainFields = domains.flatMap((domain) => [
    text(column(domain), `Rating, or why there is none: ${codes.join(", ")}. Blank: no row.`, {
      enum: Object.keys(outcomes),
    }),
    { ...text(`${column(domain)}_date`, "Day on which it was published."), format: "any" },
  ]);
  return {
    name: `services-${month}`,
    path: `services/${month}.csv`,
    title: `Ratings of adult social care services, ${month}`,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    rowIs: "location and service group",
    description: `CQC's ratings of adult social care locations as its file of ${month} has them: one row a location and service group. Names and addresses are left out. Read from ${source}.`,
    licenses: [licence],
    sources: [
      {
        title: "Care Quality Commission, monthly file of latest ratings",
        path: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
      },
    ],
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
    schema: {
      fields: [
        text("location", "CQC's code of the location.", { required: true }),
        text("group", "Group of services; Overall is the location as a whole.", { required: true }),
        text("gss_code", "ONS code of the council in whose area it lies.", { required: true }),
        text("care_home", "Y or N.", { enum: ["Y", "N"] }),
        ...domainFields,
      ],
      missingValues: [""],
      primaryKey: ["location", "group"],
    },
  };
}

const monthNames =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** The month in the name of CQC's file, such as `01_September_2026_Latest_ratings.ods`, or null. */
export function monthOfName(file: string): string | null {
  const words = file.toLowerCase().split(/[^a-z0-9]+/);
  const at = words.findIndex((word) => monthNames.includes(word));
  const year = words[at + 1];
  if (at === -1 || !/^20\d\d$/.test(year ?? "")) return null;
  return `${year}-${String(monthNames.indexOf(words[at]) + 1).padStart(2, "0")}`;
}
