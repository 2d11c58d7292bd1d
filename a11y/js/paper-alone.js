// A style of the test's own, taken off without a trace: the page as it is without all that, and its main part alone. On
// paper nothing can be opened: so what is closed counts among the words of the screen.
const [away] = arguments, style = new CSSStyleSheet();
const main = document.querySelector("main") ?? document.body;
const around = main === document.body ? "" : "body *:not(main, main *, :has(main)), ";
const alone = `${around} ${main.localName} :is(${away}) { display: none !important }`;
const closed = [...main.querySelectorAll("details:not([open])")];
style.replaceSync(`${main.localName} [popover] { display: block !important } ${alone}`);
document.adoptedStyleSheets = [style];
closed.forEach(one => { one.open = true; });
const words = main.innerText;
closed.forEach(one => { one.open = false; });
style.replaceSync(alone);
const outside = [...main.querySelectorAll("a[href^=http]")];
return {
  words,
  headings: [...main.querySelectorAll("h1, h2, h3, h4")].map(heading => heading.innerText).filter(text => text.trim()),
  outside: outside.filter(link => link.checkVisibility()).map(link => link.getAttribute("href")),
};
