// Keeps a few pages for times without a network, and removes them again: only when the reader asks for it. How: sw.js.
// Later visits need no asking: who keeps pages gets newer ones.
const place = document.querySelector("[data-keep]");
const worker = new URL("../../sw.js", document.currentScript.src);

async function offer() {
  const words = place.dataset, said = place.querySelector("[role=status]"), button = document.createElement("button");
  let kept = await navigator.serviceWorker.getRegistration(worker);
  const name = () => { button.textContent = kept ? words.remove : words.keep; };
  button.type = "button";
  button.className = "button";
  button.addEventListener("click", async () => {
    try {
      said.textContent = words.waiting;
      kept = kept ? await remove(kept) : await keep();
      said.textContent = kept ? words.kept : words.removed;
    } catch {
      kept = await navigator.serviceWorker.getRegistration(worker);
      said.textContent = words.failed;
    }
    name();
  });
  name();
  place.firstElementChild.replaceWith(button);
}

async function keep() {
  const found = await navigator.serviceWorker.register(worker);
  const coming = found.installing ?? found.waiting ?? found.active;
  await new Promise((done, failed) => {
    const look = () => coming.state === "activated" ? done() : coming.state === "redundant" && failed();
    coming.addEventListener("statechange", look);
    look();
  });
  return found;
}

async function remove(found) {
  const names = await caches.keys();
  await found.unregister();
  await Promise.all(names.filter(name => name.startsWith(`kept ${found.scope} `)).map(name => caches.delete(name)));
}

if (place && "serviceWorker" in navigator) offer().catch(() => {});
// Browsers look for a new version by themselves, but not at every visit.
if (navigator.serviceWorker?.controller) navigator.serviceWorker.ready.then(kept => kept.update()).catch(() => {});
// The line on top of a kept copy. A status that was there from the start is not spoken: so its words come once more.
addEventListener("load", () => {
  const line = document.querySelector("header [role=status]");
  line?.replaceChildren(line.textContent);
});
