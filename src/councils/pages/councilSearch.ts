import { plainScript } from "./plainScript.js";

/** The name of the script's file, beside the page. */
export const councilSearchFile = "search.js";

/**
 * The script of the page of all councils: shows the field and hides what does not match. The page
 * reads whole without it. It is a file, which loads from a disk too, as no module does.
 */
export const councilSearch = `{
${plainScript}
const search = document.querySelector(".search");
const field = search.querySelector("input");
const status = search.querySelector("[role=status]");
const items = [...document.querySelectorAll("li[data-find]")];
const groups = [...document.querySelectorAll("section[data-group]")];
field.addEventListener("input", () => {
  const asked = plain(field.value);
  for (const item of items) item.hidden = !plain(item.dataset.find).includes(asked);
  for (const group of groups) group.hidden = !group.querySelector("li[data-find]:not([hidden])");
  const found = document.querySelectorAll("#all li[data-find]:not([hidden])").length;
  status.textContent = asked === "" ? "" : found === 1 ? "1 council" : found + " councils";
});
search.hidden = false;
}
`.trimStart();
