// Where the Tab key goes on from: the top of the page, whatever had the focus before.
const start = document.createElement("span");
start.tabIndex = 0;
document.body.prepend(start);
start.focus({preventScroll: true});
start.remove();
scrollTo(0, 0);
