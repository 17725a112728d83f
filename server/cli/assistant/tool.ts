import { say, type Locale, type Sentence } from '../../core/messages/say';
import { mostItems, type Page } from './pages';
import { quote, type Quoted } from './quoted';
import { Refusal } from './refusal';
import type { Basis, Session } from './session';

interface CommonField {
  readonly does: Sentence;
  readonly needed?: true;
}

/** What a tool takes. */
export type Field =
  | (CommonField & { readonly kind: 'text'; readonly most?: number })
  | (CommonField & { readonly kind: 'choice'; readonly choices: readonly string[] })
  | (CommonField & { readonly kind: 'number'; readonly least: number; readonly most: number });

export type Fields = Readonly<Record<string, Field>>;

/** What a tool answers, beside what the server says of every answer. */
export interface Answer {
  readonly basis: Basis;
  readonly page?: Page;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One tool. `proposes` marks those that return an edit for a person to accept: they write nothing either. */
export interface Tool {
  readonly name: string;
  readonly proposes?: true;
  readonly title: Sentence;
  readonly does: Sentence;
  readonly fields: Fields;
  run(given: Given, session: Session): Promise<Answer>;
}

/** The dossier that a tool is about. */
export const dossierField: Field = {
  kind: 'text',
  most: 1000,
  does: {
    fr: 'Chemin du manifeste ou du dossier, parmi les dossiers ouverts au démarrage. Inutile quand il n’y en a qu’un.',
    en: 'Path of the manifest or of its folder, within the folders given at the start. Needless where there is but one.',
  },
};

/** Which part of a list is wanted. */
export const pageFields = {
  from: {
    kind: 'number',
    least: 0,
    most: 1_000_000,
    does: { fr: 'Nombre d’éléments à passer (page.next).', en: 'How many items to leave out (page.next).' },
  },
  most: {
    kind: 'number',
    least: 1,
    most: mostItems,
    does: { fr: 'Nombre d’éléments au plus.', en: 'How many items at most.' },
  },
} as const satisfies Fields;

/** The values that a call gave, as the table of the tool says: {@link readGiven} refused everything else. */
export class Given {
  constructor(readonly values: ReadonlyMap<string, string | number>) {}

  text(name: string): string | undefined {
    const value = this.values.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** One that the table says is needed. */
  needed(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw missing(name);
    return value;
  }

  get page(): { readonly from: number; readonly most: number } {
    const number = (name: string, without: number) => {
      const value = this.values.get(name);
      return typeof value === 'number' ? value : without;
    };
    return { from: number('from', 0), most: number('most', 20) };
  }
}

const words = {
  unknownField: { fr: 'L’outil ne prend pas cet argument.', en: 'The tool takes no such argument.' },
  missing: { fr: 'Il manque l’argument « {name} ».', en: 'The argument “{name}” is missing.' },
  bad: {
    fr: 'L’argument « {name} » n’est pas ce que l’outil attend.',
    en: 'The argument “{name}” is not what the tool takes.',
  },
} satisfies Record<string, Sentence>;

function missing(name: string): Refusal {
  return new Refusal('arguments', words.missing, { args: { name } });
}

/** Characters of a text that is given, unless its table says otherwise. */
const usualMost = 300;

/** Reads what a call gave. @throws Refusal (`arguments`) */
export function readGiven(fields: Fields, given: Readonly<Record<string, unknown>>): Given {
  const values = new Map<string, string | number>();
  for (const [name, value] of Object.entries(given)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field)
      throw new Refusal('arguments', words.unknownField, { asked: quote(name, 100), suggestions: names(fields) });
    if (value === undefined) continue;
    if (!fits(field, value)) throw new Refusal('arguments', words.bad, { args: { name } });
    values.set(name, value);
  }
  for (const [name, field] of Object.entries(fields)) if (field.needed && !values.has(name)) throw missing(name);
  return new Given(values);
}

function names(fields: Fields): readonly Quoted[] {
  return Object.keys(fields).map((name) => quote(name));
}

function fits(field: Field, value: unknown): value is string | number {
  switch (field.kind) {
    case 'text':
      return (
        typeof value === 'string' &&
        value.trim() !== '' &&
        value.length <= (field.most ?? usualMost) &&
        !value.includes('\0')
      );
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value);
    case 'number':
      return Number.isSafeInteger(value) && Number(value) >= field.least && Number(value) <= field.most;
  }
}

/** The same table as JSON Schema, for whoever lists the tools. */
export function inputSchema(
  fields: Fields,
  locale: Locale,
): {
  readonly type: 'object';
  readonly properties: Record<string, object>;
  readonly required: string[];
  readonly additionalProperties: false;
} {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...typeOf(field), description: say(field.does, locale) }]),
  );
  const required = Object.entries(fields).flatMap(([name, { needed }]) => (needed ? [name] : []));
  return { type: 'object', properties, required, additionalProperties: false };
}

function typeOf(field: Field): object {
  switch (field.kind) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: field.most ?? usualMost };
    case 'choice':
      return { type: 'string', enum: [...field.choices] };
    case 'number':
      return { type: 'integer', minimum: field.least, maximum: field.most };
  }
}
