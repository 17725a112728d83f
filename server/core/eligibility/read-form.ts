import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { mainShape } from '../manifest/manifest-shape';
import type { Shape } from '../manifest/shape';
import type { Sentence, SentenceArguments } from '../messages/say';
import { readData } from '../text/read-data';
import type { EligibilityField, EligibilityForm } from './known-fields';

export interface FormProblem {
  readonly sentence: Sentence;
  readonly args: SentenceArguments;
}

const problems = {
  notRead: {
    fr: 'ligne {line} : ce fichier ne se lit pas comme une liste de champs ; attendu : {keys}',
    en: 'line {line}: this file does not read as a list of fields; expected: {keys}',
  },
  key: {
    fr: 'ligne {line} : « {key} » n’est pas attendu ici ; attendu : {keys}',
    en: 'line {line}: “{key}” is not expected here; expected: {keys}',
  },
  path: {
    fr: 'ligne {line} : « {key} » n’est pas une clé du manifeste (comme editeur.siret)',
    en: 'line {line}: “{key}” is no key of the manifest (such as editeur.siret)',
  },
  label: {
    fr: 'ligne {line} : chaque champ a un libellé, et l’une au plus des clés « cle » et « texte »',
    en: 'line {line}: each field has a label, and at most one of the keys “cle” and “texte”',
  },
  yesNo: { fr: 'ligne {line} : « obligatoire » vaut oui ou non', en: 'line {line}: “obligatoire” is oui or non' },
} satisfies Record<string, Sentence>;

const topKeys = ['version', 'source', 'champs'] as const;
const fieldKeys = ['libelle', 'cle', 'texte', 'obligatoire', 'indication'] as const;

/**
 * Reads a list of fields that the user copied from their DSR: `version: 1`, `source: DSR …`,
 * `champs: [{ libelle: …, cle: editeur.siret }, { libelle: …, texte: … }]`. Nothing in it makes this throw.
 */
export function readForm(text: string): { readonly form: EligibilityForm; readonly problems: readonly FormProblem[] } {
  const found: FormProblem[] = [];
  const { document } = readData(text);
  const tell = (kind: keyof typeof problems, node: Node | null | undefined, args: SentenceArguments = {}): void => {
    const line = text.slice(0, node?.range?.[0] ?? 0).split('\n').length;
    found.push({ sentence: problems[kind], args: { ...args, line } });
  };
  const fields: EligibilityField[] = [];
  let source = '';
  const root = document?.contents;
  if (!document || document.errors.length > 0 || !isMap(root)) {
    tell('notRead', undefined, { keys: topKeys.join(', ') });
    return { form: formOf([], ''), problems: found };
  }
  for (const { key, value } of pairsOf(root)) {
    const name = textOf(key);
    if (name === 'version' && textOf(value) === '1') continue;
    else if (name === 'source') source = textOf(value);
    else if (name === 'champs' && isSeq(value)) {
      for (const item of value.items as (Node | null)[]) {
        const field = fieldOf(item, tell);
        if (field) fields.push(field);
      }
    } else tell('key', key, { key: name, keys: topKeys.join(', ') });
  }
  if (fields.length === 0 && found.length === 0) tell('notRead', undefined, { keys: topKeys.join(', ') });
  return { form: formOf(fields, source), problems: found };
}

function fieldOf(
  item: Node | null,
  tell: (kind: keyof typeof problems, node: Node | null | undefined, args?: SentenceArguments) => void,
): EligibilityField | undefined {
  if (!isMap(item)) {
    tell('label', item);
    return undefined;
  }
  const values = new Map<string, string>();
  for (const { key, value } of pairsOf(item)) {
    const name = textOf(key);
    if ((fieldKeys as readonly string[]).includes(name)) values.set(name, textOf(value));
    else tell('key', key, { key: name, keys: fieldKeys.join(', ') });
  }
  const [label, key, text, required, hint] = fieldKeys.map((name) => values.get(name));
  if (!label || (key !== undefined && text !== undefined)) {
    tell('label', item);
    return undefined;
  }
  if (key !== undefined && !isManifestKey(key)) {
    tell('path', item, { key });
    return undefined;
  }
  if (required !== undefined && required !== 'oui' && required !== 'non') tell('yesNo', item);
  return {
    label: { fr: label, en: label },
    required: required !== 'non',
    ...(key === undefined ? {} : { key }),
    ...(text === undefined ? {} : { text }),
    ...(hint === undefined ? {} : { hint: { fr: hint, en: hint } }),
  };
}

/** Whether the format has a text, or a list of texts, under these keys. */
export function isManifestKey(key: string): boolean {
  let shape: Shape | undefined = mainShape;
  for (const step of key.split('.')) {
    if (shape?.kind !== 'map') return false;
    shape = Object.hasOwn(shape.keys, step) ? shape.keys[step]?.shape : undefined;
  }
  return shape?.kind === 'scalar' || (shape?.kind === 'list' && shape.item.kind === 'scalar');
}

function formOf(fields: readonly EligibilityField[], source: string): EligibilityForm {
  // Whether their list is whole, only they know.
  return { fields, isWhole: true, source: { fr: source, en: source } };
}

function pairsOf(map: { readonly items: readonly unknown[] }): readonly Pair<Node, Node | null>[] {
  return map.items as readonly Pair<Node, Node | null>[];
}

function textOf(node: Node | null | undefined): string {
  return isScalar(node) ? String(node.value ?? '') : '';
}
