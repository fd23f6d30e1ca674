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

/** What reads kinds of files that few notebooks have: each is loaded when it is used. */
export type Readers = Readonly<
  Partial<Record<"parquet" | "arrow" | "zip" | "xlsx", () => Promise<Reader>>>
>;

export interface Reader {
  readonly read: (
    bytes: Uint8Array,
    about: { readonly name: string; readonly toAttachment: (source: FileSource) => Attachment },
  ) => unknown;
}

const asked = new WeakMap<object, string>();

/** The name that a notebook calls a file by; undefined for what is no attachment. */
export const nameAsked = (attachment: object): string | undefined => asked.get(attachment);

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

const exact = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * A file of a notebook, with the readers that Observable's `FileAttachment` has. Text is UTF-8 where
 * no encoding is given, and begins after a byte order mark.
 */
export function toAttachment(source: FileSource, readers: Readers): Attachment {
  const { name, bytes, url } = source;
  const type = mimeType(name);
  const fail = (what: string, error: unknown): never => {
    throw new Error(`FileAttachment: expected ${what}: ${name}: ${messageOf(error)}`);
  };
  const text = async (encoding?: string) => new TextDecoder(encoding).decode(await bytes());
  const read = async (kind: keyof Readers) => {
    const load = readers[kind];
    if (load === undefined)
      throw new Error(
        `FileAttachment: write ${kind}() after FileAttachment(…), so that the page has its reader`,
      );
    const { read } = await load();
    return read(await bytes(), { name, toAttachment: (inner) => toAttachment(inner, readers) });
  };
  const dsv = async (options?: DsvOptions) => {
    const { readDsv } = await import("./readDsv.js");
    return readDsv(await text(), options);
  };
  const markup = async (kind: DOMParserSupportedType) =>
    new DOMParser().parseFromString(await text(), kind);
  const attachment: Attachment = {
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
    parquet: () => read("parquet") as Promise<unknown[]>,
    arrow: () => read("arrow"),
    zip: () => read("zip") as Promise<Archive>,
    xlsx: () => read("xlsx") as Promise<Workbook>,
    arquero() {
      throw new Error(
        `FileAttachment: arquero(): write aq.fromCSV(await FileAttachment("${name}").text()), or aq.from of its rows`,
      );
    },
  };
  asked.set(attachment, name);
  return attachment;
}
