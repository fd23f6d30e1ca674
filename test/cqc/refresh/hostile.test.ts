import { existsSync, readdirSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diffProblems, diffText } from "../../../src/cqc/refresh/diffText.js";
import type { Effects } from "../../../src/cqc/refresh/effects.js";
import { contents, dataFolder, effects, read, run } from "./madeUpData.js";
import { listingPages, siteOf, startSite, summaryPage, summaryPath } from "./madeUpSite.js";
import type { Handler, MadeUpReport, MadeUpSite } from "./madeUpSite.js";

let site: MadeUpSite;
let dir: string;
let before: Record<string, string>;
beforeEach(async () => {
  site = await startSite();
  dir = dataFolder([
    "E09000033,Westminster,formal,published,medium,Good,,2026-03,,,,,,,,,,https://example.org/,press,kept",
  ]);
  before = contents(dir);
});
afterEach(async () => {
  await site.close();
  rmSync(dir, { recursive: true, force: true });
});

const report = (council: string): MadeUpReport => ({
  council,
  slug: `${council.toLowerCase()}-0126`,
  scores: "333333333",
  published: "2026-01-16",
});
const [barnet, camden] = [report("Barnet"), report("Camden")];
const barnetPath = summaryPath(barnet.slug);
const listing = "/search/content/7217";
const asked = (path: string) => site.requests.filter((request) => request.path === path).length;

/** Runs with Barnet's page answered so, and gives the one problem's part after the address. */
async function problemOf(answer: Handler, world?: Effects): Promise<string> {
  site.answers = { ...siteOf([barnet, camden]), [barnetPath]: answer };
  const { diff, written } = await run(site.origin, dir, { accept: true }, world);
  // The page that can be read is taken, the other leaves everything as it was.
  expect(diff.items.map(({ what, council }) => [what, council])).toEqual([["new", "Camden"]]);
  expect(written).toEqual(["assessments.csv", "datapackage.json"]);
  expect(read(dir, "assessments.csv")).not.toContain("Barnet");
  expect(read(dir, "assessments.csv").startsWith(before["assessments.csv"])).toBe(true);
  expect(diff.problems).toHaveLength(1);
  expect(diff.problems[0].startsWith(`${site.origin}${barnetPath}: `)).toBe(true);
  return diff.problems[0].slice(`${site.origin}${barnetPath}: `.length);
}

const html = { "content-type": "text/html" };

