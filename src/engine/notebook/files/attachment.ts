import { messageOf } from "../../../errors.js";
import { mimeType } from "./mimeType.js";
import type { DsvOptions } from "./readDsv.js";
import type { Workbook } from "./readWorkbook.js";
import type { Archive } from "./readZip.js";

/** Where an attachment's bytes are, in a folder or beside a page. */
export interface FileSource {
  /** The name that the notebook calls it by. */
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** An address that an element may show. */
  readonly url: () => Promise<string>;
}

/** A file as cells read it. */
export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly url: () => Promise<string>;
  readonly text: (encoding?: string) => Promise<string>;
  readonly json: () => Promise<unknown>;
  readonly dsv: (options?: DsvOptions) => Promise<unknown[]>;
  readonly csv: (options?: DsvOptions) => Promise<unknown[]>;
  readonly tsv: (options?: DsvOptions) => Promise<unknown[]>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
  readonly blob: () => Promise<Blob>;
  readonly stream: () => Promise<ReadableStream>;
  readonly image: (properties?: Readonly<Record<string, unknown>>) => Promise<HTMLElement>;
  readonly xml: (kind?: DOMParserSupportedType) => Promise<Document>;
  readonly html: () => Promise<Document>;
  readonly parquet: () => Promise<unknown[]>;
  readonly arrow: () => Promise<unknown>;
  readonly zip: () => Promise<Archive>;
  readonly xlsx: () => Promise<Workbook>;
  readonly arquero: () => never;
}

/** Imports a package that reads a kind of file. Throws with what to install where it is missing. */
async function reader<T>(kind: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Error(`FileAttachment: ${kind} needs ${name}: npm install ${name}`, {
      cause: error,
    });
  }
}

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * A file of a notebook, with the readers that Observable's `FileAttachment` has. Text is UTF-8 where
 * no encoding is given, and begins after a byte order mark.
 */
export function toAttachment({ name, bytes, url }: FileSource): Attachment {
  const type = mimeType(name);
  const fail = (what: string, error: unknown): never => {
    throw new Error(`FileAttachment: expected ${what}: ${name}: ${messageOf(error)}`);
  };
  const text = async (encoding?: string) => new TextDecoder(encoding).decode(await bytes());
  const dsv = async (options?: DsvOptions) => {
    const { readDsv } = await import("./readDsv.js");
    return readDsv(await text(), options);
  };
  const markup = async (kind: DOMParserSupportedType) =>
    new DOMParser().parseFromString(await text(), kind);
  return {
    name: name.slice(name.lastIndexOf("/") + 1),
    mimeType: type,
    url,
    text,
    dsv,
    csv: (options?: DsvOptions) => dsv({ ...options, delimiter: "," }),
    tsv: (options?: DsvOptions) => dsv({ ...options, delimiter: "\t" }),
    async json(): Promise<unknown> {
      const json = await text();
      try {
        return JSON.parse(json) as unknown;
      } catch (error) {
        return fail("JSON", error);
      }
    },
    arrayBuffer: async () => exact(await bytes()),
    blob: async () => new Blob([exact(await bytes())], { type }),
    stream: async () => new Blob([exact(await bytes())], { type }).stream(),
    async image(properties: Readonly<Record<string, unknown>> = {}) {
      const image = document.createElement("img");
      image.setAttribute("src", await url());
      for (const [key, value] of Object.entries(properties)) image.setAttribute(key, String(value));
      return image;
    },
    xml: (kind: DOMParserSupportedType = "application/xml") => markup(kind),
    html: () => markup("text/html"),
    async parquet() {
      const { readParquet } = await import("./readParquet.js");
      const read = await reader("Parquet", "hyparquet", readParquet);
      return read(exact(await bytes())).catch((error: unknown) => fail("Parquet", error));
    },
    async arrow() {
      const { tableFromIPC } = await reader(
        "Arrow",
        "@uwdata/flechette",
        () => import("@uwdata/flechette"),
      );
      return tableFromIPC(await bytes());
    },
    async zip() {
      const { readZip } = await import("./readZip.js");
      return readZip(await bytes(), toAttachment);
    },
    async xlsx() {
      const { readWorkbook } = await import("./readWorkbook.js");
      const read = await reader("a workbook", "@e965/xlsx", readWorkbook);
      return read(await bytes());
    },
    arquero() {
      throw new Error(
        `FileAttachment: arquero(): write aq.fromCSV(await FileAttachment("${name}").text()), or aq.from of its rows`,
      );
    },
  };
}
