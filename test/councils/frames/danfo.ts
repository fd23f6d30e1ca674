import { createRequire } from "node:module";

/** danfojs-node, or null where it is not installed: it is an optional peer. */
function load(): typeof import("danfojs-node") | null {
  try {
    return createRequire(import.meta.url)("danfojs-node") as typeof import("danfojs-node");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    console.warn("danfojs-node is not installed: the tests of danfo.js data frames are skipped");
    return null;
  }
}

export const danfo = load();