describe("an answer that is no page", () => {
  it("is one line: 403, which is not asked for again", async () => {
    expect(await problemOf((_, response) => response.writeHead(403).end())).toBe("status 403");
    expect(asked(barnetPath)).toBe(1);
  });

  it("is one line: 404 of a report that is listed, with each place where it was sought", async () => {
    site.answers = {
      ...siteOf([barnet, camden]),
      [barnetPath]: (_, response) => response.writeHead(404).end(),
    };
    const { diff } = await run(site.origin, dir, { accept: true });
    expect([diff.items.map(({ council }) => council), diff.problems]).toEqual([["Camden"], []]);
    const report = `${site.origin}/care-services/local-authority-assessment-reports/barnet-0126`;
    expect(diffProblems(diff)).toEqual([
      `no summary found: Barnet (E09000003), barnet-0126: ${[
        "/summary",
        "",
        "-summary",
        "/overall-summary",
      ]
        .map((end) => `${report}${end} (404)`)
        .join(", ")}`,
    ]);
  });

  it("is one line: 429 that asks for more patience than there is", async () => {
    expect(
      await problemOf((_, response) => response.writeHead(429, { "retry-after": "3600" }).end()),
    ).toBe("429: asked to wait 3600 s");
    expect(asked(barnetPath)).toBe(1);
  });

  it("is one line: 429 that asks for longer than there are digits for", async () => {
    const asks =
      (seconds: string): Handler =>
      (_, response) =>
        response.writeHead(429, { "retry-after": seconds }).end();
    expect(await problemOf(asks("99999999999999999999999"))).toBe("429: asked to wait for years");
    expect(asked(barnetPath)).toBe(1);
  });

  it("is one line: 500 each time", async () => {
    expect(await problemOf((_, response) => response.writeHead(500).end())).toBe(
      "500, after 2 requests",
    );
  });

  it("is one line: a body that is cut short", async () => {
    const cut: Handler = (_, response) => {
      response.writeHead(200, { ...html, "content-length": "5000" });
      response.write(summaryPage(barnet).slice(0, 500), () => response.destroy());
    };
    expect(await problemOf(cut)).toMatch(/^no whole answer: .*, after 2 requests$/);
    expect(asked(barnetPath)).toBe(2);
  });

  it("is one line: a body of another length than stated, were the client to let it pass", async () => {
    const world = effects();
    const shortened: typeof fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!new Request(url).url.endsWith(barnetPath)) return response;
      const text = await response.text();
      return new Response(text.slice(0, 90), { headers: { ...html, "content-length": "95" } });
    };
    expect(
      await problemOf((_, response) => response.writeHead(200, html).end(summaryPage(barnet)), {
        ...world,
        fetch: shortened,
      }),
    ).toBe("cut short: 90 of 95 bytes, after 2 requests");
  });

  it("is one line: no answer, and one that never ends", async () => {
    expect(await problemOf(() => {})).toBe("no whole answer within 0.4 s, after 2 requests");
    rmSync(dir, { recursive: true });
    dir = dataFolder([before["assessments.csv"].split("\n")[1]]);
    const drip: Handler = (_, response) => {
      response.writeHead(200, html);
      const timer = setInterval(() => response.write("<p>"), 50);
      response.on("close", () => clearInterval(timer));
    };
    expect(await problemOf(drip)).toBe("no whole answer within 0.4 s, after 2 requests");
  });

  it("is one line: a body that is too large", async () => {
    const flood: Handler = (_, response) => {
      response.writeHead(200, html);
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", pour);
      pour();
    };
    expect(await problemOf(flood)).toBe("longer than 100000 bytes");
    expect(asked(barnetPath)).toBe(1);
  });

  it("is one line: another type, and text that is not UTF-8", async () => {
    expect(
      await problemOf((_, response) =>
        response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF"),
      ),
    ).toBe("expected text/html: application/pdf");
    rmSync(dir, { recursive: true });
    dir = dataFolder([before["assessments.csv"].split("\n")[1]]);
    expect(
      await problemOf((_, response) =>
        response.writeHead(200, html).end(Buffer.from([0xe9, 0x20])),
      ),
    ).toBe("expected UTF-8");
  });

  it("is one line: a redirection to another host, and one without end", async () => {
    const elsewhere = await startSite({ "/": "<h1>Elsewhere</h1>" });
    try {
      const to = (location: string): Handler => {
        return (_, response) => response.writeHead(302, { location }).end();
      };
      expect(await problemOf(to(`${elsewhere.origin}/`))).toBe(
        `redirected to another host: ${elsewhere.origin.slice("http://".length)}`,
      );
      expect(elsewhere.requests).toEqual([]);
      rmSync(dir, { recursive: true });
      dir = dataFolder([before["assessments.csv"].split("\n")[1]]);
      expect(await problemOf(to(barnetPath))).toBe("redirected more than 3 times");
    } finally {
      await elsewhere.close();
    }
  });

  it("is one line: 304 to a question without a condition", async () => {
    expect(await problemOf((_, response) => response.writeHead(304).end())).toBe(
      "304, though nothing was known",
    );
  });
});

