import { placeholder } from "./figureSnippets.js";

/** The script of a figure's page: puts the site's own address into what is copied, and copies it. */
export const figureScript = `
const root = new URL("../../../", location.href).href;
for (const text of document.querySelectorAll(".snippet")) {
  const holder = text.querySelector("code") ?? text;
  holder.textContent = holder.textContent.replaceAll(${JSON.stringify(placeholder)}, root);
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
