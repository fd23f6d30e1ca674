/** A button that looks like the links beside it. */
function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = text;
  element.addEventListener("click", onClick);
  return element;
}

/** Shows an address to be copied by hand, where a page may not copy. */
function showAddress(links: Element): void {
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = location.href;
  field.setAttribute("aria-label", "The address of this view");
  links.querySelector("input")?.remove();
  links.append(field);
  field.select();
}

/**
 * Adds "Copy link" and "Print this view" to the links of a live page. What the address holds of a
 * reader's choices is in the link; what is printed is the page as it stands. `say` tells those who
 * cannot see it what was done, and `leavesOut` whether the address lacks what was entered: everybody
 * is told that.
 */
export function addTools(say: (text: string) => void, leavesOut: () => boolean): void {
  const links = document.querySelector(".live-links");
  if (links === null) return;
  const note = document.createElement("p");
  note.className = "note";
  const tell = (text: string) => {
    const isPart = leavesOut();
    note.textContent = isPart ? `${text} It opens this page without what you entered.` : text;
    if (isPart) links.after(note);
    else note.remove();
    say(note.textContent);
  };
  links.append(
    button("Copy link", () => {
      const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error());
      copied.then(
        () => tell(`The link to this ${leavesOut() ? "page" : "view"} is copied.`),
        () => {
          showAddress(links);
          tell("The address of this view is shown to be copied.");
        },
      );
    }),
    button("Print this view", () => window.print()),
  );
}
