/** How long what is told is seen, in milliseconds. */
const seenFor = 6000;

/** What the page says of what it does: to screen readers, and at the foot of the table where it matters to everybody. */
export class Speech {
  readonly element = document.createElement('div');
  /** A timer. */
  #fading: number | undefined;

  constructor() {
    this.element.className = 'spoken';
    this.element.setAttribute('role', 'status');
  }

  say(text: string): void {
    this.element.textContent = text;
  }

  /** Said, and seen for a while at the foot of the table. */
  tell(text: string): void {
    this.element.classList.add('seen');
    this.say(text);
    window.clearTimeout(this.#fading);
    this.#fading = window.setTimeout(() => {
      this.element.classList.remove('seen');
    }, seenFor);
  }
}
