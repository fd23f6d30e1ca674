import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Resvg } from "@resvg/resvg-wasm";
import { readFonts, type Fonts } from "./fonts.js";
import { fontFamily, svgForTypst } from "./typstText.js";

interface Painter extends Fonts {
  readonly Resvg: typeof Resvg;
}

/** Loads the painter, which is the same WebAssembly on every machine. */
async function setUp(): Promise<Painter> {
  const [{ initWasm, Resvg }, fonts] = await Promise.all([
    import("@resvg/resvg-wasm"),
    readFonts(),
  ]);
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(readFile(wasm));
  return { Resvg, ...fonts };
}

let painter: Promise<Painter> | undefined;

/**
 * An SVG that stands alone as PNG, in the package's own fonts, at so many pixels to each of its own.
 * The same SVG gives the same bytes on every run and every machine.
 */
export async function toPng(svg: string, scale: 1 | 2): Promise<Uint8Array> {
  painter ??= setUp();
  const { Resvg, files, covers } = await painter;
  const picture = new Resvg(svgForTypst(svg, covers), {
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers: [...files], defaultFontFamily: fontFamily, sansSerifFamily: fontFamily },
  });
  try {
    const image = picture.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    picture.free();
  }
}
