import { expect, test } from "vitest";
import { liveParams } from "../../../src/councils/pages/liveParams.js";

test("a set is known in capitals too, and one that is not gives the default and is told", () => {
  const told: (readonly string[])[] = [];
  const tell = (...of: readonly string[]) => void told.push(of);
  expect(liveParams("?set=ALL&council=%20Kent", "complete", tell)).toEqual({
    ...{ set: "all", council: "Kent" },
  });
  expect(liveParams("?set=", "all", tell).set).toBe("all");
  expect(told).toEqual([]);
  expect(liveParams("?set=best", "complete", tell).set).toBe("complete");
  expect(told).toEqual([["set", "best", "complete"]]);
  expect(() => liveParams("?set=best", "complete")).toThrow("expected complete or all: best");
});
