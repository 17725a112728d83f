import { shownText } from './cell-escapes';

/** A piece of a cell's text. `struck` is undefined where the run says nothing of its look: the cell's style then decides. */
export interface TextRun {
  readonly text: string;
  readonly struck: boolean | undefined;
}

/** The text of a cell whose words may be struck out. */
export type CellTextRuns = readonly TextRun[];

/** What a cell shows, and the words in it that are struck out. */
export interface ShownText {
  readonly text: string;
  readonly struck: string;
}

/** @param styleStruck whether the cell's own style strikes its text out */
export function shownRuns(runs: CellTextRuns, styleStruck: boolean): ShownText {
  const standing: string[] = [];
  const struck: string[] = [];
  for (const run of runs) ((run.struck ?? styleStruck) ? struck : standing).push(run.text);
  // A struck word between two others leaves two spaces.
  const text = struck.length > 0 ? standing.join('').replace(/ {2,}/g, ' ') : standing.join('');
  return { text: shownText(text), struck: shownText(struck.join(' ')).trim() };
}

/** Gathers the runs of one text (`si` or `is`) from the events of its XML. */
export class RunReader {
  #runs: TextRun[] = [];
  #text = '';
  #struck: boolean | undefined;
  #inText = false;
  #inPhonetic = false;

  open(element: string, attribute: (name: string) => string | undefined): void {
    switch (element) {
      case 'r':
        this.#struck = undefined;
        break;
      case 'rPr':
        // A run with properties of its own says all of its look.
        this.#struck = false;
        break;
      case 'strike':
        this.#struck = isOn(attribute('val'));
        break;
      case 'rPh':
        this.#inPhonetic = true;
        break;
      case 't':
        this.#inText = !this.#inPhonetic;
        this.#text = '';
        break;
      default:
    }
  }

  close(element: string): void {
    if (element === 'rPh') this.#inPhonetic = false;
    else if (element === 't' && this.#inText) {
      this.#inText = false;
      this.#runs.push({ text: this.#text, struck: this.#struck });
    } else if (element === 'r') this.#struck = undefined;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  /** The runs so far; begins anew. */
  take(): CellTextRuns {
    const runs = this.#runs;
    this.#runs = [];
    this.#struck = undefined;
    return runs;
  }
}

/** A boolean property of the format: there without a value, it is on (ECMA-376 part 1, 22.9.2.7). */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === '1' || value === 'true' || value === 'on';
}