describe("a page that is too long", () => {
  it("is refused before it is read where it says so, and as soon as it is where it does not", async () => {
    for (const stated of [true, false]) {
      let [sent, closed] = [0, false];
      site.answers = { ...siteOf([barnet]) };
      site.answers[barnetPath] = (_, response) => {
        response.on("close", () => (closed = true));
        response.writeHead(200, { ...html, ...(stated && { "content-length": "4900000" }) });
        const more = () => {
          if (closed || sent >= 4_900_000) return;
          sent += 50_000;
          response.write("x".repeat(50_000), () => setTimeout(more, 1));
        };
        more();
      };
      const { diff } = await run(site.origin, dir, { limits: { bytes: 100_000, timeout: 20_000 } });
      expect(diff.problems).toEqual([`${site.origin}${barnetPath}: longer than 100000 bytes`]);
      expect(sent).toBeLessThan(4_900_000);
    }
  });

  it("is the only one kept of all: what pages say is kept, and not the pages", async () => {
    const page = (text: string) =>
      text.replace("</main>", `${"<p>On we went.</p>".repeat(3000)}</main>`);
    const many = ["Barnet", "Bexley", "Brent", "Camden", "Ealing", "Enfield", "Harrow"].map(report);
    site.answers = siteOf(many);
    for (const one of many) site.answers[summaryPath(one.slug)] = page(summaryPage(one));
    const { diff } = await run(site.origin, dir, { dryRun: true });
    expect(diff.items).toHaveLength(7);
    expect(JSON.stringify(diff)).not.toContain("On we went");
  });
});

describe("a site that turns to https", () => {
  it("is read there, on the same host, with what its robots.txt asks, and never back", async () => {
    site.answers = {
      ...siteOf([barnet, camden]),
      "/robots.txt": (_, response) =>
        response
          .writeHead(200, { "content-type": "text/plain" })
          .end(`User-agent: *\nDisallow: ${summaryPath(camden.slug)}`),
    };
    const asked: string[] = [];
    const world = effects();
    // Stands for a certificate: what is asked by https is answered, all else is sent there.
    const turned: typeof fetch = (input, init) => {
      const url = new URL(new Request(input).url);
      asked.push(url.href);
      if (url.protocol === "https:") return fetch(site.origin + url.pathname + url.search, init);
      const location = `https://made-up.example${url.pathname}${url.search}`;
      return Promise.resolve(new Response(null, { status: 301, headers: { location } }));
    };
    const { diff } = await run("http://made-up.example", dir, {}, { ...world, fetch: turned });
    expect(diff.items.map(({ council, url }) => [council, url])).toEqual([
      ["Barnet", `https://made-up.example${barnetPath}`],
    ]);
    expect(diff.problems).toEqual([
      `https://made-up.example${summaryPath(camden.slug)}: robots.txt asks not to read it`,
    ]);
    expect(asked.filter((url) => url.includes("camden"))).toEqual([]);
    // The first two pages are sent there; then the site is known by its new address.
    expect(asked.filter((url) => url.startsWith("http:"))).toHaveLength(2);

    const back: typeof fetch = (input, init) => {
      const url = new URL(new Request(input).url);
      if (!url.pathname.includes("barnet")) return fetch(site.origin + url.pathname, init);
      const location = `http://made-up.example${url.pathname}`;
      return Promise.resolve(new Response(null, { status: 301, headers: { location } }));
    };
    const refused = await run("https://made-up.example", dir, {}, { ...world, fetch: back });
    expect(refused.diff.problems).toContain(
      `https://made-up.example${barnetPath}: redirected to another host: made-up.example`,
    );
  });
});

