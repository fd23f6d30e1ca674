import { expect, test } from "vitest";
import { bodyJobs } from "../../src/cli/siteJobs.js";
import { readDataset } from "../../src/councils/data/readDataset.js";

const jobs = bodyJobs({
  ...{ council: "council.html", region: "region.html" },
  ...{ dataset: readDataset(), set: "complete" },
});
const more = (label: string) =>
  jobs.find((job) => job.label === label)!.others!.find(({ title }) => title === "More")!.links;

test("the page of a council or a region leads to the one on which another is chosen", () => {
  expect(more("Camden")).toContainEqual({
    href: "../../live/council.html?council=E09000007",
    text: "Choose another council",
  });
  expect(more("North East")).toContainEqual({
    href: "../../live/region.html?region=North+East",
    text: "Choose another region",
  });
});
