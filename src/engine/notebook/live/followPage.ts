const linksToForms = () => document.querySelector<HTMLElement>(".live-links");

/**
 * Gives a function that leads a live page's links to the static page of what is shown, by the way to
 * that page from the site's root: `areas/barnet`. Where the site has no such page the links go, as they
 * would lead to another. What is shown at first is what the static form beside the live page shows,
 * unless the address asks for something.
 */
export function followPage(): (at: string) => void {
  const paragraph = linksToForms();
  const series = paragraph?.dataset.series?.split(" ").filter(Boolean) ?? [];
  const links = [...(paragraph?.querySelectorAll<HTMLAnchorElement>("a[data-form]") ?? [])];
  const made = links.map((link) => link.getAttribute("href")!);
  let first = location.search === "" ? null : "";
  return (at) => {
    first ??= at;
    if (paragraph) paragraph.dataset.at = at;
    const [folder, name] = at.split("/");
    const hasPage = series.includes(folder);
    links.forEach((link, i) => {
      const own = `../${at}/${link.dataset.form === "pdf" ? `${name}.pdf` : ""}`;
      link.hidden = !hasPage && at !== first;
      link.setAttribute("href", hasPage ? own : made[i]);
    });
  };
}

/**
 * Says of a live page's links to its static forms whether these hold more than it shows. Where the
 * links follow what is shown they need not say it.
 */
export function sayWhole(isMore: boolean): void {
  const paragraph = linksToForms();
  if (paragraph === null || paragraph.dataset.at !== undefined) return;
  const [was, is] = isMore
    ? ["This report", "The whole report"]
    : ["The whole report", "This report"];
  for (const link of paragraph.querySelectorAll<HTMLAnchorElement>("a[data-form]"))
    link.textContent = link.textContent?.replace(was, is) ?? "";
}
