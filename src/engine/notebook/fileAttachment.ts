import { realpathSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { messageOf } from "../../errors.js";

/** A file beside the notebook, read as Notebook Kit's `FileAttachment` reads it. */
export interface Attachment {
  readonly name: string;
  /** Without a byte order mark; the encoding is UTF-8 where none is given. */
  readonly text: (encoding?: string) => Promise<string>;
  readonly json: () => Promise<unknown>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

const isWithin = (folder: string, file: string) => {
  const relative = path.relative(folder, file);
  return !relative.startsWith("..") && !path.isAbsolute(relative);
};

/**
 * `FileAttachment` for the notebook at a path: files in its folder or below, and in the folder
 * `data` beside that. Throws for a file that is elsewhere or is not there.
 */
export function fileAttachmentFor(notebook: string): (name: string) => Attachment {
  const folder = realpathSync(path.dirname(path.resolve(notebook)));
  const allowed = [folder, path.join(folder, "..", "data")];
  return (name) => {
    const asked = path.resolve(folder, name);
    const stats = statSync(asked, { throwIfNoEntry: false });
    const file = stats ? realpathSync(asked) : asked;
    if (!allowed.some((place) => isWithin(place, file)))
      throw new Error(`FileAttachment: expected a file beside the notebook or in data: ${name}`);
    if (!stats?.isFile()) throw new Error(`FileAttachment: there is no such file: ${name}`);
    const text = async (encoding?: string) =>
      new TextDecoder(encoding).decode(await readFile(file));
    return {
      name: path.basename(file),
      text,
      json: async () => {
        const json = await text();
        try {
          return JSON.parse(json) as unknown;
        } catch (error) {
          throw new Error(`FileAttachment: expected JSON: ${name}: ${messageOf(error)}`);
        }
      },
      arrayBuffer: async () => new Uint8Array(await readFile(file)).buffer,
    };
  };
}
