import type { Sentence } from '../messages/say';

/** How a scalar's source text is read. Scalars are taken as they are written: `12.10` is not `12.1`. */
export type ScalarFormat =
  | 'text'
  | 'integer'
  | 'execution'
  | 'date'
  | 'sha256'
  | 'fingerprint'
  | 'path'
  | 'glob'
  | 'url'
  | 'version'
  | 'formatVersion';

/** What may stand at one place of a manifest. One description serves walker, completion, hover and JSON Schema. */
export type Shape = ScalarShape | MapShape | DictShape | ListShape;

export interface ScalarShape {
  readonly kind: 'scalar';
  readonly format: ScalarFormat;
  /** Closed list: anything else is a finding. */
  readonly allowed?: readonly string[];
  /** Open list: offered by completion, anything else is accepted. */
  readonly suggested?: readonly string[];
}

/** A mapping with known keys. */
export interface MapShape {
  readonly kind: 'map';
  readonly name: string;
  readonly keys: Readonly<Record<string, KeyShape>>;
  /** Exactly one of these keys must be present. */
  readonly exactlyOneOf?: readonly string[];
}

export interface KeyShape {
  readonly shape: Shape;
  readonly required?: boolean;
  /** Keys of the same mapping that take its place: with one of them, this one may be left out. */
  readonly requiredUnless?: readonly string[];
  readonly doc: Sentence;
  /**
   * Why it leaves in a package; `true` where the key around it says so. A key without it stays in the house, with all that
   * is under it.
   */
  readonly leaves?: Sentence | true;
}

/** What the keys of a dictionary are. */
export type DictKey = 'requirement' | 'scenario' | 'coreScenario' | 'proof' | 'chapter';

/** A mapping whose keys are ids. */
export interface DictShape {
  readonly kind: 'dict';
  readonly key: DictKey;
  readonly value: Shape;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
}

/** A key that leaves in a package. @param why for whom reads what leaves; without it, for the reason of the key around it */
export const filed = (shape: Shape, fr: string, en: string, why?: Sentence): KeyShape => ({
  shape,
  doc: { fr, en },
  leaves: why ?? true,
});
/** The same, for a key that must be present. */
export const filedRequired = (shape: Shape, fr: string, en: string, why?: Sentence): KeyShape => ({
  required: true,
  ...filed(shape, fr, en, why),
});

export const scalar = (
  format: ScalarFormat,
  more: { allowed?: readonly string[]; suggested?: readonly string[] } = {},
): ScalarShape => ({ kind: 'scalar', format, ...more });
export const map = (
  name: string,
  keys: Readonly<Record<string, KeyShape>>,
  exactlyOneOf?: readonly string[],
): MapShape => (exactlyOneOf ? { kind: 'map', name, keys, exactlyOneOf } : { kind: 'map', name, keys });
export const dict = (key: DictKey, value: Shape): DictShape => ({ kind: 'dict', key, value });
export const list = (item: Shape): ListShape => ({ kind: 'list', item });
