import type { Rollup } from "vite";
import { packageFolder } from "../../packageFolder.js";

/** A script of this package and all that it imports as one module for a browser, in memory. */
export async function bundleScript(file: string): Promise<string> {
  const { build } = await import("vite");
  const result = (await build({
    mode: "production",
    configFile: false,
    envDir: false,
    publicDir: false,
    root: packageFolder,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rollupOptions: { input: file, output: { codeSplitting: false } },
    },
  })) as Rollup.RollupOutput;
  const [chunk] = result.output;
  return chunk.code;
}
