import type { ErrorObject } from 'ajv';
import type { Locale, Sentence } from '../messages/say';
import type { OffsetRange } from '../text/offset-range';
import { catalogueMessages as messages } from './catalogue-messages';
import { problem, type CatalogueProblem } from './catalogue-problem';
import type { PlainYaml } from './plain-yaml';

/** More than anybody reads; a file that is no catalogue at all would otherwise give one for each of its values. */
const MOST_PROBLEMS = 100;

const TYPE_NAMES: Readonly<Record<string, Sentence>> = {
  string: { fr: 'un texte', en: 'a text' },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'une liste', en: 'a list' },
  object: { fr: 'une suite de clés et de valeurs', en: 'a list of keys and values' },
};

const FORMS: Readonly<Record<string, Sentence>> = {
  date: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
  sha256: { fr: '64 chiffres hexadécimaux minuscules', en: '64 lower-case hexadecimal digits' },
  empreinte: { fr: '8 chiffres hexadécimaux minuscules', en: '8 lower-case hexadecimal digits' },
};

/** Says for people, with places, what the schema validator found. Unknown keys are warnings: a newer tool may have written them. */
export function schemaProblems(errors: readonly ErrorObject[], yaml: PlainYaml): CatalogueProblem[] {
  const problems = errors.slice(0, MOST_PROBLEMS).map((error) => describe(error, yaml));
  const left = errors.slice(MOST_PROBLEMS);
  if (left.length > 0) {
    const severity = left.some((error) => error.keyword !== 'additionalProperties') ? 'error' : 'warning';
    problems.push(problem(severity, messages.moreProblems, { count: left.length }));
  }
  return problems;
}

function describe(error: ErrorObject, yaml: PlainYaml): CatalogueProblem {
  const at = locate(error.instancePath, yaml);
  const params = error.params as Readonly<Record<string, unknown>>;
  const text = (name: string): string => String(params[name]);
  switch (error.keyword) {
    case 'required':
      return problem('error', messages.missingKey, { key: text('missingProperty'), place: at.place }, at.range);
    case 'additionalProperties': {
      const key = text('additionalProperty');
      const range = at.value === undefined ? undefined : yaml.rangeOf(at.value, key, 'key');
      return problem('warning', messages.unknownKey, { key, place: at.place }, range);
    }
    case 'type': {
      const types = Array.isArray(params['type']) ? (params['type'] as string[]) : text('type').split(',');
      const expected = (locale: Locale): string =>
        types.map((type) => TYPE_NAMES[type]?.[locale] ?? type).join(locale === 'fr' ? ' ou ' : ' or ');
      return problem('error', messages.wrongType, (locale) => ({ key: at.key, expected: expected(locale) }), at.range);
    }
    case 'enum':
      return problem(
        'error',
        messages.notOneOf,
        { key: at.key, values: (params['allowedValues'] as string[]).join(', ') },
        at.range,
      );
    case 'pattern': {
      const form = FORMS[at.key];
      const args = (locale: Locale) => ({ key: at.key, form: form?.[locale] ?? text('pattern') });
      return problem('error', messages.badForm, args, at.range);
    }
    case 'minLength':
      return problem('error', messages.emptyValue, { key: at.key }, at.range);
    case 'maxLength':
      return problem('error', messages.tooLong, { key: at.key, limit: text('limit') }, at.range);
    case 'minimum':
      return problem('error', messages.tooSmall, { key: at.key, limit: text('limit') }, at.range);
    default:
      return problem('error', messages.invalid, { key: at.key, detail: error.message ?? error.keyword }, at.range);
  }
}

/** Where a JSON pointer leads. */
interface Place {
  /** The mapping or list at the pointer, when it is one. */
  readonly value: object | undefined;
  /** Nearest key above: the reader's name for the value. */
  readonly key: string;
  /** ` (INS/va1.56)`: the nearest entry with an id; empty at the top. */
  readonly place: string;
  readonly range: OffsetRange | undefined;
}

function locate(pointer: string, yaml: PlainYaml): Place {
  let value = yaml.value;
  let key = '';
  let place = '';
  let range: OffsetRange | undefined;
  for (const escaped of pointer.split('/').slice(1)) {
    const segment = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null) break;
    range = yaml.rangeOf(value, segment, 'value') ?? range;
    if (!Array.isArray(value)) key = segment;
    value = (value as Readonly<Record<string, unknown>>)[segment];
    const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
    if (typeof id === 'string') place = ` (${id})`;
  }
  const container = typeof value === 'object' && value !== null ? value : undefined;
  return { value: container, key, place, range: container === undefined ? range : startOf(range) };
}

/** A problem about a whole mapping is shown on its first character: underlining hundreds of lines says nothing. */
function startOf(range: OffsetRange | undefined): OffsetRange | undefined {
  return range && { start: range.start, end: Math.min(range.end, range.start + 1) };
}
