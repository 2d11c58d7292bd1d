// Where keys are pressed: on the page itself, and on the first control that is no link, if there is one.
const control = stops().find(stop => stop.matches("button, summary, [type=radio], [type=checkbox], [role=button]"));
window.pressed = control ? [document.body, control] : [document.body];
return pressed.map(named);
