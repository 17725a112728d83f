import type { CellAt } from './model/selection';

/** Where what is scrolled is seen: the grid without its head and without the columns that stay, in the window's pixels. */
export interface ScrolledArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface DragOwner {
  /** What is scrolled. */
  readonly element: HTMLElement;
  readonly area: () => ScrolledArea;
  /** Whether the drag began in a column that stays: over those, it scrolls to no side then. */
  readonly isFromFrozen: () => boolean;
  /** The cell under a point of the window, drawn or not. */
  readonly cellAtPoint: (x: number, y: number) => CellAt | undefined;
  readonly extendTo: (at: CellAt) => void;
}

/** Pixels in a second: at an edge, and more for each pixel that the mouse is past it. */
const slowest = 160;
const perPixel = 16;
const fastest = 4000;
/** The last pixels count as past the edge: where the window ends there too, the mouse gets no further. */
const rim = 3;

/**
 * Extends the selection while the mouse is dragged. Past an edge of what is seen it scrolls for as long as the mouse stays there, as
 * a spreadsheet does, and faster the further it is.
 */
export class DragSelection {
  readonly #owner: DragOwner;
  #isDragging = false;
  #x = 0;
  #y = 0;
  #frame: number | undefined;
  /** When it was scrolled last. */
  #before: number | undefined;

  constructor(owner: DragOwner) {
    this.#owner = owner;
    window.addEventListener('mousemove', (event) => {
      this.#moved(event);
    });
    window.addEventListener('mouseup', () => {
      this.end();
    });
    window.addEventListener('blur', () => {
      this.end();
    });
  }

  begin({ clientX, clientY }: MouseEvent): void {
    this.#isDragging = true;
    this.#x = clientX;
    this.#y = clientY;
  }

  end(): void {
    this.#isDragging = false;
    this.#rest();
  }

  #moved({ clientX, clientY, buttons }: MouseEvent): void {
    if (!this.#isDragging) return;
    // The button was let go where the page is not told.
    if ((buttons & 1) === 0) {
      this.end();
      return;
    }
    this.#x = clientX;
    this.#y = clientY;
    this.#extend();
    const { right, down } = this.#past();
    if (right === 0 && down === 0) this.#rest();
    else this.#frame ??= requestAnimationFrame(this.#scroll);
  }

  readonly #scroll = (now: number): void => {
    this.#frame = undefined;
    const { right, down } = this.#past();
    if (!this.#isDragging || (right === 0 && down === 0)) {
      this.#rest();
      return;
    }
    const { element } = this.#owner;
    // A frame that comes late scrolls no further than a few do.
    const seconds = Math.min(now - (this.#before ?? now - 16), 64) / 1000;
    this.#before = now;
    const [left, top] = [element.scrollLeft, element.scrollTop];
    element.scrollBy(speed(right) * seconds, speed(down) * seconds);
    this.#extend();
    // At the end there is nothing to wait for; the next move of the mouse looks again.
    if (element.scrollLeft === left && element.scrollTop === top) this.#rest();
    else this.#frame = requestAnimationFrame(this.#scroll);
  };

  #rest(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#before = undefined;
  }

  /** How many pixels the mouse is past the right and the lower edge; below zero past the others. */
  #past(): { readonly right: number; readonly down: number } {
    const { top, bottom, left, right } = this.#owner.area();
    const { element, isFromFrozen } = this.#owner;
    const outer = isFromFrozen() ? element.getBoundingClientRect().left : left;
    return {
      right: element.scrollLeft > 0 || this.#x > right - rim ? past(this.#x, outer, right) : 0,
      down: past(this.#y, top, bottom),
    };
  }

  #extend(): void {
    const { area, cellAtPoint, element, extendTo, isFromFrozen } = this.#owner;
    const { top, bottom, left, right } = area();
    // Columns that stay are reached once there is nothing under them.
    const least = isFromFrozen() || element.scrollLeft === 0 ? element.getBoundingClientRect().left : left;
    const at = cellAtPoint(between(this.#x, least, right - 1), between(this.#y, top, bottom - 1));
    if (at) extendTo(at);
  }
}

function past(at: number, low: number, high: number): number {
  if (at < low + rim) return at - low - rim;
  return at > high - rim ? at - high + rim : 0;
}

function speed(pixels: number): number {
  return pixels === 0 ? 0 : Math.sign(pixels) * Math.min(fastest, slowest + Math.abs(pixels) * perPixel);
}

function between(at: number, low: number, high: number): number {
  return Math.max(low, Math.min(at, high));
}
