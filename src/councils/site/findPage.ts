/**
 * The script of the field that finds a council, for the page: lists what matches as it is typed.
 * Enter opens what alone matches, and else moves to the list. It reads the page's own list, so the
 * page holds nothing twice.
 */
import { searchNames } from "../data/searchNames.js";
import { looksLikePostcode } from "./looksLikePostcode.js";

const form = document.querySelector<HTMLFormElement>("form.search")!;
const field = form.querySelector("input")!;
const list = form.querySelector<HTMLElement>(".found")!;
const status = form.querySelector<HTMLElement>("[role=status]")!;
const postcode = form.querySelector<HTMLElement>(".postcode")!;
const most = 8;

const councils = [...document.querySelectorAll<HTMLElement>("li[data-find]")].map((item) => ({
  names: item.dataset.find!.split("|"),
  region: item.dataset.region!,
  link: item.querySelector("a")!,
}));

function toItem({ link, region }: (typeof councils)[number]): HTMLElement {
  const item = document.createElement("li");
  const copy = item.appendChild(document.createElement("a"));
  copy.href = link.href;
  copy.textContent = `${link.textContent} `;
  copy.appendChild(document.createElement("small")).textContent = region;
  return item;
}

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** What is said of what was typed. */
function say({ found, near }: ReturnType<typeof searchNames<(typeof councils)[number]>>): string {
  if (field.value.trim() === "") return "";
  const n = found.length;
  if (n === 1) return "1 council. Press Enter to open it.";
  if (n > 1)
    return `${n} councils${n > most ? `, the first ${most} shown` : ""}. Press Enter to go to the list.`;
  const names = near.map(({ link }) => link.textContent ?? "");
  return near.length > 0
    ? `No council has that name. Did you mean ${either.format(names)}?`
    : "No council has that name. Try part of it, or choose from the list.";
}

function show(): void {
  const result = searchNames(councils, field.value);
  const shown = (result.found.length > 0 ? result.found : result.near).slice(0, most);
  postcode.hidden = !looksLikePostcode(field.value);
  list.replaceChildren(...shown.map(toItem));
  list.hidden = shown.length === 0;
  list.dataset.found = String(result.found.length);
  status.textContent =
    postcode.hidden || result.found.length > 0
      ? say(result)
      : "Postcodes are not looked up here. Type the name of a council.";
}

field.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = list.querySelector("a");
  if (list.dataset.found === "1") location.href = first!.href;
  else (postcode.hidden ? first : (first ?? postcode.querySelector("a")))?.focus();
});
form.hidden = false;
show();
