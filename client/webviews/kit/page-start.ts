/**
 * What the page was given in its own markup: its words and what it is about.
 * @throws when the page has no such element: it was not made by the extension then
 */
export function pageStart(): unknown {
  const element = document.getElementById('start');
  if (!element) throw new Error('the page has no start');
  return JSON.parse(element.textContent);
}

/** The element that a page draws itself into. */
export function pageElement(): HTMLElement {
  const element = document.getElementById('page');
  if (!element) throw new Error('the page has no place');
  return element;
}
