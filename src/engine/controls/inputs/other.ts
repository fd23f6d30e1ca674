import { LeftOut } from "../../../errors.js";

type Valued<T> = EventTarget & { value: T };

/** A value that dispatches events, without anything to see, as `Inputs.input`. */
export function input<T>(value: T): Valued<T> {
  return Object.assign(new EventTarget(), { value });
}

/** Keeps an input at the value of another, and that at its own, as `Inputs.bind`. */
export function bind<T extends Valued<unknown>>(target: T, source: Valued<unknown>): T {
  target.value = source.value;
  const follow = (from: Valued<unknown>, to: Valued<unknown>) => {
    from.addEventListener("input", () => {
      if (Object.is(to.value, from.value)) return;
      to.value = from.value;
      to.dispatchEvent(new CustomEvent("input", { bubbles: true }));
    });
  };
  follow(source, target);
  follow(target, source);
  return target;
}

/** Resolves when an element that was on the page is there no more, as `Inputs.disposal`. */
export function disposal(element: Node): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      if (!element.isConnected) return;
      const observer = new MutationObserver(() => {
        if (element.isConnected) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  });
}

/** No report has a reader's file. Throws what to do instead. */
export function file(): never {
  throw new LeftOut(
    "Inputs.file: a report has no reader to choose a file: read it with FileAttachment",
    "it waits for a file that its reader chooses",
  );
}
