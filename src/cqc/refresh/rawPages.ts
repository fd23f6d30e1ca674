import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Step } from "../../disk/commitFiles.js";
import { makeFolder } from "../../disk/makeFolder.js";
import { ExpectedError } from "../../errors.js";
import type { Validators } from "./getPage.js";

const time = v.pipe(v.string(), v.isoTimestamp());
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const pageSchema = v.object({
  url: v.pipe(v.string(), v.url()),
  status: v.picklist([200, 304, 404, 410]),
  etag: v.nullable(v.string()),
  lastModified: v.nullable(v.string()),
  sha256: v.nullable(hash),
  bytes: v.number(),
  /** When this content was first read, and when the page was last asked for. */
  read: v.nullable(time),
  asked: time,
  /** What the page held before, the newest last. */
  earlier: v.array(v.object({ sha256: hash, read: time })),
});
const indexSchema = v.object({
  schema: v.literal("ninefold.raw/1"),
  /** The slugs in the listing when it was last read whole. */
  listing: v.nullable(v.object({ read: time, slugs: v.array(v.string()) })),
  pages: v.array(pageSchema),
});

export type RawPage = v.InferOutput<typeof pageSchema>;
type Index = v.InferOutput<typeof indexSchema>;

/** Pages as they were read, beside the data. */
export interface RawPages {
  readonly listing: Index["listing"];
  readonly page: (url: string) => RawPage | undefined;
  /** The content last read of an address; null where it is not there or is not what was read. */
  readonly content: (url: string) => string | null;
  readonly keep: (url: string, content: string, validators: Validators, now: Date) => void;
  /** The server answered without content: it is unchanged, or gone. */
  readonly mark: (url: string, status: 304 | 404 | 410, now: Date) => void;
  readonly keepListing: (slugs: readonly string[], now: Date) => void;
}

const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");

function readIndex(path: string): Index {
  if (!fs.existsSync(path)) return { schema: "ninefold.raw/1", listing: null, pages: [] };
  try {
    return v.parse(indexSchema, JSON.parse(fs.readFileSync(path, "utf8")));
  } catch {
    throw new ExpectedError(`${path}: not an index of pages that were read: remove it`);
  }
}

function checkFolder(folder: string): void {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new ExpectedError(`${folder}: expected a folder`);
}

/**
 * The pages in `DIR/raw`: `index.json`, and each content once in a file named for its SHA-256. An
 * index entry is written after its file, and each file by a rename, so that the index never speaks
 * of what is not there, whenever a run dies. Without `staging`, a folder for files that are being
 * written, nothing is written.
 */
export function openRawPages(dir: string, staging: string | null, step: Step = () => {}): RawPages {
  const folder = join(dir, "raw");
  const pagesFolder = join(folder, "pages");
  for (const one of [folder, pagesFolder]) checkFolder(one);
  const indexPath = join(folder, "index.json");
  let index = readIndex(indexPath);
  const pages = new Map(index.pages.map((page) => [page.url, page]));

  const put = (path: string, content: string) => {
    if (staging === null) return;
    step(`write ${path}`);
    makeFolder(pagesFolder);
    const waiting = join(staging, "page");
    fs.writeFileSync(waiting, content, { flush: true });
    step(`rename ${path}`);
    fs.renameSync(waiting, join(folder, path));
  };
  const save = () => {
    const sorted = [...pages.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
    index = { ...index, pages: sorted };
    put("index.json", `${JSON.stringify(index, null, 2)}\n`);
  };
  const content = (url: string): string | null => {
    const hash = pages.get(url)?.sha256;
    if (!hash) return null;
    const path = join(pagesFolder, `${hash}.html`);
    const text = fs.existsSync(path) ? fs.readFileSync(path, "utf8") : null;
    return text !== null && sha256(text) === hash ? text : null;
  };
  return {
    get listing() {
      return index.listing;
    },
    page: (url) => pages.get(url),
    content,
    keep(url, text, { etag, lastModified }, now) {
      const hash = sha256(text);
      const asked = now.toISOString();
      const before = pages.get(url);
      const same = before?.sha256 === hash;
      if (content(url) !== text) put(`pages/${hash}.html`, text);
      const earlier = before?.earlier ?? [];
      pages.set(url, {
        url,
        status: 200,
        etag,
        lastModified,
        sha256: hash,
        bytes: Buffer.byteLength(text),
        read: same ? before.read : asked,
        asked,
        earlier:
          before?.sha256 && before.read && !same
            ? [...earlier, { sha256: before.sha256, read: before.read }]
            : earlier,
      });
      save();
    },
    mark(url, status, now) {
      const before = pages.get(url);
      const asked = now.toISOString();
      const nothing = { etag: null, lastModified: null, sha256: null, bytes: 0, read: null };
      pages.set(url, { ...(before ?? { ...nothing, earlier: [] }), url, status, asked });
      save();
    },
    keepListing(slugs, now) {
      index = { ...index, listing: { read: now.toISOString(), slugs: [...slugs] } };
      save();
    },
  };
}
