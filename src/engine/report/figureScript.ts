/**
 * The script of a figure's page: puts the site's address, as the page's own tells it, into what is
 * copied in place of the one that was expected, and copies it. A page on a disk has none to give.
 */
export const figureScript = `
for (const text of document.querySelectorAll(".snippet")) {
  const holder = text.querySelector("code") ?? text;
  if (location.protocol.startsWith("http")) {
    const root = new URL(text.dataset.root, location.href).href;
    holder.textContent = holder.textContent.replaceAll(text.dataset.base, () => root);
  }
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "act";
  button.textContent = "Copy";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(holder.textContent);
    status.textContent = "Copied.";
  });
  text.after(button, status);
}
`.trimStart();
