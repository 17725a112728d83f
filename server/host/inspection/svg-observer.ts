import type { XmlElement, XmlObserver } from './xml-observer';

/** Elements that put something on the picture (SVG 2, 5.2 and 10 to 12); `foreignObject` holds HTML. */
const drawn = new Set(
  'path rect circle ellipse line polyline polygon text image use foreignObject mesh video canvas'.split(' '),
);

/** Whether an SVG document draws anything at all. */
export class SvgObserver implements XmlObserver {
  #isSvg = false;
  #draws = false;

  open({ name }: XmlElement, path: readonly string[]): void {
    if (path.length <= 1) this.#isSvg ||= name === 'svg';
    this.#draws ||= drawn.has(name);
  }

  /** The document is a picture, and nothing in it is drawn. */
  get isBlank(): boolean {
    return this.#isSvg && !this.#draws;
  }
}
