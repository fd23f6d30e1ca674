/**
 * The script of a previewed page, whose address ends with the version that the page is of: reloads
 * the page when there is another, and says in words what is wrong while there is none.
 */
export const reloadScript = `
const made = new URL(import.meta.url).searchParams.get("version");
const box = document.createElement("div");
box.className = "problem";
box.setAttribute("role", "alert");
box.style = "position: fixed; inset: auto 1rem 1rem; background: var(--page); z-index: 1; max-height: 50vh; overflow: auto";
function say(lines) {
  box.replaceChildren(...lines.map((line) => {
    const words = document.createElement("p");
    words.textContent = line;
    return words;
  }));
  if (lines.length > 0) document.body.append(box);
  else box.remove();
}
const changes = new EventSource("/changes");
changes.onmessage = ({data}) => {
  const {version, problems, kept} = JSON.parse(data);
  const path = location.pathname.slice(1) || "index.html";
  const isKept = kept.includes(path);
  if (version !== made && !isKept) return location.reload();
  // A page that was never made says what is wrong itself, as long as that is so.
  const own = [...document.querySelectorAll("main[data-unmade] .problem p")].map((line) => line.textContent);
  if (own.some((line) => !problems.includes(line))) return location.reload();
  if (problems.length === 0 || own.length > 0) say([]);
  else say([isKept ? "This page is as it was before a change that has a problem:" : "Another page has a problem:", ...problems]);
};
changes.onerror = () => say(["The preview has ended, or does not answer."]);
`.trimStart();
