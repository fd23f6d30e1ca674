import { unzip, type Unzipped } from "fflate";
import type { Attachment, FileSource } from "./attachment.js";
import { bytesAddress } from "./bytesAddress.js";
import { mimeType } from "./mimeType.js";

/** An archive as cells read it. */
export interface Archive {
  readonly filenames: readonly string[];
  readonly file: (name: string) => Attachment;
}

/** The files in an archive, as Observable gives them. Throws for a name that is not in it. */
export async function read(
  bytes: Uint8Array,
  { toAttachment }: { readonly toAttachment: (source: FileSource) => Attachment },
): Promise<Archive> {
  const files = await new Promise<Unzipped>((resolve, reject) =>
    unzip(bytes, (error, unzipped) => (error ? reject(error) : resolve(unzipped))),
  );
  return {
    filenames: Object.keys(files).filter((name) => !name.endsWith("/")),
    file(name) {
      if (!Object.hasOwn(files, name))
        throw new Error(`FileAttachment: not in the archive: ${name}`);
      return toAttachment({
        name,
        bytes: () => Promise.resolve(files[name]),
        url: () => Promise.resolve(bytesAddress(mimeType(name), files[name])),
      });
    },
  };
}
