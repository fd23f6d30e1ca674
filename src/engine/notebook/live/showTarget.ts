/** Brings the part of the page that its address ends in into view, and opens what it is folded in. */
function show(): void {
  const id = location.hash.slice(1);
  const target = id === "" ? null : document.getElementById(id);
  if (target === null) return;
  for (
    let folded = target.closest("details");
    folded !== null;
    folded = folded.parentElement?.closest("details") ?? null
  )
    folded.open = true;
  target.scrollIntoView();
}

/** Shows what the address of a live page leads to: now that its cells are there, and from then on. */
export function showTarget(): void {
  window.addEventListener("hashchange", show);
  // A link to where the address already leads changes nothing in it.
  document.addEventListener("click", ({ target }) => {
    const link = (target as Element).closest?.<HTMLAnchorElement>('a[href^="#"]');
    if (link && link.hash === location.hash) show();
  });
  show();
}