describe("asking again", () => {
  it("waits as long as the server asks, in seconds or until a date", async () => {
    for (const after of ["7", new Date("2026-11-28T09:30:07Z").toUTCString()]) {
      let first = true;
      site.answers = siteOf([barnet]);
      site.answers[barnetPath] = (_, response) => {
        if (first) response.writeHead(429, { "retry-after": after }).end();
        else response.writeHead(200, html).end(summaryPage(barnet));
        first = false;
      };
      const world = effects();
      const { diff } = await run(site.origin, dir, { dryRun: true }, world);
      expect([diff.problems, diff.items.map(({ what }) => what)]).toEqual([[], ["new"]]);
      // Two seconds before each page, and seven before the second request for one.
      expect(world.waits).toEqual([2000, 2000, 7000]);
    }
  });

  it("goes one page at a time, says who asks, and gives up after failures in a row", async () => {
    let [open, most] = [0, 0];
    const many = ["Barnet", "Bexley", "Brent", "Camden", "Ealing", "Enfield", "Harrow"].map(report);
    site.answers = siteOf(many);
    for (const { slug } of many)
      site.answers[summaryPath(slug)] = (_, response) => {
        most = Math.max(most, (open += 1));
        setTimeout(() => {
          open -= 1;
          response.writeHead(403).end();
        }, 5);
      };
    const { diff } = await run(site.origin, dir);
    expect(most).toBe(1);
    // robots.txt, the listing and five reports.
    expect(site.requests).toHaveLength(7);
    expect(diff.problems.at(-1)).toBe(
      "stopped after 5 pages in a row that could not be read: 7 of 7 reports were not read",
    );
    expect(new Set(site.requests.map(({ headers }) => headers["user-agent"]))).toEqual(
      new Set(["ninefold/test (+here)"]),
    );
  });

  it("asks whether a page has changed, and reads it anew where its copy is not what was read", async () => {
    const conditional: Handler = (request, response) => {
      const known = request.headers["if-none-match"] === '"one"';
      if (known) response.writeHead(304).end();
      else
        response
          .writeHead(200, {
            ...html,
            etag: '"one"',
            "last-modified": "Fri, 16 Jan 2026 00:00:00 GMT",
          })
          .end(summaryPage(barnet));
    };
    site.answers = { ...siteOf([barnet]), [barnetPath]: conditional };
    await run(site.origin, dir);
    const index = read(dir, "raw/index.json");
    const again = await run(site.origin, dir, {}, effects("2026-12-05"));
    expect(again.diff.items.map(({ what }) => what)).toEqual(["new"]);
    const last = site.requests.at(-1)!;
    expect(last.headers).toMatchObject({
      "if-none-match": '"one"',
      "if-modified-since": "Fri, 16 Jan 2026 00:00:00 GMT",
    });
    // The content was read on the first day, and asked for on the second.
    expect(read(dir, "raw/index.json")).not.toBe(index);
    const page = () =>
      (JSON.parse(read(dir, "raw/index.json")) as { pages: Record<string, unknown>[] }).pages[0];
    expect(page()).toMatchObject({
      status: 304,
      read: "2026-11-28T09:30:00.000Z",
      asked: "2026-12-05T09:30:00.000Z",
    });

    const [name] = readdirSync(join(dir, "raw/pages"));
    writeFileSync(join(dir, "raw/pages", name), "tampered with");
    await run(site.origin, dir);
    expect(site.requests.at(-1)!.headers).not.toHaveProperty("if-none-match");
    expect(read(dir, `raw/pages/${name}`)).toBe(summaryPage(barnet));
  });

  it("goes on where a run that stopped left off", async () => {
    const many = ["Barnet", "Bexley", "Brent", "Camden", "Ealing"].map(report);
    site.answers = siteOf(many);
    const pages = async (day: string) => {
      site.requests.splice(0);
      const { diff } = await run(site.origin, dir, { limits: { pages: 3 } }, effects(day));
      return [diff.problems, site.requests.slice(2).map(({ path }) => path.split("/")[3])];
    };
    const stopped = (unread: number) => [
      `stopped after 3 pages: ${unread} of 5 reports were not read`,
    ];
    expect(await pages("2026-11-28")).toEqual([stopped(3), ["barnet-0126", "bexley-0126"]]);
    expect(await pages("2026-11-29")).toEqual([stopped(3), ["brent-0126", "camden-0126"]]);
    expect(await pages("2026-11-30")).toEqual([stopped(3), ["ealing-0126", "barnet-0126"]]);
  });

  it("keeps what an interrupted run has read", async () => {
    site.answers = siteOf([barnet, camden]);
    const world = effects();
    const interrupted: Effects = {
      ...world,
      // The third page is never asked for.
      sleep: async (milliseconds) => {
        await world.sleep(milliseconds);
        if (world.waits.length === 3) throw new Error("interrupted");
      },
    };
    await expect(run(site.origin, dir, { accept: true }, interrupted)).rejects.toThrow(
      "interrupted",
    );
    expect(contents(dir)).toEqual(before);
    expect(readdirSync(join(dir, "raw/pages"))).toHaveLength(1);
    const { diff, written } = await run(site.origin, dir, { accept: true });
    expect(diff.items).toHaveLength(2);
    expect(written).toHaveLength(2);
  });
});

