// The spacing of WCAG 1.4.12, as a reader's own style: it is no part of the page, and is taken off without a trace.
const style = new CSSStyleSheet();
style.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }
`);
document.adoptedStyleSheets = [style];
