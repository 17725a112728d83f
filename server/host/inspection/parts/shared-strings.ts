import type { XmlElement, XmlObserver } from '../xml-observer';

/** Texts of a workbook that are kept to be found by their number. */
const most = 1_000_000;
const longestText = 200;
const longestAll = 16 * 1024 * 1024;

/** The texts of a workbook (`sharedStrings.xml`), by their number; long ones without their end. */
export class SharedStrings implements XmlObserver {
  readonly texts: string[] = [];
  #inText = false;
  #length = 0;

  open({ name }: XmlElement): void {
    if (name === 'si' && this.texts.length < most && this.#length < longestAll) this.texts.push('');
    // `rPh` tells how a text is read aloud.
    this.#inText = name === 't';
  }

  text(text: string, path: readonly string[]): void {
    const last = this.texts.length - 1;
    if (!this.#inText || last < 0 || path.includes('rPh')) return;
    const kept = text.slice(0, longestText - (this.texts[last]?.length ?? 0));
    this.texts[last] = (this.texts[last] ?? '') + kept;
    this.#length += kept.length;
  }

  close(): void {
    this.#inText = false;
  }
}
