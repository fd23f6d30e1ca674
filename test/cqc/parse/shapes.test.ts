import { describe, expect, it } from "vitest";
import { parsePage } from "../../../src/cqc/parse/parsePage.js";
import { monthOfSlug, slugOf } from "../../../src/cqc/parse/reportAddress.js";
import { readDataset } from "../../../src/councils/data/readDataset.js";
import type { Score } from "../../../src/ratings/scheme.js";
import { layouts, toHtml, toPage, toText, type Layout } from "./madeUpPages.js";
import { notices } from "./noticeTexts.js";

/** Each layout that CQC's pages have had, what may not be taken from it, and what says that a report does not stand. */

const { councils, scheme } = readDataset();
const derby = councils.find(({ name }) => name === "Derby")!;
// 23 of 36 is 64%, which is Good.
const scores: readonly Score[] = [2, 3, 3, 3, 2, 3, 2, 3, 2];
const assessed = {
  council: derby,
  scores,
  published: "2025-06-13",
  updated: "2025-06-13",
  statement: 4,
};
const model = (layout: Layout) => toPage({ ...assessed, layout }).model;
const parse = (page: string, slug?: string) => parsePage(page, { councils, scheme, slug });

describe("a percentage right below the word", () => {
  const page = (values: string) =>
    toHtml(model("summary score below")).replace("<p>Score: 64</p>", values);

  it.each([
    ["as a paragraph", "<p>Score: 64</p>"],
    ["with a per cent sign", "<p>Score: 64%</p>"],
    ["without a space", "<p>Score:64%</p>"],
  ])("is read %s", (_how, values) => {
    const { percentage, problems } = parse(page(values));
    expect([percentage, problems]).toEqual([64, []]);
  });

  it("is read within the item of the word", () => {
    const inItem = page("").replace(
      "<div>Good</div></li>",
      "<div>Good</div><div>Score: 64</div></li>",
    );
    expect(parse(inItem)).toMatchObject({ percentage: 64, problems: [] });
  });

  it.each([
    ["of another sum", "<p>Score: 67</p>", "67"],
    ["of a statement", "<p>Score: 3</p>", "score_pct: expected 25 to 100: 3"],
    ["below other words", "<p>On a scale to 100</p><p>Score: 64</p>", "not understood"],
    ["twice, unlike", "<p>Score: 64</p><p>Score: 65</p>", "not understood"],
    [
      "beside another that disagrees",
      "<p>Score: 64</p><p>Overall rating for Derby City Council: 67%</p>",
      "67",
    ],
    ["in words", "<p>Score: sixty-four</p>", "score_pct: expected 25 to 100"],
  ])("is refused %s", (_how, values, problem) => {
    expect(parse(page(values)).problems.join("\n")).toContain(problem);
  });

  it("is not taken from anywhere else on the page", () => {
    const rest = model("summary without percentage");
    const read = parse(toHtml({ ...rest, after: "<p>Score: 75</p>" }));
    expect([read.percentage, read.partial, read.problems[0]]).toEqual([
      null,
      false,
      expect.stringMatching(
        /^line \d+: not understood under "Quality statement scores": Score: 75$/,
      ),
    ]);
  });
});

