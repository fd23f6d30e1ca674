import { LeftOut } from "../../errors.js";
import { reasons } from "./leftOutReasons.js";

/** Why what is elsewhere is not imported, and what to do. */
const ways: Readonly<Record<string, string>> = {
  "observable:":
    "a notebook on another host is not to be had: copy the cells that it needs into this one",
  "jsr:": "packages come from npm: install one of its name there, and import it as npm:NAME",
};

const hosted = /\/\/(?:cdn\.|esm\.|unpkg\.|[^/]*skypack)[^/]*\/(?:npm\/)?((?:@[^/@]+\/)?[^/@]+)/i;

/** A package that is not installed, as it was asked for by its name or by the address of a host. */
function missing(name: string, asked: string): Error {
  return new Error(
    asked.startsWith("https:")
      ? `a report loads nothing from another host: npm install ${name}, and import it as "npm:${name}"`
      : `no such package is installed: npm install ${name}`,
  );
}

/**
 * Why a module is not imported that is neither a package nor beside the notebook; null for any
 * other. Neither a report nor a page of this package loads anything from another host: such parts
 * are left out, but for packages that can be installed.
 */
export function whyElsewhere(specifier: string): Error | null {
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(specifier)) return null;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(specifier)?.[0].toLowerCase() ?? "";
  if (scheme === "node:") return new Error("a live notebook has no modules of Node");
  if (Object.hasOwn(ways, scheme)) return new LeftOut(ways[scheme], reasons.host);
  const name = hosted.exec(specifier)?.[1];
  if (name !== undefined && name !== "gh") return missing(name, specifier);
  return new LeftOut(
    "a report loads nothing from another host: save it beside the notebook, and import it from there",
    reasons.host,
  );
}

/** Packages that draw with a graphics card or on a canvas, whatever is asked of them. */
const graphics =
  /^(?:regl|regl-.*|three|ogl|twgl\.js|p5|pixi\.js|@pixi\/.*|@?babylonjs(?:\/.*)?|@?deck\.gl(?:\/.*)?|@luma\.gl\/.*|mapbox-gl|maplibre-gl|webgpu-.*|webgl-.*|cesium|chart\.js)$/;
/** Packages that measure what a browser has drawn. */
const measuring = /^(?:leaflet|leaflet[.-].*|mermaid|echarts|react-dom|ol)$/;

/**
 * Why a package is not imported that is not installed, as it was asked for. One that draws as no
 * report can hold is left out: to install it would give no more.
 */
export function whyNotInstalled(name: string, asked: string): Error {
  if (graphics.test(name))
    return new LeftOut(
      `${name} is not installed, and draws with a graphics card or on a canvas: draw it as SVG, as Plot and d3 do`,
      reasons.card,
    );
  if (measuring.test(name))
    return new LeftOut(
      `${name} is not installed, and measures in a browser: draw it as SVG, as Plot and d3 do`,
      reasons.browser(name),
    );
  return missing(name, asked);
}
