import { moment } from "../moment.js";
import { messageOf } from "../../../errors.js";
import { aboutHtml } from "../../report/page.js";
import { md } from "../md.js";
import { paramsSaid, readParams, withParams, type Param, type ParamValues } from "../params.js";
import type { Given, LiveProject, OnUnknown } from "../project.js";
import { limitFetch } from "../limitFetch.js";
import { databaseClients, keptAnswers } from "../sql/databaseClient.js";
import { duckDbClients } from "../sql/duckDbClient.js";
import { addressNote, noteElement } from "./addressNote.js";
import { addressState } from "./addressState.js";
import { announcer } from "./announce.js";
import { keepArranged } from "./arrange.js";
import { followDrawing } from "./followDrawing.js";
import { sayWhole } from "./followPage.js";
import { liveAttachments } from "./liveAttachment.js";
import { defineCell, type CellParts } from "./liveCell.js";
import type { LiveNotebook, ObservableParts } from "./liveNotebook.js";
import { addTools } from "./liveTools.js";
import { keepPrinted } from "./printed.js";
import { showTarget } from "./showTarget.js";

async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

interface TableAddress {
  readonly name: string;
  readonly address: string;
  readonly isRead: boolean;
}

/** What a page must have in the middle of a computation, which cannot wait. */
function loadNow(address: string): string {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.send();
  if (request.status !== 200) throw new Error(`${address} answered ${request.status}`);
  return request.responseText;
}

/**
 * The project's data, and of their tables those that the page's scripts mention. One that is read all
 * the same, as by a name that was put together, is loaded at that moment.
 */
async function loadData(main: HTMLElement, live: LiveProject): Promise<unknown> {
  const tables = JSON.parse(main.dataset.tables!) as readonly TableAddress[];
  const read = tables.filter(({ isRead }) => isRead);
  const [json, ...texts] = await Promise.all(
    [main.dataset.data!, ...read.map(({ address }) => address)].map(load),
  );
  const loaded = new Map(read.map(({ name }, i) => [name, texts[i]]));
  const addresses = new Map(tables.map(({ name, address }) => [name, address]));
  return live.revive(json, (name) => loaded.get(name) ?? loadNow(addresses.get(name)!));
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
  const { ready, drawn } = announcer(main, status);
  const state = addressState(asksOf(notebook));
  const sayStatic = () => sayWhole(!state.isDefault());
  const unsettled = new Set(notebook.cells.map(({ id }) => id));
  const onSettled = (id: number) => {
    if (!unsettled.delete(id) || unsettled.size > 0) return;
    loading?.remove();
    main.querySelector("#first")?.remove();
    // After what the cells showed was arranged, so that it is not announced as a change.
    queueMicrotask(() => {
      ready();
      sayStatic();
      main.setAttribute("data-state", "ready");
      showTarget();
    });
  };
  keepArranged(main, drawn, inFiles);
  const answers = keptAnswers(notebook.queries);
  const clients = databaseClients(answers);
  const runtime = new Runtime({
    ...notebook.libraries,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value])),
    width: () => width(main),
    md: () => md,
    FileAttachment: () => liveAttachments(notebook.files, notebook.readers),
    Generators: () => ({ input, observe, queue }),
    DatabaseClient: () => clients,
    DuckDBClient: () => duckDbClients(answers),
    db: () => clients("duckdb"),
    now: moment,
    Mutable: () => Mutable,
  });
  main.addEventListener("input", sayStatic);
  addTools((text) => (status.textContent = text), state.leavesOut);
  const onControl: CellParts["onControl"] = (control, cell) => {
    state.keep(control, cell);
    keepPrinted(control);
  };
  const module = runtime.module();
  for (const cell of notebook.cells) {
    const root = document.createElement("div");
    root.className = "cell";
    root.id = `cell-${cell.id}`;
    main.querySelector("#live")!.append(root);
    const common = { ...parts, files: notebook.files, onControl, follow: followDrawing };
    defineCell(module, cell, root, common, () => onSettled(cell.id));
  }
}

/** The parameters that a notebook reads. */
const asksOf = ({ cells }: LiveNotebook) => new Set(cells.flatMap(({ follows = [] }) => follows));

/** What an address asks a notebook for, without what it does not read. */
function askedOf(notebook: LiveNotebook): URLSearchParams {
  const asks = asksOf(notebook);
  return new URLSearchParams(
    [...new URLSearchParams(location.search)].filter(([name]) => asks.has(name)),
  );
}

/** The values that a page's address asks for, without those of another type. */
function ownParams(
  asked: URLSearchParams,
  params: readonly Param[],
  onUnknown: OnUnknown,
): ParamValues {
  const own = [...asked].flatMap(([name, text]) => {
    const param = params.find((one) => one.name === name);
    return param && (text !== "" || typeof param.byDefault === "string")
      ? [{ param, name, text }]
      : [];
  });
  return readParams(
    own.map(({ name, text }) => [name, text] as const),
    params,
    (name) => {
      const { param, text } = own.find((one) => one.name === name)!;
      onUnknown(name, text, String(param.byDefault));
    },
  );
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
    const onUnknown: OnUnknown = (...of) =>
      main.querySelector("#live")!.before(noteElement(addressNote(...of)));
    const asked = askedOf(notebook);
    const params = live.params(String(asked), JSON.parse(main.dataset.params!), onUnknown);
    const data = notebook.readsData ? await loadData(main, live) : null;
    const own = ownParams(asked, notebook.params, onUnknown);
    const given = live.given(data, params);
    const about = document.querySelector("header .about");
    // What the report says of the data stands there already, where nothing else is asked for.
    const isSaid = location.search === "" && main.querySelector("#first") !== null;
    if (about && !isSaid) about.outerHTML = aboutHtml([...given.about, ...paramsSaid(own)]);
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