describe("a list of scores", () => {
  const release = (from: string, to: string) =>
    toText(model("release with colons")).replace(from, to);

  it("with an unknown name has one problem, and the items after it are read", () => {
    const page = release(
      "8. governance, management and sustainability: 3",
      "8. running the whole thing (from top to toe): 3",
    );
    expect(parse(page)).toMatchObject({
      problems: [
        expect.stringMatching(
          /^line \d+: scores: no statement goes by this name: 8\. running the whole thing/,
        ),
      ],
      scores: [2, 3, 3, 3, 2, 3, 2, null, 2],
    });
  });

  it("may name leadership with what it is made of", () => {
    const page = release(
      "8. governance, management and sustainability: 3",
      "8. leadership (management and sustainability) – 3",
    );
    expect(parse(page)).toMatchObject({ problems: [], scores });
  });

  it.each([
    ["7. safeguarding: -2", "no statement goes by this name"],
    ["7. safeguarding: 2: 3", "no statement goes by this name"],
    ["7. safeguarding: 2.5", "qs7: expected 1, 2, 3 or 4"],
    ["6. safeguarding: 2", "qs7: expected as number 7"],
  ])("that says %j is refused", (item, problem) => {
    expect(parse(release("7. safeguarding: 2", item)).problems.join("\n")).toContain(problem);
  });

  it("left out gives the council, the word and the date alone", () => {
    for (const page of [toHtml, toText].map((to) => to(model("release without scores"))))
      expect(parse(page)).toMatchObject({
        problems: [],
        rating: "Good",
        published: "2025-06-13",
        kind: "formal",
        scores: Array(9).fill(null),
        partial: true,
      });
  });

  it.each([
    ["has a list that is not understood", "<ul><li>Seven out of nine</li></ul>"],
    ["has a statement with a score further down", "<p>On.</p><p>7. safeguarding: 3</p>"],
    ["has numbered lines", "<p>1. first of all</p>"],
    ["is a pilot's", "<p>The rating is indicative.</p>"],
    ["contradicts itself", "<p>CQC looked at nine areas to create their inadequate rating.</p>"],
  ])("left out is refused where the release %s", (_how, more) => {
    const page = toHtml({ ...model("release without scores"), after: "" });
    const at = page.indexOf("<p>Staff knew");
    expect(parse(page.slice(0, at) + more + page.slice(at)).problems).not.toEqual([]);
  });
});

describe("a date", () => {
  it.each([
    ["13 June 2025", "2025-06-13"],
    ["Published: 13 June 2025", "2025-06-13"],
  ])("above a release's title is read: %j", (line, published) => {
    const page = toText({ ...model("release with colons"), published: line });
    expect(parse(page)).toMatchObject({ published, problems: [] });
  });

  it("above a summary's title is not", () => {
    const page = toHtml(model("summary 2025"));
    const [line] = /<p>Published.*<\/p>/.exec(page)!;
    const moved = page.replace(line, "").replace("<h1>", `${line}<h1>`);
    expect(parse(moved).problems).toEqual(["line 7: published: no date below the title"]);
  });

  it.each([
    ["31 June 2025", "published: expected a date"],
    ["13 June 2025\n\n14 June 2025", "published: line"],
  ])("above a release's title that is none, or two, is refused: %j", (line, problem) => {
    const page = toText({ ...model("release with colons"), published: line });
    expect(parse(page).problems.join()).toContain(problem);
  });

  it.each([
    ["derby-0625", "2025-06"],
    ["derby-0625-theme3-safeguarding", "2025-06"],
    ["Derby-1224", "2024-12"],
    ["westminster-1124-summary", "2024-11"],
    ["derby-1325", null],
    ["derby-0022", null],
    ["derby-0622", null],
    ["Hertfordshire2", null],
    ["birmingham-cc", null],
  ])("of an address is the month that ends its report's slug: %s", (slug, month) => {
    expect(monthOfSlug(slug)).toBe(month);
  });

  it("of a statement's page without one is the month of its address, and marked", () => {
    const page = toHtml(model("undated statement"));
    expect(parse(page, "derby-0625")).toMatchObject({
      published: "2025-06",
      publishedFrom: "address",
      places: { published: 'the address: the month that ends "derby-0625"' },
      problems: [],
    });
    const undated = parse(page);
    expect(undated.problems).toEqual(["line 7: published: no date below the title"]);
    expect(undated.publishedFrom).toBeNull();
    // One that the page states comes first.
    expect(parse(toHtml(model("statement")), "derby-0725")).toMatchObject({
      published: "2025-06-13",
      publishedFrom: "page",
    });
  });

  it("of a summary is never taken from its address", () => {
    const page = toHtml(model("summary 2025")).replace(/<p>Published.*<\/p>/, "");
    expect(parse(page, "derby-0625")).toMatchObject({ published: null, publishedFrom: null });
  });

  it("after today is refused", () => {
    const page = toHtml({
      ...model("summary 2025"),
      published: "1 May 2062",
      updated: "1 May 2062",
    });
    const read = (today: string) => parsePage(page, { councils, scheme, today }).problems;
    expect(read("2026-11-29")).toEqual([
      "published: after today, 2026-11-29: 2062-05-01",
      "updated: after today, 2026-11-29: 2062-05-01",
    ]);
    expect(read("2062-05-01")).toEqual([]);
  });

  it("is of the report that an address is of, wherever its pages stand", () => {
    const reports = "https://www.cqc.org.uk/care-services/local-authority-assessment-reports";
    expect(slugOf(`${reports}/york-1225/summary`)).toBe("york-1225");
    expect(slugOf(`${reports}/Derby-0625-theme1-needs`)).toBe("derby-0625-theme1-needs");
    expect(slugOf("https://www.cqc.org.uk/press-release/x")).toBeNull();
    expect(slugOf("nowhere")).toBeNull();
  });
});

