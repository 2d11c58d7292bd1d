// Talk it through: one card at a time with three answers, and at the end what was chosen. Nothing is sent or stored.
const talk = document.querySelector("[data-talk]"), deck = talk.querySelector("ul"), cards = [...deck.children], chosen = [];
talk.append(talk.querySelector("template").content);
talk.className = "talking";
const [told, places, end, back] = ["[role=status]", ".places", "section", "[value=back]"].map(part => talk.querySelector(part));
deck.before(told);

function show() {
  const at = chosen.length, over = at === cards.length;
  told.textContent = over ? "" : talk.dataset.talk.replace("{at}", at + 1).replace("{all}", cards.length);
  cards.forEach((card, index) => {
    (over ? end.querySelector(`[data-of=${chosen[index]}]`) : deck).append(card);
    card.hidden = !over && index !== at;
  });
  for (const list of end.querySelectorAll("ul")) list.hidden = list.previousElementSibling.hidden = !list.children.length;
  told.hidden = deck.hidden = places.hidden = over;
  end.hidden = !over;
  back.hidden = !at;
}

function again() {
  chosen.length = 0;
  show();
}

const deeds = { print: () => print(), back: () => { chosen.pop(); show(); }, again };
talk.addEventListener("click", event => {
  const button = event.target.closest("button");
  if (!button) return;
  if (deeds[button.value]) deeds[button.value]();
  else {
    chosen.push(button.value);
    show();
  }
  // The focus stays where it is, unless its button has gone.
  if (!button.offsetParent) (end.hidden ? places.firstElementChild : end.firstElementChild).focus();
});
// Nobody finds somebody else's choices on Back.
addEventListener("pageshow", again);
again();