describe("robots.txt", () => {
  const robots = (text: string): Handler => {
    return (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end(text);
  };
  it("is kept to where it forbids all, a part, or this reader", async () => {
    for (const text of ["User-agent: *\nDisallow: /", "User-agent: ninefold\nDisallow: /search"]) {
      site.answers = { ...siteOf([barnet]), "/robots.txt": robots(text) };
      site.requests.splice(0);
      const { diff } = await run(site.origin, dir);
      expect(diff.problems).toEqual([`${site.origin}${listing}: robots.txt asks not to read it`]);
      expect(site.requests.map(({ path }) => path)).toEqual(["/robots.txt"]);
    }
    site.answers = {
      ...siteOf([barnet, camden]),
      "/robots.txt": robots(`User-agent: *\nDisallow: ${barnetPath}\nCrawl-delay: 10`),
    };
    const world = effects();
    const { diff } = await run(site.origin, dir, {}, world);
    expect(diff.problems).toEqual([`${site.origin}${barnetPath}: robots.txt asks not to read it`]);
    expect(diff.items.map(({ council }) => council)).toEqual(["Camden"]);
    expect(new Set(world.waits)).toEqual(new Set([10_000]));
  });

  it("stops all where it cannot be read, and asks for too long a pause", async () => {
    site.answers = {
      ...siteOf([barnet]),
      "/robots.txt": (_, response) => response.writeHead(503).end(),
    };
    await expect(run(site.origin, dir)).rejects.toThrow(
      `${site.origin}/robots.txt: 503, after 2 requests: nothing was read`,
    );
    site.answers["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 600");
    await expect(run(site.origin, dir)).rejects.toThrow(
      `${site.origin}/robots.txt: asks for 600 s between requests: nothing was read`,
    );
    expect(contents(dir)).toEqual(before);
  });
});

describe("a listing", () => {
  it("that leads back to itself is read once", async () => {
    site.answers = siteOf([barnet]);
    site.answers[listing] = String(site.answers[listing]).replace(
      "</main>",
      `</main><nav><a rel="next" href="${listing}?page=1">Next page</a></nav>`,
    );
    site.answers[`${listing}?page=1`] = String(site.answers[listing]).replace("?page=1", "");
    const { diff } = await run(site.origin, dir);
    expect([asked(listing), asked(`${listing}?page=1`)]).toEqual([1, 1]);
    expect(diff.problems).toEqual([
      `${site.origin}${listing}: the listing leads back to this page`,
    ]);
    expect(diff.items.map(({ what }) => what)).toEqual(["new"]);
  });

  it("that goes on for ever ends with the pages that a run may read", async () => {
    let page = 0;
    const endless: Handler = (_, response) => {
      page += 1;
      site.answers[`${listing}?page=${page}`] = endless;
      const [first] = Object.values(listingPages([report(`Bexley`), barnet], 1));
      response.writeHead(200, html).end(first.replace("page=1", `page=${page}`));
    };
    site.answers = { [listing]: endless };
    const { diff } = await run(site.origin, dir, { limits: { pages: 20 } });
    expect(page).toBe(20);
    expect(diff.problems).toEqual([`${site.origin}${listing}?page=20: stopped after 20 pages`]);
  });

  it("that is empty or no listing withdraws nothing", async () => {
    for (const text of ["<h1>Sorry</h1>", "", summaryPage(barnet)]) {
      site.answers = { [listing]: text };
      const { diff, written } = await run(site.origin, dir, { accept: true });
      expect([diff.items, written]).toEqual([[], []]);
      expect(diff.problems.length).toBeGreaterThan(0);
      expect(contents(dir)).toEqual(before);
    }
  });

  it("with addresses that lead elsewhere asks for none of them and writes no file there", async () => {
    const slugs = [
      "../../../outside",
      "..%2f..%2foutside",
      "a/../../outside",
      "x\\..\\outside",
      "//example.org/x",
    ];
    const [page] = Object.values(
      listingPages(slugs.map((slug) => ({ ...barnet, slug })).concat(camden)),
    );
    site.answers = { ...siteOf([camden]), [listing]: page };
    const { diff } = await run(site.origin, dir);
    expect(diff.problems.length).toBeGreaterThanOrEqual(slugs.length - 1);
    expect(diff.items.map(({ council }) => council)).toEqual(["Camden"]);
    expect(site.requests.map(({ path }) => path)).toEqual([
      "/robots.txt",
      listing,
      summaryPath(camden.slug),
    ]);
    const names = Object.keys(contents(dir, true));
    expect(names.filter((name) => !/^raw\/pages\/[0-9a-f]{64}\.html$/.test(name))).toEqual([
      "assessments.csv",
      "raw/index.json",
    ]);
  });
});

describe("what a page says", () => {
  it("never reaches the data but as a score, a word or a date", async () => {
    const formula = `=HYPERLINK("http://example.org","Barnet")`;
    const named = summaryPage(barnet).replaceAll("Barnet", formula.replaceAll('"', "&quot;"));
    const noted = summaryPage(camden).replace(
      "</main>",
      "<h2>Summary of people’s experiences</h2><p>=1+1</p><p>\u001b[31mred\u202eder</p></main>",
    );
    site.answers = {
      ...siteOf([barnet, camden]),
      [barnetPath]: named,
      [summaryPath(camden.slug)]: noted,
    };
    const { diff } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, council }) => [what, council])).toEqual([
      ["contradicted", null],
      ["new", "Camden"],
    ]);
    const csv = read(dir, "assessments.csv");
    expect(csv).not.toMatch(/HYPERLINK|=1\+1|example\.org","|\u001b/);
    expect(csv.trimEnd().split("\n").at(-1)).toBe(
      `E09000007,Camden,formal,published,high,Good,75,2026-01-16,3,3,3,3,3,3,3,3,3,${site.origin}${summaryPath(camden.slug)},CQC report page,`,
    );
    expect(diffText(diff)).not.toMatch(/[\u001b\u202e]/);
  });

  it("is refused where it contradicts itself, or is of another council than its address", async () => {
    site.answers = {
      ...siteOf([barnet, camden]),
      [barnetPath]: summaryPage(barnet).replace("scored 75", "scored 78"),
      [summaryPath(camden.slug)]: summaryPage(barnet),
    };
    const { diff, written } = await run(site.origin, dir, { accept: true });
    expect(diff.items.map(({ what, row }) => [what, row])).toEqual([
      ["contradicted", null],
      ["contradicted", null],
    ]);
    expect(written).toEqual([]);
    expect(contents(dir)).toEqual(before);
  });
});