describe("the first page of a report", () => {
  it("has no rating, and says so", () => {
    const page =
      "<main><h1>Derby City Council: local authority assessment</h1><h2>How we assess local authorities</h2>" +
      "<p>Assessment published: 13 June 2025</p><h2>Demographics</h2><p>People live there.</p></main>";
    const { problems, page: kind } = parse(page);
    expect(kind).toBe("unknown");
    expect(problems).toEqual([
      "line 1: page: the first page of a report, which has no rating: its summary has",
    ]);
  });
});

describe("a page that says it does not stand", () => {
  const places = ["below title", "below word"] as const;

  it.each(notices)("is refused, in any words: %s", (notice) => {
    for (const layout of layouts)
      for (const noticeAt of places)
        for (const to of [toHtml, toText]) {
          const page = to({ ...model(layout), notice, noticeAt });
          const slug = layout === "undated statement" ? "derby-0625" : undefined;
          expect(parse(page, slug).problems, `${layout}, ${noticeAt}`).not.toEqual([]);
        }
  });

  it.each([
    "We have withdrawn this report while we look at it again.",
    "This rating is under review.",
    "This publication has been removed.",
    "This page is no longer up to date.",
    "Our report on Derby was published in error.",
    "Withdrawn",
    "Archived",
  ])("is refused above its title, and beside its text: %s", (notice) => {
    for (const layout of layouts)
      for (const noticeAt of ["above title", "beside"] as const) {
        const page = toHtml({ ...model(layout), notice, noticeAt });
        const slug = layout === "undated statement" ? "derby-0625" : undefined;
        expect(parse(page, slug).problems.join(), layout).toContain("page: may no longer stand");
      }
  });

  it("is refused wherever it says so of itself: in a banner, a header or at the end", () => {
    const page = toHtml(model("summary 2025"));
    const notice = "<p>We have withdrawn this report.</p>";
    for (const changed of [
      page.replace("</main>", `${notice}</main>`),
      page.replace("<body>", `<body><header>${notice}</header>`),
      page.replace("<main>", `<div role="banner">${notice}</div><main>`),
      page.replace("<main>", `<main><div role="alert">${notice}</div>`),
      page.replace("</body>", `<dialog open>${notice}</dialog></body>`),
    ])
      expect(parse(changed).problems.join()).toContain("page: may no longer stand");
  });

  it.each([
    "People said their assessment was reviewed late, and reviews were overdue.",
    "Support was withdrawn too soon, a carer told us.",
    "The council had suspended a contract with a home and removed its name from the list.",
    "A rating of a local home was under review.",
    "Staff reviewed the risk assessment after each fall and corrected mistakes.",
    "The report to the board was challenged by councillors.",
    "Plans were no longer in date.",
  ])("is not every page whose own text speaks of such things: %s", (sentence) => {
    for (const layout of layouts) {
      const page = toHtml(model(layout)).replace(
        "<p>Staff knew",
        `<p>${sentence}</p>\n<p>Staff knew`,
      );
      const slug = layout === "undated statement" ? "derby-0625" : undefined;
      expect(parse(page, slug).problems, layout).toEqual([]);
    }
  });
});
