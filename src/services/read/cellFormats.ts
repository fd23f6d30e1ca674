import { ExpectedError } from "../../errors.js";
import { xmlScanner } from "./xmlScanner.js";

/** What a number of a workbook is shown as, by its style. */
export type CellFormat =
  | { readonly kind: "number" }
  | { readonly kind: "day" | "month" }
  | { readonly kind: "percent"; readonly decimals: number };

const plain: CellFormat = { kind: "number" };

/** Formats that have a number of their own and stand in no file. */
function builtIn(id: number): CellFormat {
  if (id === 17) return { kind: "month" };
  if ((id >= 14 && id <= 16) || id === 22) return { kind: "day" };
  if (id === 9) return { kind: "percent", decimals: 0 };
  return id === 10 ? { kind: "percent", decimals: 2 } : plain;
}

/** What a format's code shows: `dd/mm/yyyy` a day, `mmm-yy` a month, `0.0%` a percentage. */
export function formatOf(code: string): CellFormat {
  // Without what is shown as it stands, and colours, currencies and languages in brackets.
  const [shown] = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, "").split(";");
  if (/^general$/i.test(shown)) return plain;
  if (shown.includes("%"))
    return { kind: "percent", decimals: /\.([0#?]+)/.exec(shown)?.[1].length ?? 0 };
  if (/d/i.test(shown)) return { kind: "day" };
  return /y/i.test(shown) && /m/i.test(shown) ? { kind: "month" } : plain;
}

/** Collects the format of each style that cells refer to by number, from a workbook's styles.xml. */
export function cellFormats(formats: CellFormat[]): ReturnType<typeof xmlScanner> {
  const own = new Map<string, CellFormat>();
  let isOfCells = false;
  return xmlScanner({
    wantsText: () => false,
    text: () => undefined,
    open: (tag) => {
      if (tag.name === "cellXfs") isOfCells = true;
      else if (tag.name === "numFmt")
        own.set(tag.attribute("numFmtId") ?? "", formatOf(tag.attribute("formatCode") ?? ""));
      else if (tag.name === "xf" && isOfCells) {
        const id = tag.attribute("numFmtId") ?? "0";
        formats.push(own.get(id) ?? builtIn(Number(id)));
      }
    },
    close: (name) => {
      if (name === "cellXfs") isOfCells = false;
    },
  });
}

/** Days from 1 January 1970 to the day 0 of the two ways in which workbooks count. */
const dayZero = { 1900: -25569, 1904: -24107 } as const;
const dayLike = /^[1-9]\d{4}(\.\d+)?$/;

/**
 * A number of a workbook as its cell shows it, so that a reader need not know the style: a day as
 * YYYY-MM-DD, a month as YYYY-MM, 0.78 as 78%. Anything else stays as it is written. Throws an
 * ExpectedError for what may be a day counted from 1904 and is not marked as one.
 */
export function shownNumber(text: string, format: CellFormat, from: 1900 | 1904): string {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return text;
  if (format.kind === "percent")
    // The product of 0.29 and 100 is a little less than 29.
    return `${Number((100 * value).toPrecision(15)).toFixed(Math.min(format.decimals, 20))}%`;
  if (format.kind === "number") {
    if (from === 1904 && dayLike.test(text))
      throw new ExpectedError(
        `a number that may be a day counted from 1904: format it as a date: ${text}`,
      );
    return text;
  }
  // Before 1 March 1900 the two programs that count so do not agree; no later than the year 9999.
  if (value < 61 || value >= 2_958_466) return text;
  const day = new Date((Math.floor(value) + dayZero[from]) * 86_400_000).toISOString();
  return day.slice(0, format.kind === "month" ? 7 : 10);
}
