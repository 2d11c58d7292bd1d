// Asks the browser to keep a few pages for times without a network: later, when the page is there, and not where the reader saves data.
// Which pages, and how they are kept: sw.js. Without it every page is the same.
if ("serviceWorker" in navigator && !navigator.connection?.saveData) {
  const worker = new URL("../../sw.js", document.currentScript.src);
  const keep = () => navigator.serviceWorker.register(worker).catch(() => {});
  addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(keep));
}
// The line on top of a kept copy. A status that was there from the start is not spoken: so its words come once more.
addEventListener("load", () => {
  const line = document.querySelector("header [role=status]");
  line?.replaceChildren(line.textContent);
});
