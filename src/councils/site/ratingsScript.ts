import { plainScript } from "../pages/plainScript.js";

/**
 * The script of the table of ratings: narrows it, sorts it by a column, keeps the choice in the
 * address and gives the rows that are shown as CSV. The page reads whole without it.
 */
export const ratingsScript = `
${plainScript}
const form = document.querySelector("form.filters");
const status = form.querySelector("[role=status]");
const table = document.querySelector("#ratings");
const body = table.tBodies[0];
const rows = [...body.rows];
const heads = [...table.tHead.rows[0].cells].slice(0, 6);
const columns = {region: 1, type: 2, rating: 3};
const text = (row, i) => row.cells[i].textContent.trim();
const order = [...form.rating.options].map((option) => option.text);
let sort = {column: 0, down: false};
function key(row, i) {
  const value = row.cells[i].dataset.sort ?? text(row, i);
  if (i === 3) return order.indexOf(value);
  if (i === 4) return value === "–" ? null : parseFloat(value);
  return value === "–" ? null : value;
}
function compare(a, b) {
  const [x, y] = [key(a, sort.column), key(b, sort.column)];
  // What is not known stands last, whichever way.
  if (x === null || y === null) return (x === null) - (y === null);
  const by = typeof x === "number" ? x - y : x.localeCompare(y, "en");
  return sort.down ? -by : by;
}
const shown = () => rows.filter((row) => !row.hidden);
const csv = () => "\\ufeff" + [table, ...[...body.rows].filter((row) => !row.hidden)].map(({dataset}) => dataset.csv + "\\r\\n").join("");
const filters = ["council", ...Object.keys(columns)];
const isSet = (name) => form[name].value.trim() !== "";
const fits = (row, name) => name === "council"
  ? plain(text(row, 0)).includes(plain(form.council.value))
  : !isSet(name) || text(row, columns[name]) === form[name].value;
const fitsAll = (row, names) => names.every((name) => fits(row, name));
// Which filters leave no row: those each of which alone does, or else all that are set together.
function inTheWay() {
  const set = filters.filter(isSet);
  const alone = set.filter((name) => rows.some((row) => fitsAll(row, filters.filter((other) => other !== name))));
  const ways = (alone.length > 0 ? alone : set).map((name) => {
    const label = "“" + form[name].labels[0].textContent + "”";
    return name === "council" ? "clear the field " + label : "choose “All” under " + label;
  });
  return "No council fits. To see some, " + ways.join(alone.length > 0 ? " or " : " and ") + ".";
}
function update() {
  for (const row of rows) row.hidden = !fitsAll(row, filters);
  rows.sort((a, b) => compare(a, b) || key(a, 0).localeCompare(key(b, 0), "en"));
  body.append(...rows);
  heads.forEach((head, i) => {
    if (i === sort.column) head.setAttribute("aria-sort", sort.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  const n = shown().length;
  status.textContent = n === 0 ? inTheWay() : n + " of " + rows.length + " councils shown.";
  const asks = new URLSearchParams();
  for (const name of filters) if (isSet(name)) asks.set(name, form[name].value.trim());
  if (sort.column !== 0 || sort.down) asks.set("sort", heads[sort.column].textContent.trim().toLowerCase() + (sort.down ? "-down" : ""));
  const search = asks.size > 0 ? "?" + asks : "";
  history.replaceState(null, "", location.pathname + search + location.hash);
  form.querySelector(".link").href = location.pathname + search;
  const these = form.querySelector(".these");
  these.href = "data:text/csv;charset=utf-8," + encodeURIComponent(csv());
  these.download = "ratings.csv";
}
heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", () => {
    sort = {column, down: sort.column === column && !sort.down};
    update();
  });
  head.append(button);
});
const asked = new URLSearchParams(location.search);
for (const name of filters) {
  const value = asked.get(name);
  if (value === null) continue;
  // Capitals do not matter. What an address asks for and no list has is left out: all rows are shown.
  form[name].value = name === "council" ? value
    : [...form[name].options].find((option) => plain(option.value) === plain(value))?.value ?? "";
}
const [by, way] = (asked.get("sort") ?? "").toLowerCase().split("-");
const column = heads.findIndex((head) => head.textContent.trim().toLowerCase() === by);
if (column >= 0) sort = {column, down: way === "down"};
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
update();
`.trimStart();
