import type { Follow } from "./liveCell.js";

/** Between two drawings at first, in milliseconds: what moves is checked whole each time. */
const shortest = 100;
/** What moves without an end is drawn ever more rarely, down to this: a reader's time is not ours. */
const longest = 3000;

/** Follows a drawing by what the browser says of its changes; its last is always drawn. */
export const followDrawing: Follow = (node, isShown, onChange) => {
  let wait = shortest;
  let timer: number | undefined;
  const observer = new MutationObserver(() => {
    timer ??= window.setTimeout(() => {
      timer = undefined;
      if (!isShown()) return observer.disconnect();
      onChange();
      wait = Math.min(1.5 * wait, longest);
    }, wait);
  });
  const all = { attributes: true, childList: true, characterData: true, subtree: true };
  observer.observe(node, all);
};
