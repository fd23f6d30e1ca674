import { existsSync } from "node:fs";
import { configDefaults, defineConfig } from "vitest/config";
import type { Reporter } from "vitest/node";
import { chromium } from "./test/browser/chromium.js";
import { closingLine } from "./test/closingLine.js";

/** Says which tests these were not. */
const others: Reporter = {
  onTestRunEnd() {
    console.log(
      existsSync(chromium)
        ? "Browser tests were not run: npm run test:browser runs them."
        : `Browser tests were not run and cannot be: there is no Chromium at ${chromium}.`,
    );
  },
};

/**
 * Tests of what neither changes its process nor depends on it: a worker loads the sources once for
 * all of these files, and not once for each.
 */
const together = [
  ...["architecture", "councils", "cqc/parse", "datapackage", "engine/controls"],
  ...["engine/report", "notebooks", "ratings", "services", "statistics"],
].map((folder) => `test/${folder}/**/*.test.ts`);
const exclude = [...configDefaults.exclude, "test/browser/**"];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: together,
          exclude,
          isolate: false,
          // Plot asks for a document when it is loaded: not for one that another file's test lent.
          setupFiles: ["@observablehq/plot"],
        },
      },
      {
        extends: true,
        test: { name: "alone", include: ["test/**/*.test.ts"], exclude: [...exclude, ...together] },
      },
    ],
    // A bound on what never ends, and no measure of speed: a test that works may wait for others.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // By default one processor is left free, which on two makes the suite twice as long.
    maxWorkers: "100%",
    reporters: ["default", others, closingLine],
  },
});
