import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleProblems } from "../engine/site/bundleProblems.js";
import { ExpectedError } from "../errors.js";
import { packageFolder } from "../packageFolder.js";

/** What a claim imports of this package, as the file that is there. */
const own: Readonly<Record<string, string>> = { ninefold: "index.js", "ninefold/node": "node.js" };

/**
 * A file of claims and what it imports, but for this package and Node's own modules, as one module
 * of JavaScript that says where each of its lines comes from. Throws an ExpectedError, a line each
 * with file and line, where it cannot be compiled.
 */
export async function compileClaims(file: string): Promise<string> {
  const { rolldown } = await import("rolldown");
  try {
    const bundle = await rolldown({
      input: path.resolve(file),
      platform: "node",
      treeshake: false,
      logLevel: "silent",
      plugins: [
        {
          name: "own",
          resolveId: (id) =>
            Object.hasOwn(own, id)
              ? {
                  id: pathToFileURL(path.join(packageFolder, "dist", own[id])).href,
                  external: true,
                }
              : null,
        },
      ],
    });
    const { output } = await bundle.generate({
      format: "esm",
      codeSplitting: false,
      sourcemap: "inline",
      sourcemapPathTransform: (source) => path.resolve(path.dirname(path.resolve(file)), source),
    });
    return output[0].code;
  } catch (error) {
    const lines = bundleProblems(error, { root: process.cwd(), prefix: "\0", entries: [] });
    throw new ExpectedError(
      lines
        .map((line) => line.replace("cannot be bundled for a page: ", ""))
        // What has no place of its own is of the file.
        .map((line) => (line.startsWith(": ") ? file + line : line)),
    );
  }
}
