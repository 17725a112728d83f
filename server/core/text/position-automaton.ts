/** A regular expression that is answered in a time that grows with the text alone, whatever it says. */
export interface PositionAutomaton {
  /** Whether it matches, as `RegExp.prototype.test` would say of an expression without flags that begins with `^`. */
  test(text: string): boolean;
}

/** What one character must be, by its code unit. */
type CharacterTest = (text: string, at: number) => boolean;
/** What a place between two characters must be. */
type PlaceTest = (place: number, length: number) => boolean;

interface Step {
  readonly from: number;
  readonly character: CharacterTest;
}

interface Jump {
  readonly from: number;
  /** Absent where the jump is free. */
  readonly place?: PlaceTest;
  readonly ahead?: { readonly automaton: Automaton; readonly isWanted: boolean };
}

/**
 * States by number. Steps and jumps are kept at the state where they end: the text is walked from its end to its start, so
 * that what must follow a place (`(?=…)`, `(?!…)`) is known of every place at once.
 */
class Automaton {
  readonly steps: Step[][] = [];
  readonly jumps: Jump[][] = [];
  readonly start = this.state();
  readonly end = this.state();

  state(): number {
    this.steps.push([]);
    this.jumps.push([]);
    return this.steps.length - 1;
  }

  step(from: number, to: number, character: CharacterTest): void {
    this.steps[to]?.push({ from, character });
  }

  jump(to: number, jump: Jump): void {
    this.jumps[to]?.push(jump);
  }

  /** For each place of a text, whether a match begins there, wherever it ends. */
  beginnings(text: string): Uint8Array {
    const aheads = this.#aheads(text);
    const found = new Uint8Array(text.length + 1);
    let next: number[] = [];
    /** In which turn a state was last seen. */
    const seen = new Int32Array(this.steps.length).fill(-1);
    for (let place = text.length; place >= 0; place--) {
      const reached: number[] = [];
      const reach = (state: number) => {
        if (seen[state] === place) return;
        seen[state] = place;
        reached.push(state);
      };
      reach(this.end);
      for (const state of next)
        for (const { from, character } of this.steps[state] ?? []) if (character(text, place)) reach(from);
      // Grows while it is walked.
      for (const state of reached)
        for (const jump of this.jumps[state] ?? []) if (isOpen(jump, place, text.length, aheads)) reach(jump.from);
      if (seen[this.start] === place) found[place] = 1;
      next = reached;
    }
    return found;
  }

  #aheads(text: string): ReadonlyMap<Automaton, Uint8Array> {
    const all = this.jumps.flat().flatMap(({ ahead }) => (ahead ? [ahead.automaton] : []));
    return new Map(all.map((automaton) => [automaton, automaton.beginnings(text)]));
  }
}

function isOpen(
  { place: isPlace, ahead }: Jump,
  place: number,
  length: number,
  aheads: ReadonlyMap<Automaton, Uint8Array>,
): boolean {
  if (isPlace && !isPlace(place, length)) return false;
  return !ahead || (aheads.get(ahead.automaton)?.[place] === 1) === ahead.isWanted;
}

/** Of more states no person wrote the pattern; what the answer costs grows with them. */
const mostStates = 4000;

/**
 * Reads the source of a regular expression without flags.
 * @returns undefined for one that is not understood: what it refers back to, names, counts or looks behind
 */
export function positionAutomaton(source: string): PositionAutomaton | undefined {
  const automaton = new Reader(source).read();
  return automaton && { test: (text) => automaton.beginnings(text)[0] === 1 };
}

/** Thrown and caught here. */
class NotUnderstood extends Error {}

class Reader {
  #at = 0;
  #states = 0;

  constructor(readonly source: string) {}

  read(): Automaton | undefined {
    try {
      const automaton = new Automaton();
      this.#choice(automaton, automaton.start, automaton.end);
      return this.#at === this.source.length ? automaton : undefined;
    } catch (error) {
      if (error instanceof NotUnderstood) return undefined;
      throw error;
    }
  }

