import { ExpectedError, messageOf } from "../../errors.js";
import type { Figure } from "./block.js";
import { figurePictures, type FigurePicture } from "./figureSvg.js";
import { toPng } from "./png.js";

/** A file of a picture: what follows the figure's id in its name, and what it holds. */
export interface PictureFile {
  readonly ending: string;
  readonly content: string | Uint8Array;
}

const scales = [1, 2] as const;

async function pngFiles(id: string, { size, svg }: FigurePicture): Promise<PictureFile[]> {
  try {
    const files: PictureFile[] = [];
    for (const scale of scales)
      files.push({ ending: pictureEnding(size, scale), content: await toPng(svg, scale) });
    return files;
  } catch (error) {
    throw new ExpectedError(`figure ${id}: no PNG can be made of its SVG: ${messageOf(error)}`);
  }
}

/** What follows the figure's id: `.svg`, `.png`, `.2x.png`, and `.narrow` before it for a phone. */
export function pictureEnding(size: FigurePicture["size"], scale?: 1 | 2): string {
  const file = scale === undefined ? ".svg" : scale === 1 ? ".png" : `.${scale}x.png`;
  return size === "narrow" ? `.narrow${file}` : file;
}

/**
 * The files of a figure's pictures: SVG, and PNG at one and at two pixels to each of its own. Throws an
 * ExpectedError that names the figure where its SVG cannot be drawn.
 */
export async function pictureFiles(
  figure: Figure,
  forms: { readonly svg: boolean; readonly png: boolean },
): Promise<PictureFile[]> {
  const files: PictureFile[] = [];
  for (const picture of figurePictures(figure)) {
    if (forms.svg) files.push({ ending: pictureEnding(picture.size), content: picture.svg });
    if (forms.png) files.push(...(await pngFiles(figure.id, picture)));
  }
  return files;
}

/** A figure's picture as a card shows it, with its title and its source: PNG, two pixels to each of its own. */
export const cardPng = (figure: Figure): Promise<Uint8Array> =>
  toPng(figurePictures(figure)[0].svg, 2);
