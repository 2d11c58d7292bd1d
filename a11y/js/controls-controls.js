// Every control, and what kind it is. Of radio buttons with one name, one that is not chosen.
const kinds = {"button[popovertarget]": "popover", summary: "details", "[type=checkbox]": "checkbox", "[type=radio]": "radio",
  select: "select", "button, [role=button], [type=submit], [type=button], [type=reset]": "button"};
const kind = one => Object.entries(kinds).find(([name]) => one.matches(name))?.[1];
window.controls = stops().filter(kind).map(one => kind(one) === "radio" ? group(one).find(other => !other.checked) ?? one : one);
window.chosen = [...document.querySelectorAll("input, select")].map(one => [one, one.checked, one.value]);
return controls.map(one => [named(one), kind(one)]);
