// A style of the test's own, taken off without a trace: the page as it is without all that, and its main part alone.
const [away] = arguments, style = new CSSStyleSheet();
const main = document.querySelector("main") ?? document.body;
const around = main === document.body ? "" : "body *:not(main, main *, :has(main)), ";
style.replaceSync(`${around} ${main.localName} :is(${away}) { display: none !important }`);
document.adoptedStyleSheets = [style];
const outside = [...main.querySelectorAll("a[href^=http]")];
return {
  words: main.innerText,
  headings: [...main.querySelectorAll("h1, h2, h3, h4")].map(heading => heading.innerText).filter(text => text.trim()),
  outside: outside.filter(link => link.checkVisibility()).map(link => link.getAttribute("href")),
};
