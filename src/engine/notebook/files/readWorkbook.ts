// Awaited, so that a bundle asks for the package when a notebook attaches such a file.
const { read: readSheets, utils } = await import("@e965/xlsx");

export interface SheetOptions {
  /** Cells, as "B2:D"; the whole sheet where it is left out. */
  readonly range?: string;
  /** The first row names the columns; else they are called A, B, C. */
  readonly headers?: boolean;
}

/** A workbook as cells read it. */
export interface Workbook {
  readonly sheetNames: readonly string[];
  readonly sheet: (name: string | number, options?: SheetOptions) => unknown[];
}

/** A workbook, as Observable has it: sheets by name or number, rows as objects. */
export function read(bytes: Uint8Array): Workbook {
  const { SheetNames, Sheets } = readSheets(bytes, { cellDates: true, UTC: true });
  return {
    sheetNames: SheetNames,
    sheet(name, { range, headers = false } = {}) {
      const key = typeof name === "number" ? SheetNames[name] : name;
      const sheet = Sheets[key];
      if (sheet === undefined) throw new Error(`FileAttachment: there is no such sheet: ${name}`);
      const whole = utils.decode_range(sheet["!ref"] ?? "A1");
      const rows = utils.sheet_to_json<Record<string, unknown>>(sheet, {
        header: headers ? undefined : "A",
        range: wholeRange(range, whole, (cell) => utils.decode_cell(cell)),
        raw: true,
        UTC: true,
      });
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return Object.assign(
        rows.map((row) => ({ ...row })),
        { columns },
      );
    },
  };
}

interface Corner {
  readonly c: number;
  readonly r: number;
}

/** A range of cells of which each end may name a column, a row, both or neither. */
function wholeRange(
  range: string | undefined,
  whole: { readonly s: Corner; readonly e: Corner },
  decode: (cell: string) => Corner,
) {
  const [, from = "", to = ""] = /^([A-Z]*\d*):([A-Z]*\d*)$/.exec(range ?? ":") ?? [];
  if (range !== undefined && !/^[A-Z]*\d*:[A-Z]*\d*$/.test(range))
    throw new Error(`FileAttachment: expected a range of cells, as B2:D9: ${range}`);
  const corner = (text: string, edge: Corner): Corner => ({
    c: /[A-Z]/.test(text) ? decode(`${text.replace(/\d/g, "")}1`).c : edge.c,
    r: /\d/.test(text) ? Number(text.replace(/\D/g, "")) - 1 : edge.r,
  });
  return { s: corner(from, whole.s), e: corner(to, whole.e) };
}
