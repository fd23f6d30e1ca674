import { readFileSync, realpathSync, statSync, type Stats } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { toAttachment, type Attachment } from "./files/attachment.js";
import { bytesAddress } from "./files/bytesAddress.js";
import { readers } from "./files/readers.js";
import { projectFolder } from "./projectFolder.js";
import { mimeType } from "./files/mimeType.js";

const isWithin = (folder: string, file: string) => {
  const relative = path.relative(folder, file);
  return !relative.startsWith("..") && !path.isAbsolute(relative);
};

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** More than this of a name is not repeated. */
const longestName = 200;

/** What is at a path; null where nothing is, or where the path itself leads nowhere, as links may. */
function statsOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ELOOP", "ENAMETOOLONG", "ENOTDIR"].includes(code)) return null;
    throw error;
  }
}

/**
 * Finds the files of the notebook at a path: those in its folder or below, and in the folder `data`
 * beside that. Throws for a file that is elsewhere or is not there; `what` asks for it.
 */
export function fileFinder(notebook: string, what: string): (name: string) => string {
  const folder = realpathSync(path.dirname(path.resolve(notebook)));
  const allowed = [folder, path.join(folder, "..", "data")];
  return (name) => {
    const asked = path.resolve(folder, name);
    const stats = statsOf(asked);
    const file = stats ? realpathSync(asked) : asked;
    if (!allowed.some((place) => isWithin(place, file)))
      throw new Error(`${what}: expected a file beside the notebook or in data: ${name}`);
    if (!stats?.isFile())
      throw new Error(`${what}: there is no such file: ${name.slice(0, longestName)}`);
    return file;
  };
}

/** `FileAttachment` for the notebook at a path. Throws as `fileFinder` does. */
export function fileAttachmentFor(notebook: string): (name: string) => Attachment {
  const find = fileFinder(notebook, "FileAttachment");
  return (name) => {
    const file = find(name);
    const bytes = () => readFile(file);
    return toAttachment(
      {
        name,
        bytes,
        url: async () => bytesAddress(mimeType(name), await bytes()),
      },
      readers,
    );
  };
}

/**
 * Finds the pictures of the notebook at a path: besides what `fileFinder` finds, those of its project,
 * whose pages often share a folder of pictures. Throws as that does.
 */
export function imageFinder(notebook: string): (name: string) => string {
  const find = fileFinder(notebook, "image");
  const project = projectFolder(notebook);
  const real = project === null ? null : realpathSync(project);
  return (name) => {
    const asked = path.resolve(path.dirname(path.resolve(notebook)), name);
    if (real === null || !picture.test(name) || !statsOf(asked)?.isFile()) return find(name);
    const file = realpathSync(asked);
    const inside = path.relative(real, file).split(path.sep);
    const isHidden = inside.some((part) => part.startsWith(".") || part === "node_modules");
    return picture.test(file) && !isHidden && isWithin(real, file) ? file : find(name);
  };
}

/** Gives the pictures of the notebook at a path as addresses that hold them. */
export function imageAddresses(notebook: string): (name: string) => string {
  const find = imageFinder(notebook);
  return (name) => bytesAddress(mimeType(name), readFileSync(find(name)));
}
