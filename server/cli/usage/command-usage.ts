import type { Sentence } from '../../core/messages/say';

/** Groups of commands, in the order of the work. */
export type CommandGroup = 'create' | 'check' | 'file' | 'follow' | 'connect';

interface CommonOption {
  /** The letter of its short form. */
  readonly short?: string;
  /** What it is for, beginning in lower case, without a full stop. */
  readonly does: Sentence;
}

/** An option that is there or not. */
export interface FlagOption extends CommonOption {
  readonly kind: 'flag';
}

/** An option with a value. */
export interface ValueOption extends CommonOption {
  readonly kind: 'value';
  /** What stands for the value: `DATE`, `FICHIER.zip`. */
  readonly value: Sentence;
  /** What is taken without it. */
  readonly without?: Sentence;
  /** Given several times, each value counts; without this the last one does. */
  readonly many?: true;
}

/** An option whose values are known. */
export interface ChoiceOption<T extends string = string> extends CommonOption {
  readonly kind: 'choice';
  readonly choices: readonly T[];
  readonly without?: T;
}

export type CommandOption = FlagOption | ValueOption | ChoiceOption;
export type CommandOptions = Readonly<Record<string, CommandOption>>;

/**
 * One command as its user sees it. The same table reads the command's arguments and prints its `--help`; it loads nothing of
 * what the command does.
 */
export interface CommandUsage<T extends CommandOptions = CommandOptions> {
  readonly name: string;
  readonly group: CommandGroup;
  /** What the command does, in a line, beginning in lower case, without a full stop. */
  readonly title: Sentence;
  /** What stands after the name besides options, and how many such words are taken at most. */
  readonly operands: { readonly form: Sentence; readonly most: number };
  /** The options without which the command does nothing, and those that exclude each other: `--demande avance|solde -o FICHIER`. */
  readonly needs?: Sentence;
  readonly options: T;
  /** Whole lines that can be tried, `segur-preuves` left out. */
  readonly examples: readonly string[];
  /** What its exit codes 0 and 1 mean, where that is not what {@link exitCodeWords} says. */
  readonly ends?: { readonly ok?: Sentence; readonly findings?: Sentence };
}

/** Checks a table against its type, and keeps the names and choices of its options. */
export function commandUsage<const T extends CommandOptions>(usage: CommandUsage<T>): CommandUsage<T> {
  return usage;
}
