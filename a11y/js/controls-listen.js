// Notes all that a button may do, such as take the reader elsewhere on the page (under a name that can be no id of the page).
// Nothing is printed, sent, saved or copied for it.
window.hasDone = [];
const note = event => { hasDone.push(event.type); if (event.type === "submit") event.preventDefault(); };
for (const kind of ["submit", "reset", "invalid", "hashchange", "toggle", "change", "focusin"]) addEventListener(kind, note, true);
new MutationObserver(() => hasDone.push("page")).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
window.print = () => hasDone.push("print");
URL.createObjectURL = () => { hasDone.push("file"); return "#"; };
Object.defineProperty(navigator, "clipboard", {configurable: true, value: {writeText: async () => hasDone.push("copy")}});
