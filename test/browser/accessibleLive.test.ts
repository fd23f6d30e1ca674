import { inject, test } from "vitest";
import { expectAccessible } from "./axe.js";
import { useBrowser } from "./openPage.js";
import { expectReadable } from "./readable.js";

/** In a file of its own, since the pages of a file are looked at one after another. */

const open = useBrowser();
const fails = "live/fails.html";

test.each(inject("pages").filter((path) => path.startsWith("live/") && path !== fails))(
  "anybody can read %s",
  async (path) => {
    const { page } = await open(path, { colorScheme: "light" });
    await expectReadable(page);
  },
);

test("what goes wrong is as accessible as the rest", async () => {
  const { page } = await open(fails, { colorScheme: "light" });
  await expectAccessible(page);
});
