// Letters of twice the size on a narrow screen, as a reader's own style.
const style = new CSSStyleSheet();
style.replaceSync("html { font-size: 200% !important }");
document.adoptedStyleSheets = [style];
return parseFloat(getComputedStyle(document.body).fontSize);
