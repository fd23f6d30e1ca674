import { LeftOut } from "../../errors.js";
import { reasons } from "./leftOutReasons.js";
import { escapeHtml } from "../report/escapeHtml.js";
import { dataAddress } from "../report/dataAddress.js";
import { textWidth } from "./textWidth.js";

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

const sizeOf = (font: string) => Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);

/** What a surface does besides, of which nothing is kept. */
const lost =
  "arc arcTo beginPath bezierCurveTo clearRect clip closePath drawImage ellipse fill fillText lineTo moveTo putImageData quadraticCurveTo rect reset resetTransform restore rotate roundRect save scale setLineDash setTransform stroke strokeRect strokeText transform translate".split(
    " ",
  );
const gradients = [
  "createConicGradient",
  "createLinearGradient",
  "createPattern",
  "createRadialGradient",
];

const pixels = (width: number, height: number) => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4),
});

/**
 * A drawing surface where there is none: filled rectangles, of which keys of colour are made, become
 * a picture, and text is measured. Whatever else is drawn is lost: only an element that shows it
 * would tell, and no report can hold that.
 */
function drawingOn(canvas: { readonly width: number; readonly height: number }) {
  const rectangles: Rectangle[] = [];
  const own: Record<string, unknown> = {
    ...Object.fromEntries(lost.map((name) => [name, () => undefined])),
    ...Object.fromEntries(gradients.map((name) => [name, () => ({ addColorStop() {} })])),
    getImageData: (_x: number, _y: number, width: number, height: number) => pixels(width, height),
    createImageData: pixels,
    fillStyle: "#000000",
    font: "10px sans-serif",
    canvas,
    fillRect(x: number, y: number, width: number, height: number) {
      rectangles.push({ x, y, width, height, fill: String(own.fillStyle) });
    },
    measureText: (text: string) => ({ width: textWidth(String(text), sizeOf(String(own.font))) }),
  };
  const toDataURL = () => {
    const drawn = rectangles.map(
      ({ x, y, width, height, fill }) =>
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escapeHtml(fill)}"/>`,
    );
    const { width, height } = canvas;
    return dataAddress(
      "image/svg+xml",
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges">${drawn.join("")}</svg>`,
    );
  };
  return { context: own, toDataURL };
}

/** Makes a document's canvas elements draw: their class has no surface of its own headless. */
export function giveCanvas(prototype: object): void {
  const drawings = new WeakMap<object, ReturnType<typeof drawingOn>>();
  const drawingOf = (canvas: { width: number; height: number }) => {
    const drawing = drawings.get(canvas) ?? drawingOn(canvas);
    drawings.set(canvas, drawing);
    return drawing;
  };
  Object.defineProperties(prototype, {
    getContext: {
      value(this: { width: number; height: number }, kind: string) {
        if (kind === "2d") return drawingOf(this).context;
        throw new LeftOut(
          `getContext("${kind}"): only a browser draws with a graphics card: draw it as SVG`,
          reasons.card,
        );
      },
    },
    toDataURL: {
      value(this: { width: number; height: number }) {
        return drawingOf(this).toDataURL();
      },
    },
  });
}
