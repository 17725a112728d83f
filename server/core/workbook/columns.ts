import { plainWords } from './cell-text';

/** Columns of the sheets that list requirements, whatever the layout. */
export type RequirementField =
  | 'perimeter'
  | 'conditional'
  | 'profile'
  | 'historicalProfile'
  | 'sectionId'
  | 'section'
  | 'chapter'
  | 'block'
  | 'fonction'
  | 'nature'
  | 'id'
  | 'text'
  | 'comment'
  | 'scenarioId'
  | 'scenarioText'
  | 'publication'
  | 'previousVersion'
  | 'criticality'
  | 'order';

/** Columns of the core-business sheet. */
export type CoreField =
  'profile' | 'name' | 'id' | 'priority' | 'situation' | 'stepId' | 'stepNumber' | 'stepText' | 'criteria';

/** What a header cell announces. `index` is the number in `Preuve 3`; undefined in `Preuve`. */
export type Column<Field extends string> =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'proofId' | 'proofText' | 'requirement'; readonly index: number | undefined };

type Names<Field extends string> = readonly (readonly [Field, RegExp])[];

/**
 * Header names after `plainWords`: `N°` is `n`, `Nº` and `No` are `no`; `Num.`, `Numéro`, `Id` and `Réf` are met too.
 * First match wins. Source of the names: the templates and workbooks of ansforge/segur-squash-plugins.
 */
const number = '(?:n|no|num|numero|id|identifiant|ref|reference)(?: (?:de|du|d|de la|de l))?';
const requirementNames: Names<RequirementField> = [
  ['conditional', /^exigence conditionnelle(?: oui non)?$/],
  ['historicalProfile', /^profils? historiques?$/],
  ['profile', /^profils?(?: concernes?)?$/],
  ['sectionId', /^(?:id|code|identifiant) (?:de )?(?:la )?section$/],
  ['section', /^section$/],
  ['chapter', /^chapitre$/],
  ['block', /^bloc(?: fonctionnel)?$/],
  ['fonction', /^fonction(?:nalite)?$/],
  ['nature', /^nature(?: (?:de )?(?:l )?exigence)?$/],
  ['id', new RegExp(`^(?:id|identifiant|${number} exigence)$`)],
  ['text', /^(?:exigence|(?:enonce|libelle|texte)(?: (?:de )?(?:l )?exigence(?: .*)?)?)$/],
  ['comment', /^commentaires?$/],
  ['scenarioId', new RegExp(`^${number} scenario(?: de conformite)?$`)],
  ['scenarioText', /^scenario(?: de conformite)?$/],
  ['publication', /^statut(?: de)?(?: la)? publication$/],
  ['previousVersion', /^va n 1$/],
  ['criticality', /^criticite$/],
  ['order', /^ordre$/],
  ['perimeter', /^perimetre$/],
];

const coreNames: Names<CoreField> = [
  ['profile', /^profils?$/],
  ['stepId', /^(?:ref|reference|id|identifiant)(?: de)?(?: l)? etape$/],
  ['stepNumber', /^(?:n|no|num|numero)(?: d| de l)? etape$/],
  ['stepText', /^(?:detail|description|libelle)(?: de)?(?: l)? etape$/],
  ['id', new RegExp(`^(?:ref|reference|${number} scenario)$`)],
  ['name', /^(?:nom (?:du )?)?scenario$/],
  ['priority', /^priorite$/],
  ['situation', /^situation$/],
  ['criteria', /^criteres?(?: (?:verifies?|de verification))?$/],
];

const proofText = /^preuves?(?: attendues?)?(?: (?:n |no )?(\d+))?$/;
const proofId = new RegExp(`^${number} (?:la )?preuve(?: (\\d+))?$`);
const requirementReference = /^exigences? (\d+)$/;

export function requirementColumn(header: string): Column<RequirementField> | undefined {
  return column(header, requirementNames);
}

export function coreColumn(header: string): Column<CoreField> | undefined {
  const reference = requirementReference.exec(plainWords(header));
  if (reference !== null) return { kind: 'requirement', index: Number(reference[1]) };
  return column(header, coreNames);
}

function column<Field extends string>(header: string, names: Names<Field>): Column<Field> | undefined {
  const words = plainWords(header);
  const id = proofId.exec(words);
  if (id !== null) return { kind: 'proofId', index: id[1] === undefined ? undefined : Number(id[1]) };
  const text = proofText.exec(words);
  if (text !== null) return { kind: 'proofText', index: text[1] === undefined ? undefined : Number(text[1]) };
  const found = names.find(([, pattern]) => pattern.test(words));
  return found === undefined ? undefined : { kind: 'field', field: found[0] };
}
