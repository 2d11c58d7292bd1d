// Where something is marked data-copy, a button copies it: a plain link becomes one that copies its address; below words there is
// one that copies them, called what the mark says. Where that fails, and where nobody can know, what was to be copied is shown,
// chosen, to be copied by hand: some browsers inside other apps have no clipboard and no address bar.
for (const part of document.querySelectorAll("[data-copy]")) {
  const isLink = part.matches("a"), copied = isLink ? part.href : part.textContent, said = part.parentElement.querySelector("[role=status]");
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: part.dataset.copy || "Copy link" });
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await Promise.race([navigator.clipboard.writeText(copied), new Promise((_, late) => setTimeout(late, 2000))]);
      said.textContent = isLink ? "Link copied." : "Copied.";
    } catch {
      const shown = Object.assign(document.createElement("span"), { className: "address", textContent: copied });
      said.replaceChildren(isLink ? "Select this address and copy it: " : "Select this and copy it: ", shown);
      getSelection().selectAllChildren(shown);
    }
  });
  if (isLink) part.replaceWith(button);
  else said.before(button);
}