  #state(automaton: Automaton): number {
    if (++this.#states > mostStates) throw new NotUnderstood();
    return automaton.state();
  }

  #choice(automaton: Automaton, start: number, end: number): void {
    do this.#sequence(automaton, start, end);
    while (this.#takes('|'));
  }

  #sequence(automaton: Automaton, start: number, end: number): void {
    let from = start;
    while (this.#at < this.source.length && !'|)'.includes(this.source.charAt(this.#at))) {
      const [first, last] = [this.#state(automaton), this.#state(automaton)];
      const isRepeatable = this.#atom(automaton, first, last);
      const { once, again } = this.#quantifier();
      if (!isRepeatable && !(once && !again)) throw new NotUnderstood();
      automaton.jump(first, { from });
      if (again) automaton.jump(first, { from: last });
      from = this.#state(automaton);
      automaton.jump(from, { from: last });
      if (!once) automaton.jump(from, { from: first });
    }
    automaton.jump(end, { from });
  }

  /** Whether what stands before must be there, and whether it may be there again. */
  #quantifier(): { readonly once: boolean; readonly again: boolean } {
    if (this.#takes('{0,1}')) return { once: false, again: false };
    const sign = this.source.charAt(this.#at);
    if (sign === '{' && /^\{\d+(?:,\d*)?\}/.test(this.source.slice(this.#at, this.#at + 24))) throw new NotUnderstood();
    if (sign === '' || !'*+?'.includes(sign)) return { once: true, again: false };
    this.#at++;
    // How many are tried first makes no difference to whether there is a match.
    this.#takes('?');
    return { once: sign === '+', again: sign !== '?' };
  }

  /** @returns whether it may be repeated: what says of a place what it must be may not */
  #atom(automaton: Automaton, first: number, last: number): boolean {
    const sign = this.source.charAt(this.#at);
    if (sign === '(') return this.#group(automaton, first, last);
    if (sign === '^' || sign === '$') {
      this.#at++;
      automaton.jump(last, {
        from: first,
        place: sign === '^' ? (place) => place === 0 : (place, length) => place === length,
      });
      return false;
    }
    if ('*+?'.includes(sign)) throw new NotUnderstood();
    automaton.step(first, last, this.#character(sign));
    return true;
  }

  #group(automaton: Automaton, first: number, last: number): boolean {
    this.#at++;
    const isWanted = this.#takes('?=');
    if (isWanted || this.#takes('?!')) {
      const ahead = new Automaton();
      this.#choice(ahead, ahead.start, ahead.end);
      this.#close();
      automaton.jump(last, { from: first, ahead: { automaton: ahead, isWanted } });
      return false;
    }
    if (!this.#takes('?:') && this.source.startsWith('?', this.#at)) throw new NotUnderstood();
    this.#choice(automaton, first, last);
    this.#close();
    return true;
  }

  #close(): void {
    if (!this.#takes(')')) throw new NotUnderstood();
  }

  #character(sign: string): CharacterTest {
    const start = this.#at;
    if (sign === '\\') this.#escape();
    else if (sign === '[') this.#class();
    else this.#at++;
    const written = this.source.slice(start, this.#at);
    if (written.length === 1 && written !== '.') return (text, at) => text.charCodeAt(at) === written.charCodeAt(0);
    // What one character must be is asked of the machine's own expressions, which cannot lose time on one.
    const one = new RegExp(`^${written}$`);
    const known = new Map<number, boolean>();
    return (text, at) => {
      const code = text.charCodeAt(at);
      let is = known.get(code);
      if (is === undefined) known.set(code, (is = one.test(text.charAt(at))));
      return is;
    };
  }

  #escape(): void {
    // References, bounds of words, properties, and characters by their number have more after them or mean a place.
    if (!/[^0-9bBckpPux]/.test(this.source.charAt(this.#at + 1))) throw new NotUnderstood();
    this.#at += 2;
  }

  #class(): void {
    const end = /^\[(?:\\.|[^\\\]])*\]/.exec(this.source.slice(this.#at));
    if (!end) throw new NotUnderstood();
    this.#at += end[0].length;
  }

  #takes(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}
