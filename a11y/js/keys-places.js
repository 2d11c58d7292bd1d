// Where keys are pressed: on the page itself, and on the first control that is no link, if there is one.
// What it does outside the page is noted in place of being done.
window.outside ??= [];
for (const what of ["print", "open", "alert"]) window[what] = () => outside.push(what);
for (const [of, what] of [[navigator.clipboard, "writeText"], [navigator, "share"], [Storage.prototype, "setItem"]])
  if (of) Object.defineProperty(of, what, {configurable: true, value: async () => outside.push(what)});
const control = stops().find(stop => stop.matches("button, summary, [type=radio], [type=checkbox], [role=button]"));
window.pressed = control ? [document.body, control] : [document.body];
return pressed.map(named);
