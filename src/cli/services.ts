import path from "node:path";
import { readCouncils } from "../councils/data/readCouncils.js";
import { holdFolder } from "../disk/commitFiles.js";
import { ExpectedError } from "../errors.js";
import { count, list } from "../engine/report/format.js";
import { keepMonth } from "../services/keepMonth.js";
import { keepTallies } from "../services/months/keepTallies.js";
import { monthCsv, monthOfName, monthPattern, monthResource } from "../services/monthFile.js";
import type { DateOrder } from "../services/read/dates.js";
import { readMonth } from "../services/read/readMonth.js";
import { ratingOfCode } from "../services/serviceRating.js";
import { now } from "./clock.js";
import type { Io } from "./io.js";

export interface ServicesReadOptions {
  /** The folder of data that keeps the month. */
  readonly data: string;
  readonly month?: string;
  readonly dates?: "dmy" | "mdy";
  readonly replace?: boolean;
}

const orders: Readonly<Record<"dmy" | "mdy", DateOrder>> = { dmy: "day first", mdy: "month first" };

/** `ninefold services read FILE`: keeps a month of CQC's ratings of care services. */
export async function readServices(
  file: string,
  { data, month: asked, dates, replace }: ServicesReadOptions,
  io: Io,
): Promise<void> {
  const month = asked ?? monthOfName(path.basename(file));
  if (month === null)
    throw new ExpectedError(
      `${file}: its name says no month: use --month, such as --month 2026-09`,
      2,
    );
  if (!monthPattern.test(month))
    throw new ExpectedError(`--month: expected a month such as 2026-09: ${month}`, 2);
  const today = Number(now().toISOString().slice(0, 10).replaceAll("-", ""));
  const read = await readMonth(file, {
    councils: readCouncils(),
    today,
    ...(dates && { order: orders[dates] }),
  });
  const csv = monthCsv(read.ratings);
  const resource = monthResource(month, csv, path.basename(file)) as { readonly name: string };
  const locations = new Set(read.ratings.map(({ location }) => location)).size;
  const rated = read.ratings.filter(
    ({ group, codes }) => group === "Overall" && ratingOfCode(codes[0]) !== null,
  ).length;
  const isNew = holdFolder(data, (folder) => {
    const isWritten = keepMonth(folder, month, csv, resource, { ...(replace && { replace }) });
    keepTallies(folder);
    return isWritten;
  });
  const leftOut = Object.entries(read.leftOut).map(([reason, n]) => `${n} ${reason}`);
  const lines = [
    `${isNew ? "Kept" : "Known already"}: ${path.join(data, "services", `${month}.csv`)}`,
    `Read ${count(read.rows, "row")}, kept ${read.kept}${leftOut.length > 0 ? `, left out ${list(leftOut)}` : ""}.`,
    `${count(locations, "location")}, ${count(read.ratings.length, "rating")} of locations and their service groups; ${rated} locations have a rating as a whole.`,
    ...(read.otherSheets.length > 0
      ? [`Sheets without ratings of locations: ${list(read.otherSheets)}.`]
      : []),
  ];
  io.stdout(`${lines.join("\n")}\n`);
}
