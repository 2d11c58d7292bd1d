// Puts a button before the words that say how to print. They stay: some browsers, such as those inside other apps, do nothing.
for (const words of document.querySelectorAll("[data-print]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.dataset.print;
  button.addEventListener("click", () => {
    try {
      print();
    } catch {} // The words beside it say what to do.
  });
  words.prepend(button, " ");
}