describe("a folder", () => {
  it("whose raw pages are elsewhere, or whose index is not one, is refused", async () => {
    site.answers = siteOf([barnet]);
    const elsewhere = dataFolder([]);
    mkdirSync(join(elsewhere, "raw"));
    symlinkSync(join(elsewhere, "raw"), join(dir, "raw"));
    await expect(run(site.origin, dir)).rejects.toThrow(`${join(dir, "raw")}: expected a folder`);
    expect(readdirSync(join(elsewhere, "raw"))).toEqual([]);
    rmSync(elsewhere, { recursive: true });
    rmSync(join(dir, "raw"));
    mkdirSync(join(dir, "raw"));
    writeFileSync(
      join(dir, "raw/index.json"),
      JSON.stringify({
        schema: "ninefold.raw/1",
        listing: null,
        pages: [{ url: site.origin, sha256: "../../x" }],
      }),
    );
    await expect(run(site.origin, dir)).rejects.toThrow(/raw\/index\.json: not an index of pages/);
    expect(site.requests.filter(({ path }) => path === listing)).toEqual([]);
  });

  it("with data that are wrong is reported before anything is asked for", async () => {
    writeFileSync(
      join(dir, "assessments.csv"),
      read(dir, "assessments.csv").replace("Good", "Fine"),
    );
    await expect(run(site.origin, dir)).rejects.toThrow(/assessments\.csv:2: rating: expected/);
    expect(site.requests).toEqual([]);
    expect(existsSync(join(dir, "raw"))).toBe(false);
  });
});
