import { defineConfig } from "vitest/config";
import { closingLine } from "./test/closingLine.js";

/** `npm run test:browser`: opens the site's pages in Chromium, which it needs. */
export default defineConfig({
  test: {
    include: ["test/browser/*.test.ts"],
    globalSetup: ["test/browser/setup.ts"],
    // No test measures time. By default one processor is left free.
    maxWorkers: "100%",
    testTimeout: 180_000,
    hookTimeout: 300_000,
    passWithNoTests: false,
    reporters: ["default", closingLine],
  },
});
