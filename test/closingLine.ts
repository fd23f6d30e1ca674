import type { Reporter, TestModule } from "vitest/node";

/** Ends the output with one line that any tool can read: "N passed, N failed". */
export const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const states = tests.map((test) => test.result().state);
    const tally = (state: string) => states.filter((s) => s === state).length;
    // A file that cannot be loaded holds no test to count, but it is a failure.
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const skipped = tally("skipped");
    console.log(
      `${tally("passed")} passed, ${tally("failed") + broken} failed` +
        (skipped > 0 ? `, ${skipped} skipped` : ""),
    );
  },
};
