import { createInflateRaw, crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { ExpectedError, messageOf } from "../../errors.js";

/** Of all that is read of a file when it is unpacked, in bytes; a month of ratings takes some 1.1 GB. */
const mostUnpacked = 6_000_000_000;
/** A text whose bytes are packed into a thousandth of them is no text that anybody wrote. */
const mostPacked = 1_000;
const mostEntries = 10_000;
const pieceSize = 256 * 1024;

/** An archive whose parts can be read, each as it is unpacked. */
export interface Archive {
  readonly names: readonly string[];
  /** Calls `take` with the bytes of a part, piece by piece. */
  readonly read: (name: string, take: (piece: Buffer) => void) => Promise<void>;
  readonly close: () => void;
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on("error", reject);
    zip.on("end", () => resolve(entries));
    zip.on("entry", (entry: Entry) => {
      if (entries.has(entry.fileName))
        return reject(new ExpectedError(`holds a part twice: ${entry.fileName}`));
      if (entries.size >= mostEntries)
        return reject(new ExpectedError(`expected at most ${mostEntries} parts`));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function readEntry(zip: ZipFile, entry: Entry, take: (piece: Buffer) => void) {
  const { uncompressedSize: size, compressedSize, compressionMethod: method } = entry;
  if (entry.isEncrypted()) throw new ExpectedError("expected no password");
  if (size > mostPacked * compressedSize + pieceSize)
    throw new ExpectedError(
      `expected at most ${mostPacked} bytes for each packed one: ${size} from ${compressedSize}`,
    );
  if (method !== 0 && method !== 8)
    throw new ExpectedError(`expected to be stored or deflated: method ${method}`);
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const pieces = method === 0 ? raw : raw.pipe(createInflateRaw({ chunkSize: pieceSize }));
  raw.on("error", (error) => pieces.destroy(error));
  let [seen, sum] = [0, 0];
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      seen += piece.length;
      if (seen > size) throw new ExpectedError(`larger than the archive says: ${size}`);
      sum = crc32(piece, sum);
      take(piece);
    }
  } finally {
    raw.destroy();
  }
  if (seen !== size || sum !== entry.crc32)
    throw new ExpectedError("damaged: its length or its checksum is another");
}

/** Opens a zip archive. Throws an ExpectedError for what is none, or a damaged one. */
export async function openArchive(file: string): Promise<Archive> {
  const expected = (error: unknown) =>
    error instanceof ExpectedError ? error : new ExpectedError(`archive: ${messageOf(error)}`);
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw expected(error);
  }
  try {
    const entries = await listEntries(zip);
    // A part may be asked for again, as by two sheets of a workbook.
    let unpacked = 0;
    return {
      names: [...entries.keys()],
      read: async (name, take) => {
        const entry = entries.get(name);
        if (entry === undefined) throw new ExpectedError(`expected a part named ${name}`);
        try {
          unpacked += entry.uncompressedSize;
          if (unpacked > mostUnpacked)
            throw new ExpectedError(`expected at most ${mostUnpacked} bytes in all: ${unpacked}`);
          await readEntry(zip, entry, take);
        } catch (error) {
          throw expected(error);
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw expected(error);
  }
}
