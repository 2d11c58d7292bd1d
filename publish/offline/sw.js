// Keeps a few pages of this site, so that they open without a network. They are the same for every reader, and what somebody
// reads is not noted. publish/offline/service_worker.py writes this into the finished site, with SITE above it: `version`; `kept`, addresses below
// the site's root with the fingerprint of each file; `notKept`, the page that stands in for others; `line`, what stands on a copy.

// Milliseconds that the network may take to send a page of which there is a copy.
const PATIENCE = 4000;
const home = new URL(".", location).href;
const prefix = `kept ${home} `;
const cacheName = prefix + SITE.version;

addEventListener("install", event => event.waitUntil(keep()));
addEventListener("activate", event => event.waitUntil(replace()));
addEventListener("fetch", event => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(home)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (keptAs(url) === url.slice(home.length)) event.respondWith(part(event));
});

// All or nothing: if one file fails, or is of another day than the others, the version that was there goes on.
async function keep() {
  const wanted = Object.entries(SITE.kept);
  const cache = await caches.open(cacheName);
  try {
    await cache.addAll(wanted.map(([path, integrity]) => new Request(home + path, { integrity, cache: "no-cache", redirect: "error" })));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
  await skipWaiting();
}

async function replace() {
  const old = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map(name => caches.delete(name)));
  await clients.claim();
}

// Those who opened a copy of a page: its styles and scripts are to be of the same day.
const readers = new Set();

// What the network has is newer. A copy takes its place only where there is no network, where it is too slow, and where the host
// fails or sends half a page. A page that was asked for by another form of its address is opened at its own, for its links to work.
async function page({ request, resultingClientId }) {
  const path = keptAs(request.url), copy = await find(path);
  try {
    return await (copy ? inTime(request, whole) : fetch(request));
  } catch {
    readers.add(resultingClientId);
    const { href, search } = new URL(request.url);
    if (copy && href.split(/[?#]/)[0] !== home + path) return Response.redirect(home + path + search);
    return copy ? marked(copy, 200) : marked(await find(SITE.notKept), 503);
  }
}

async function part({ request, clientId }) {
  const copy = await find(keptAs(request.url));
  if (copy && readers.has(clientId)) return copy;
  try {
    return await (copy ? inTime(request, works) : fetch(request));
  } catch {
    return copy ?? Response.error();
  }
}

// The address below the site's root of a kept file, for each form of it: with a query, without the last slash, with two in a row, with
// index.html, with letters as numbers (%61).
function keptAs(url) {
  const path = url.slice(home.length).split(/[?#]/)[0].replace(/%[2-7][\da-f]/gi, code => decodeURIComponent(code)).replace(/\/+/g, "/").replace(/^\//, ""), folder = path.replace(/(^|\/)index\.html$/, "$1");
  return [path, folder, `${folder}/`].find(form => Object.hasOwn(SITE.kept, form));
}

// A copy, if it is what was kept: other projects on this host can write into our cache.
async function find(path) {
  const copy = path !== undefined && await caches.match(home + path, { cacheName, ignoreVary: true }).catch(() => {});
  if (!copy) return undefined;
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", await copy.clone().arrayBuffer()));
  return `sha256-${btoa(String.fromCharCode(...found))}` === SITE.kept[path] ? copy : undefined;
}

function works(answer) {
  if (answer.status >= 500) throw new Error("The host fails.");
  return answer;
}

async function whole(answer) {
  works(answer);
  const isPage = answer.ok && /html/.test(answer.headers.get("Content-Type"));
  if (isPage && !(await answer.clone().text()).includes("</html>")) throw new Error("This is half a page.");
  return answer;
}

const inTime = (request, check) => Promise.race([fetch(request).then(check), new Promise((_, late) => setTimeout(late, PATIENCE))]);

// The copy as it was sent, with one line on top that says so.
async function marked(copy, status) {
  if (!copy) return Response.error();
  const html = (await copy.text()).replace("<header>", () => `<header>\n${SITE.line}`);
  return new Response(html, { status, headers: copy.headers });
}
