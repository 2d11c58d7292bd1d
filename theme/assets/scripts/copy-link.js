// Turns each plain link marked data-copy into a button that copies the link's address, and says so.
for (const link of document.querySelectorAll("a[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = link.textContent.replace("Link to", "Copy link to");
  button.addEventListener("click", async () => {
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(link.href);
      said.textContent = "Link copied.";
    } catch {
      location.href = link.href;
      said.textContent = "Copy it from the address bar.";
    }
  });
  link.replaceWith(button);
}
