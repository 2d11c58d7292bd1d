// Talk it through: one card at a time with three answers, and at the end what was chosen. Nothing is sent or stored.
const talk = document.querySelector("[data-talk]"), deck = talk.querySelector("ul"), cards = [...deck.children], picked = [];
talk.append(talk.querySelector("template").content);
talk.className = "talking";
const [told, places, end, back] = ["[role=status]", ".places", "section", ".back"].map(part => talk.querySelector(part));
deck.before(told);
const groups = [...end.querySelectorAll("[data-of]")], ways = end.lastElementChild;

function show() {
  const at = picked.length, over = at === cards.length;
  for (const part of [end, ...groups]) part.remove();
  if (over) {
    for (const part of [told, deck, places]) part.remove();
    for (const group of groups) {
      const put = cards.filter((_, index) => picked[index] === group.dataset.of);
      group.querySelector("ul").replaceChildren(...put);
      if (put.length) ways.before(group);
    }
    talk.prepend(end);
  } else {
    if (!deck.isConnected) talk.prepend(told, deck, places);
    deck.replaceChildren(cards[at]);
    told.textContent = talk.dataset.talk.replace("{at}", at + 1).replace("{all}", cards.length);
  }
  at ? talk.append(back) : back.remove();
}

function again() {
  picked.length = 0;
  show();
}

const deeds = { print: () => print(), back: () => { picked.pop(); show(); }, again };
talk.addEventListener("click", event => {
  const button = event.target.closest("button");
  if (!button) return;
  if (deeds[button.value]) deeds[button.value]();
  else {
    picked.push(button.value);
    show();
  }
  // The focus stays on its button, unless that has gone.
  if (!button.isConnected) (end.isConnected ? end : places).firstElementChild.focus();
  else if (document.activeElement !== button) button.focus();
});
// Nobody finds somebody else's choices on Back.
addEventListener("pageshow", again);
again();
