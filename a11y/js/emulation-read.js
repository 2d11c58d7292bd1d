// What the page itself sees of a state. (What runs here is the test's own script; it runs where the page's may not.)
const [spaced, first, [menu, button, opened], darkMode, letters] = arguments;
// In what asks for the window's width, letters have the reader's size, whatever the page says.
const wide = innerWidth / letters;
const of = (part, name) => parseFloat(getComputedStyle(part)[name]) / parseFloat(getComputedStyle(part).fontSize);
const tight = (part, name, least) => !(of(part, name) > least - .001);
const words = document.querySelectorAll("body, body :is(h1, h2, h3, h4, p, li, dt, dd, th, td, a, button, label, legend, text)");
const tooTight = !spaced ? [] : [...words].filter(part =>
  tight(part, "lineHeight", 1.5) || tight(part, "letterSpacing", .12) || tight(part, "wordSpacing", .16) ||
  (part.localName === "p" && tight(part, "marginBottom", 2)));
const ground = getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3);
// A page without a menu is looked at all the same where the menus of others are open.
const hasMenu = menu !== "" && document.querySelector(button) !== null;
const asked = query => matchMedia(query).matches;
// Where the page's own scripts are off, the browser reads what stands inside noscript.
const parsed = document.createElement("div");
parsed.innerHTML = "<noscript><p></p></noscript>";
const traces = [location.href, document.documentElement.outerHTML, scrollX, scrollY, document.activeElement === document.body].join();
// A check that had to load the page again has left it as it was.
if (first || window.tracesBefore === undefined) window.tracesBefore = traces;
return {
  "width": innerWidth, "height": innerHeight, "zoom": devicePixelRatio,
  "letters": asked(`(min-width: ${wide - .01}em) and (max-width: ${wide + .01}em)`) ? letters : "others",
  "dark": asked("(prefers-color-scheme: dark)"), "forced colours": asked("(forced-colors: active)"), "print": asked("print"),
  "too tight": tooTight.map(part => part.outerHTML.slice(0, 80)),
  "ground is dark": darkMode && ground.reduce((sum, part) => sum + Number(part), 0) < 3 * 64,
  "menu is open": hasMenu ? document.querySelector(menu) !== null : opened,
  "script": parsed.querySelector("p") === null, "as it was": window.tracesBefore === traces,
};
