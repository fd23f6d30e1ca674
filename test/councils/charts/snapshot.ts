import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("snapshots/", import.meta.url));

/**
 * Compares an SVG with the tracked one of its name. Where they differ, the new one is left beside
 * it as NAME-changed.svg, to look at and to take over, and the comparison throws. A name without a
 * tracked file is written; in CI that throws too.
 */
export function compareWithSnapshot(name: string, svg: string): void {
  const path = `${folder}${name}.svg`;
  const changed = `${folder}${name}-changed.svg`;
  const text = `${svg}\n`;
  if (!existsSync(path)) {
    if (process.env.CI) throw new Error(`${path}: no such snapshot`);
    writeFileSync(path, text);
    return;
  }
  if (readFileSync(path, "utf8") === text) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, text);
  throw new Error(`${path}: the chart differs from its snapshot: see ${changed}`);
}
