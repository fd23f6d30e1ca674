import { describe, expect, it } from "vitest";
import { cardPicture } from "../../../src/engine/report/cardPicture.js";
import { figurePage } from "../../../src/engine/report/figurePage.js";
import {
  cardHtml,
  fromPage,
  navHtml,
  type SitePlace,
} from "../../../src/engine/report/siteFrame.js";
import { madeFigure, madeReport } from "./made.js";

const frame = {
  name: "A <site>",
  nav: [
    { href: "", text: "Home" },
    { href: "areas/", text: "Areas" },
  ],
};

describe("addresses in a site", () => {
  it("lead from a page to the root and to others", () => {
    expect(fromPage("index.html", "")).toBe("./");
    expect(fromPage("index.html", "areas/")).toBe("areas/");
    expect(fromPage("areas/barnet/index.html", "")).toBe("../../");
    expect(fromPage("areas/barnet/index.html", "data/a.csv")).toBe("../../data/a.csv");
  });

  it("say which page a reader is on", () => {
    const nav = navHtml({ frame, path: "areas/index.html" });
    expect(nav).toContain('<a href="../">Home</a>');
    expect(nav).toContain('<a href="../areas/" aria-current="page">Areas</a>');
  });
});

describe("cards", () => {
  const words = { title: "A title", description: 'It "finds".' };

  const own = { path: "a/b.png", alt: 'Bars of "x".' };
  const known = { ...frame, address: "https://example.org/r/" };

  it("name a picture only where the site's address is known", () => {
    const place = { frame, path: "areas/index.html", picture: own };
    expect(cardHtml(words, place)).toContain('content="It &quot;finds&quot;."');
    expect(cardHtml(words, place)).toContain('"og:type" content="website"');
    expect(cardHtml(words, place)).not.toContain("og:image");
    const card = cardHtml(words, { ...place, frame: known });
    expect(card).toContain('"og:url" content="https://example.org/r/areas/"');
    expect(card).toContain('"og:image" content="https://example.org/r/a/b.png"');
    expect(card).toContain('"og:image:alt" content="Bars of &quot;x&quot;."');
  });

  it("have the picture of the whole site where a page has none of its own", () => {
    const ofSite = { ...known, picture: { path: "assets/card.png", alt: "Of all." } };
    const card = (place: Partial<SitePlace>) =>
      cardHtml(words, { frame: ofSite, path: "areas/index.html", ...place });
    expect(card({})).toContain('"og:image" content="https://example.org/r/assets/card.png"');
    expect(card({})).toContain('"og:image:alt" content="Of all."');
    expect(card({ picture: own })).not.toContain("card.png");
  });

  it("show a report by its first figure, where that has files and nobody chooses what it shows", () => {
    const report = madeReport([madeFigure({ id: "a", alt: "A." }), madeFigure({ id: "b" })]);
    const formats = ["html", "csv", "svg", "png"] as const;
    expect(cardPicture(report, { frame, formats })).toEqual({
      path: "made-up/a.2x.png",
      alt: "A.",
    });
    expect(cardPicture(report, { formats })).toBeUndefined();
    expect(cardPicture(report, { frame, formats: ["html", "csv"] })).toBeUndefined();
    expect(cardPicture(report, { frame, formats, series: { folder: "areas" } })).toBeUndefined();
    const chosen = { ...report, card: { title: "Towns", description: "Choose a town." } };
    expect(cardPicture(chosen, { frame, formats })).toBeUndefined();
    expect(cardPicture(madeReport([]), { frame, formats })).toBeUndefined();
  });
});

describe("the page of a figure", () => {
  const figure = madeFigure({ id: "a", alt: 'Bars of "x" & <y>.', n: 3 });
  const options = {
    report: madeReport([figure]),
    number: 2,
    frame: { ...frame, licence: "Free to use.", address: "https://example.org/r/" },
    date: "2026-11-29",
    asked: { set: "all" },
  };
  const files = new Map(figurePage(figure, options));
  const folder = `figures/${options.report.id}/a/`;

  it("says as at what the site's data are, and what is plotted once", () => {
    const own = { ...options, frame: { ...options.frame, asAt: "2026-06" } };
    const [page, facts] = figurePage(figure, own).map(([, content]) => content);
    expect(page).toContain("data as at June 2026.");
    expect(page).not.toContain("29 November 2026");
    expect((JSON.parse(facts) as { vintage: string }).vintage).toBe("2026-06");
    expect(page.split(figure.subtitle)).toHaveLength(2);
  });

  it("says for machines what it is of", () => {
    const facts = JSON.parse(files.get(`${folder}figure.json`)!) as Record<string, unknown>;
    expect(facts).toMatchObject({
      schema: "ninefold.figure/1",
      title: figure.title,
      n: 3,
      asked: { set: "all" },
      vintage: "2026-11-29",
      licence: "Free to use.",
      page: `https://example.org/r/${folder}`,
    });
    expect(facts.citation).toContain("Figure 2 of");
    expect(facts.citation).toContain("29 November 2026");
  });

  it("gives code that shows it with its alternative text, and nothing that runs", () => {
    const html = files.get(`${folder}index.html`)!;
    expect(html).toContain(
      "alt=&quot;Bars of &amp;quot;x&amp;quot; &amp;amp; &amp;lt;y&amp;gt;.&quot;",
    );
    expect(html).not.toContain("<iframe");
    expect(html.match(/<script/g)).toHaveLength(1);
  });
});
