import { defineConfig } from "vitest/config";

/** `npm run test:pack`: packs and installs, which takes the registry and half a minute. */
export default defineConfig({
  test: {
    include: ["test/install/*.e2e.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    passWithNoTests: false,
  },
});
