// Turns the words that say how to print into a button that does it.
for (const words of document.querySelectorAll("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.dataset.print;
  button.addEventListener("click", () => print());
  words.replaceChildren(button);
}
