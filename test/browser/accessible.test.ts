import { inject, test } from "vitest";
import { useBrowser } from "./openPage.js";
import { expectReadable } from "./readable.js";

const open = useBrowser();
const pages = inject("pages").filter((path) => !path.startsWith("live/"));

test.each(pages)("anybody can read %s", async (path) => {
  const { page } = await open(path, { colorScheme: "light" });
  await expectReadable(page);
});
