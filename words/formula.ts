/** What begins a formula, in ASCII or full width; a tab or a line end at the start may be dropped before one. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet program would run a text as a formula, where it is a cell on its own. */
export function beginsFormula(text: string): boolean {
  return formula.test(text);
}
