// A style of the test's own, taken off without a trace: the page as it is without all that, and its main part and foot alone.
// What is above them keeps its room. On paper nothing can be opened: so what is closed counts among the words of the screen.
const [away] = arguments, style = new CSSStyleSheet();
const main = document.querySelector("main") ?? document.body, foot = document.querySelector("body > footer");
const around = main === document.body ? "" : "body *:not(main, main *, :has(main), body > footer, body > footer *) { visibility: hidden !important }";
const alone = `${around} :is(${main.localName}, body > footer) :is(${away}) { display: none !important }`;
const closed = [...main.querySelectorAll("details:not([open])")];
style.replaceSync(`${main.localName} [popover] { display: block !important } ${alone}`);
document.adoptedStyleSheets = [style];
closed.forEach(one => { one.open = true; });
const words = main.innerText, last = foot?.innerText ?? "";
closed.forEach(one => { one.open = false; });
style.replaceSync(alone);
// A heading, and with the line below it where more than a paragraph belongs to both.
const leaves = heading => {
  const line = heading.nextElementSibling, more = line?.nextElementSibling;
  return [heading.innerText, ...line?.localName === "p" && more && !["p", "h2", "h3", "h4"].includes(more.localName) ? [`${heading.innerText}\n${line.innerText}`] : []];
};
const outside = [...main.querySelectorAll("a[href^=http]")];
return {
  words,
  foot: [last, ...[...foot?.querySelectorAll("a") ?? []].filter(link => link.checkVisibility()).map(link => link.getAttribute("href"))],
  headings: [...main.querySelectorAll("h1, h2, h3, h4")].flatMap(heading => leaves(heading)).filter(text => text.trim()),
  outside: outside.filter(link => link.checkVisibility()).map(link => link.getAttribute("href")),
};
