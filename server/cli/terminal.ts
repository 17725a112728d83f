import type { Cancellation } from '../core/ports/cancellation';
import { say, type Locale, type Sentence, type SentenceArguments } from '../core/messages/say';

/** Everything a command touches outside the dossier, so that tests run it in process. */
export interface Terminal {
  /** Results. @param content `file` for the content of a file, which goes out as it is */
  out(text: string, content?: 'file'): void;
  /** Progress and messages. */
  err(text: string): void;
  /** True when stdout is a terminal that shows colours. */
  readonly colour: boolean;
  /** True when stderr is a terminal: progress may rewrite its line. */
  readonly progress: boolean;
  /** Absolute working directory. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asked for by Ctrl+C. */
  readonly cancellation: Cancellation;
}

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly locale: Locale;
  say(sentence: Sentence, args?: SentenceArguments): string;
}

export function commandContext(terminal: Terminal, locale: Locale): CommandContext {
  return { terminal, locale, say: (sentence, args) => say(sentence, locale, args) };
}

/** A progress line on stderr: rewritten in place on a terminal, silent elsewhere. */
export class ProgressLine {
  #shown = '';

  constructor(readonly terminal: Terminal) {}

  show(text: string): void {
    if (!this.terminal.progress || text === this.#shown) return;
    this.terminal.err(`\r${text.padEnd(this.#shown.length)}`);
    this.#shown = text;
  }

  clear(): void {
    if (this.#shown === '') return;
    this.terminal.err(`\r${' '.repeat(this.#shown.length)}\r`);
    this.#shown = '';
  }
}
