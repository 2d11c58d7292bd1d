// The words and links of the open page, and those of its file, which no script has touched. Where scripts are off, the
// browser reads what stands in noscript, and in a file it reads so too.
const [file, different] = arguments;
const read = page => {
  const main = page.querySelector("main") ?? page.body;
  const kept = part => !part.closest(["script", "style", ...different].join());
  const texts = page.createTreeWalker(main, NodeFilter.SHOW_TEXT), words = [];
  while (texts.nextNode()) if (kept(texts.currentNode.parentElement)) words.push(texts.currentNode.data);
  const links = [...main.querySelectorAll("a[href]:not([data-copy])")].filter(kept).map(link => link.getAttribute("href"));
  return [words.join(" "), links];
};
const dead = "button:not([popovertarget]), input:is([type=button], [type=submit], [type=reset])";
const shown = [...document.querySelectorAll(dead)].filter(one => one.checkVisibility());
return [read(document), read(new DOMParser().parseFromString(file, "text/html")), shown.map(one => one.outerHTML.slice(0, 100))];
