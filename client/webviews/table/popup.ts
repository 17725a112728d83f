import { nothing, render, type TemplateResult } from 'lit';

/** One box over the page at a time: a menu, a list, a form. Escape and a click beside it close it, and the keyboard goes back. */
export class Popup {
  readonly element = document.createElement('dialog');
  #onClose: (() => void) | undefined;

  constructor() {
    this.element.className = 'popup';
    this.element.addEventListener('close', () => {
      const done = this.#onClose;
      this.#onClose = undefined;
      render(nothing, this.element);
      done?.();
    });
    this.element.addEventListener('mousedown', (event) => {
      if (event.target === this.element && !this.#isInside(event)) this.element.close();
    });
    this.element.addEventListener('keydown', (event) => {
      // Escape is the box's, and what is typed in it is no shortcut of the editor.
      event.stopPropagation();
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  /**
   * Opens the box below something.
   * @param name what a screen reader says of it
   * @param onClose the keyboard goes where it should
   */
  open(name: string, content: TemplateResult, anchor: Element, onClose: () => void): void {
    if (this.element.open) this.element.close();
    this.#onClose = onClose;
    this.element.setAttribute('aria-label', name);
    this.update(content);
    this.element.showModal();
    const at = anchor.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.element;
    style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - offsetWidth - 4))}px`;
    style.top = `${Math.max(4, Math.min(at.bottom + 2, window.innerHeight - offsetHeight - 4))}px`;
  }

  /** Draws it anew while it is open. */
  update(content: TemplateResult): void {
    render(content, this.element);
  }

  close(): void {
    this.element.close();
  }

  #isInside({ clientX, clientY }: MouseEvent): boolean {
    const { left, right, top, bottom } = this.element.getBoundingClientRect();
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  }
}
