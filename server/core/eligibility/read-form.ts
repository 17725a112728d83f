import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { mainShape } from '../manifest/manifest-shape';
import type { Shape } from '../manifest/shape';
import type { Sentence, SentenceArguments } from '../messages/say';
import { dataLines } from '../text/data-lines';
import { pairsOf, repeatedKeys, scalarIn } from '../text/data-nodes';
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
  version: {
    fr: 'ligne {line} : « version » vaut 1, la seule version de ce format',
    en: 'line {line}: “version” is 1, the only version of this format',
  },
  source: { fr: 'ligne {line} : « source » attend un texte', en: 'line {line}: “source” expects a text' },
  list: {
    fr: 'ligne {line} : « champs » attend une liste de champs',
    en: 'line {line}: “champs” expects a list of fields',
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
  twice: {
    fr: 'ligne {line} : « {key} » est écrit deux fois ; gardez une seule de ces lignes',
    en: 'line {line}: “{key}” is written twice; keep one of these lines',
  },
  documents: {
    fr: 'ligne {line} : un second document commence ici, qui ne serait pas lu ; retirez la ligne « --- »',
    en: 'line {line}: a second document begins here, which would not be read; remove the line “---”',
  },
} satisfies Record<string, Sentence>;

const topKeys = ['version', 'source', 'champs'] as const;
const fieldKeys = ['libelle', 'cle', 'texte', 'obligatoire', 'indication'] as const;

/**
 * Reads a list of fields that the user copied from their DSR: `version: 1`, `source: DSR …`,
 * `champs: [{ libelle: …, cle: editeur.siret }, { libelle: …, texte: … }]`. Nothing in it makes this throw.
 */
export function readForm(text: string): { readonly form: EligibilityForm; readonly problems: readonly FormProblem[] } {
  const found: FormProblem[] = [];
  const data = readData(text);
  const lines = dataLines(text);
  const root = data.document?.contents;
  if (!data.document || data.document.errors.length > 0 || !isMap(root)) {
    const args = { line: lines.ofFault(data), keys: topKeys.join(', ') };
    return { form: formOf([], ''), problems: [{ sentence: problems.notRead, args }] };
  }
  const tell: Tell = (kind, node, args) => {
    found.push({ sentence: problems[kind], args: { ...args, line: lines.of(node) } });
  };
  if (data.several) found.push({ sentence: problems.documents, args: { line: lines.ofSecond(data) } });
  for (const key of repeatedKeys(root)) tell('twice', key, { key: scalarIn(key) });
  const fields: EligibilityField[] = [];
  let source = '';
  for (const { key, value } of pairsOf(root)) {
    const name = scalarIn(key);
    if (name === 'version') {
      if (scalarIn(value) !== '1') tell('version', key);
    } else if (name === 'source') {
      if (isScalar(value)) source = scalarIn(value);
      else tell('source', key);
    } else if (name === 'champs') {
      if (!isSeq<Node | null>(value)) tell('list', key);
      else for (const item of value.items) fields.push(...fieldOf(item, tell));
    } else tell('key', key, { key: name, keys: topKeys.join(', ') });
  }
  if (fields.length === 0 && found.length === 0) tell('notRead', null, { keys: topKeys.join(', ') });
  return { form: formOf(fields, source), problems: found };
}

type Tell = (kind: keyof typeof problems, node: Node | null, args?: SentenceArguments) => void;

/** One field, or none where it says nothing that can be shown. */
function fieldOf(item: Node | null, tell: Tell): readonly EligibilityField[] {
  if (!isMap(item)) {
    tell('label', item);
    return [];
  }
  for (const key of repeatedKeys(item)) tell('twice', key, { key: scalarIn(key) });
  const values = new Map<string, string>();
  for (const { key, value } of pairsOf(item)) {
    const name = scalarIn(key);
    if ((fieldKeys as readonly string[]).includes(name)) values.set(name, scalarIn(value));
    else tell('key', key, { key: name, keys: fieldKeys.join(', ') });
  }
  const [label, key, text, required, hint] = fieldKeys.map((name) => values.get(name));
  if (!label || (key !== undefined && text !== undefined)) {
    tell('label', item);
    return [];
  }
  if (key !== undefined && !isManifestKey(key)) {
    tell('path', item, { key });
    return [];
  }
  if (required !== undefined && required !== 'oui' && required !== 'non') tell('yesNo', item);
  return [
    {
      label: { fr: label, en: label },
      required: required !== 'non',
      ...(key === undefined ? {} : { key }),
      ...(text === undefined ? {} : { text }),
      ...(hint === undefined ? {} : { hint: { fr: hint, en: hint } }),
    },
  ];
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
