import { moment } from "../moment.js";
import { ExpectedError, messageOf } from "../../../errors.js";
import { aboutHtml } from "../../report/page.js";
import { md } from "../md.js";
import { paramsSaid, readParams, withParams, type Param, type ParamValues } from "../params.js";
import type { Given, LiveProject } from "../project.js";
import { limitFetch } from "../limitFetch.js";
import { databaseClients, keptAnswers } from "../sql/databaseClient.js";
import { keepArranged } from "./arrange.js";
import { liveAttachments } from "./liveAttachment.js";
import { defineCell } from "./liveCell.js";
import type { LiveNotebook, ObservableParts } from "./liveNotebook.js";

async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

/** Says what changed, once a reader has stopped changing it, to those who cannot see it. */
function announcer(status: HTMLElement): (titles: readonly string[]) => void {
  const changed = new Set<string>();
  let timer: number | undefined;
  return (titles) => {
    for (const title of titles) changed.add(title);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      status.textContent = `Now shown: ${[...changed].join(". ")}`;
      changed.clear();
    }, 500);
  };
}

function sayProblem(main: HTMLElement, message: string): void {
  main.setAttribute("data-state", "failed");
  const problem = document.createElement("p");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.textContent = message;
  main.prepend(problem);
}

function start(
  main: HTMLElement,
  notebook: LiveNotebook,
  parts: ObservableParts,
  { values, inFiles }: Pick<Given, "values" | "inFiles">,
): void {
  const { Runtime, input, observe, queue, width, Mutable } = parts;
  const loading = main.querySelector("#loading");
  const status = main.querySelector<HTMLElement>("#changes")!;
  const announce = announcer(status);
  const unsettled = new Set(notebook.cells.map(({ id }) => id));
  const onSettled = (id: number) => {
    if (!unsettled.delete(id) || unsettled.size > 0) return;
    loading?.remove();
    // After what the cells showed was arranged, so that it is not announced as a change.
    queueMicrotask(() => main.setAttribute("data-state", "ready"));
  };
  const onDrawn = (titles: readonly string[]) => {
    if (main.dataset.state === "ready") announce(titles);
  };
  keepArranged(main, onDrawn, inFiles);
  const clients = databaseClients(keptAnswers(notebook.queries));
  const runtime = new Runtime({
    ...notebook.libraries,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])),
    width: () => width(main),
    md: () => md,
    FileAttachment: () => liveAttachments(notebook.files, notebook.readers),
    Generators: () => ({ input, observe, queue }),
    DatabaseClient: () => clients,
    db: () => clients("duckdb"),
    now: moment,
    Mutable: () => Mutable,
  });
  const module = runtime.module();
  for (const cell of notebook.cells) {
    const root = document.createElement("div");
    root.className = "cell";
    root.id = `cell-${cell.id}`;
    main.append(root);
    defineCell(module, cell, root, { ...parts, files: notebook.files }, () => onSettled(cell.id));
  }
}

/** The values that a page's address asks for. Throws an ExpectedError for one of another type. */
function ownParams(search: string, params: readonly Param[]): ParamValues {
  const asked = [...new URLSearchParams(search)].filter(([name]) =>
    params.some((param) => param.name === name),
  );
  return readParams(asked, params, (name, message) => {
    throw new ExpectedError(`the address's ${name}: ${message}`, 2);
  });
}

/**
 * Runs a notebook in the page that was made for it: fetches the data that the main element
 * names, reads parameters from the page's address, and draws each cell in place. What goes wrong is
 * said in words on the page.
 */
export async function openNotebook(
  notebook: LiveNotebook,
  parts: ObservableParts,
  live: LiveProject,
): Promise<void> {
  const main = document.querySelector<HTMLElement>("main")!;
  try {
    const params = live.params(location.search, JSON.parse(main.dataset.params!));
    const data = notebook.readsData ? live.revive(await load(main.dataset.data!)) : null;
    const own = ownParams(location.search, notebook.params);
    const given = live.given(data, params);
    const about = document.querySelector("header .about");
    if (about) about.outerHTML = aboutHtml([...given.about, ...paramsSaid(own)]);
    const files = new Set(
      Object.values(notebook.files).map((file) => new URL(file, location.href).href),
    );
    window.fetch = limitFetch(window.fetch.bind(window), {
      base: location.href,
      isOwn: ({ href }) => files.has(href),
    });
    const values = withParams(given.values, notebook.params, own);
    start(main, notebook, parts, { ...given, values });
  } catch (error) {
    sayProblem(main, `This page could not start: ${messageOf(error)}`);
  }
}
