// Turns each plain link marked data-copy into a button that copies the link's address. Where that fails, and where nobody can know,
// the address itself is shown, chosen, to be copied by hand: some browsers inside other apps have no clipboard and no address bar.
for (const link of document.querySelectorAll("a[data-copy]")) {
  const button = document.createElement("button"), said = link.parentElement.querySelector("[role=status]");
  button.type = "button";
  button.className = link.className;
  button.textContent = "Copy link";
  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await Promise.race([navigator.clipboard.writeText(link.href), new Promise((_, late) => setTimeout(late, 2000))]);
      said.textContent = "Link copied.";
    } catch {
      const address = Object.assign(document.createElement("span"), { className: "address", textContent: link.href });
      said.replaceChildren("Select this address and copy it: ", address);
      getSelection().selectAllChildren(address);
    }
  });
  link.replaceWith(button);
}
