// Keeps a few pages of this site, so that they open without a network. They are the same for every reader, and what somebody
// reads is not noted. publish/offline/service_worker.py writes this into the finished site, with SITE above it: `version`; `kept`, addresses below
// the site's root with the fingerprint of each file; `notKept`, the page that stands in for others; `line`, what stands on a copy.

// Milliseconds that the network may take to send a page of which there is a copy.
const PATIENCE = 4000;
const home = new URL(".", location).href;
const prefix = `kept ${home} `;
const copies = () => caches.open(prefix + SITE.version);

addEventListener("install", event => event.waitUntil(keep()));
addEventListener("activate", event => event.waitUntil(replace()));
addEventListener("fetch", event => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(home)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (Object.hasOwn(SITE.kept, url.slice(home.length))) event.respondWith(part(event));
});

// All or nothing: if one file fails, or is of another day than the others, the version that was there goes on.
async function keep() {
  const wanted = Object.entries(SITE.kept);
  const cache = await copies();
  await cache.addAll(wanted.map(([path, integrity]) => new Request(home + path, { integrity, cache: "no-cache", redirect: "error" })));
  await skipWaiting();
}

async function replace() {
  const old = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== prefix + SITE.version);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
}

// Those who opened a copy of a page: its styles and scripts are to be of the same day.
const readers = new Set();

// What the network has is newer. A copy takes its place only where there is no network, or where it is too slow.
async function page({ request, resultingClientId }) {
  const copy = await find(request.url);
  try {
    return await (copy ? inTime(request) : fetch(request));
  } catch {
    readers.add(resultingClientId);
    return copy ? marked(copy, 200) : marked(await find(home + SITE.notKept), 503);
  }
}

async function part({ request, clientId }) {
  const copy = await find(request.url);
  if (copy && readers.has(clientId)) return copy;
  try {
    return await (copy ? inTime(request) : fetch(request));
  } catch {
    return copy ?? Response.error();
  }
}

const find = async address => (await copies()).match(address, { ignoreSearch: true, ignoreVary: true });

const inTime = request => Promise.race([fetch(request), new Promise((_, late) => setTimeout(late, PATIENCE))]);

// The copy as it was sent, with one line on top that says so.
async function marked(copy, status) {
  if (!copy) return Response.error();
  const html = (await copy.text()).replace("<header>", () => `<header>\n${SITE.line}`);
  return new Response(html, { status, headers: copy.headers });
}
