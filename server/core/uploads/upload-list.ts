import { idOf } from './find-items';
import { proofKey, stateOfRecord, type FiledPiece, type FiledState } from '../submission/filed-state';
import { isText, objectOf, objectsOf, textOf, type Json } from '../submission/json-parts';

/** Where on Convergence a piece is filed, by the keys of the dossier. */
export interface UploadSlot {
  readonly chapter: string;
  /** Absent for a core-business scenario. */
  readonly requirement?: string;
  /** Absent for a statement about a whole requirement. */
  readonly scenario?: string;
  /** Absent for a statement. */
  readonly proof?: string;
}

/** One piece that a person files in its slot. */
export interface UploadItem extends FiledPiece {
  /** Its number in the list, from 1. */
  readonly order: number;
  readonly slot: UploadSlot;
  /** The id that Convergence shows for the slot: as the REM prints it. */
  readonly shownId: string;
  /** Path in the package, below `data/`; absent for a link or a number. */
  readonly name?: string;
  readonly title?: string;
  /** Texts to be copied beside it. */
  readonly texts: UploadTexts;
}

export interface UploadTexts {
  /** Of the piece itself. */
  readonly comment?: string;
  /** Text of conformity of its scenario. */
  readonly conformity?: string;
  /** Comment for the examiner of its scenario. */
  readonly scenarioComment?: string;
  /** Comment for the examiner of its requirement. */
  readonly requirementComment?: string;
  /** Why the scenario or requirement does not apply; beside its statement. */
  readonly justification?: string;
}

/** What a package asks to be filed, slot by slot, in the order of the REM. */
export interface UploadList {
  /** Which candidature it is of: dispositif, software and version, as in the name of the package. */
  readonly of: string;
  /** It is not to be filed. */
  readonly draft: boolean;
  readonly items: readonly UploadItem[];
  /** What it files, as packages and dossiers are compared. */
  readonly state: FiledState;
  /** Expected slots of which it has no piece. */
  readonly empty: number;
}

/** The list of a package, from its record (`depot.json`); undefined when it is no such record. Any value may be given. */
export function uploadList(value: unknown): UploadList | undefined {
  const state = stateOfRecord(value);
  const record = objectOf(value);
  if (!state || !record) return undefined;
  const printed = new Map(
    objectsOf(record.identifiants_imprimes).map((one) => [textOf(one.cle) ?? '', textOf(one.identifiant) ?? '']),
  );
  const texts = new Texts(objectsOf(record.textes));
  const found: Omit<UploadItem, 'order'>[] = [
    ...objectsOf(record.declarations).map((one) => fileItem('declaration', one)),
    ...objectsOf(record.pieces).map((one) => fileItem('fichier', one)),
    ...objectsOf(record.references).map(referenceItem),
  ].map((one) => {
    const id = idOf(one.slot);
    return { ...one, shownId: printed.get(id) ?? id, texts: texts.of(one.slot, one.texts) };
  });
  const rank = ranksOf(state, found);
  const items = found
    .map((one, index) => ({ one, rank: rank(one.slot), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ one }, index) => ({ order: index + 1, ...one }));
  const empty = state.proofs.filter(({ pieces, status }) => pieces.length === 0 && status === 'toProvide').length;
  return { of: candidatureOf(state), draft: record.brouillon === true, items, state, empty };
}

/**
 * What a candidature is told by. The version is in it: what was filed of another version says nothing of this one, since a
 * certificate is bound to a version.
 */
export function candidatureOf({ dispositif, software, softwareVersion }: FiledState): string {
  const parts = [dispositif, software, softwareVersion].map((part) => part?.replace(/\s+/gu, ' ').trim());
  return parts.filter((part) => part !== undefined && part !== '').join(' ') || 'dossier';
}

function slotOf(one: Json): UploadSlot {
  const [requirement, scenario, proof] = [textOf(one.exigence), textOf(one.scenario), textOf(one.preuve)];
  return {
    chapter: textOf(one.chapitre) ?? '',
    ...(requirement ? { requirement } : {}),
    ...(scenario ? { scenario } : {}),
    ...(proof ? { proof } : {}),
  };
}

type Found = Omit<UploadItem, 'order' | 'shownId'>;

function fileItem(kind: 'fichier' | 'declaration', one: Json): Found {
  const sha256 = textOf(one.sha256)?.toLowerCase();
  const name = textOf(one.fichier) ?? '';
  return {
    kind,
    value: textOf(one.origine) ?? name,
    name,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(typeof one.taille === 'number' ? { size: one.taille } : {}),
    ...ownWords(one),
  };
}

function referenceItem(one: Json): Found {
  const kind = isText(one.lien) ? 'lien' : 'execution';
  return { kind, value: textOf(one[kind]) ?? '', ...ownWords(one) };
}

function ownWords(one: Json): Pick<UploadItem, 'slot' | 'title' | 'texts'> {
  const [title, comment] = [textOf(one.titre), textOf(one.commentaire)];
  return { slot: slotOf(one), ...(title ? { title } : {}), texts: comment ? { comment } : {} };
}

/** What is written for the examiner of scenarios and requirements, by what it is about. */
class Texts {
  readonly #about = new Map<string, Json>();

  constructor(all: readonly Json[]) {
    for (const one of all) this.#about.set(keyOf(slotOf(one)), one);
  }

  of(slot: UploadSlot, own: UploadTexts): UploadTexts {
    const { requirement, scenario, proof } = slot;
    const scenarioSaid = scenario === undefined ? undefined : this.#about.get(keyOf({ ...slot, scenario }));
    const above = requirement === undefined ? undefined : this.#about.get(keyOf({ requirement }));
    const conformity = textOf(scenarioSaid?.conformite);
    const scenarioComment = textOf(scenarioSaid?.commentaire);
    const requirementComment = textOf(above?.commentaire);
    const isStatement = proof === undefined;
    const justification = isStatement ? textOf((scenarioSaid ?? above)?.justification) : undefined;
    return {
      ...own,
      ...(conformity === undefined ? {} : { conformity }),
      ...(scenarioComment === undefined ? {} : { scenarioComment }),
      ...(requirementComment === undefined ? {} : { requirementComment }),
      ...(justification === undefined ? {} : { justification }),
    };
  }
}

function keyOf({ requirement, scenario }: Pick<UploadSlot, 'requirement' | 'scenario'>): string {
  return `${requirement ?? ''}\n${scenario ?? ''}`;
}

/** Where a slot stands in the list: as the REM has it; what it does not expect after the rest of the requirement. */
function ranksOf({ proofs }: FiledState, found: readonly Pick<UploadItem, 'slot'>[]): (slot: UploadSlot) => number {
  const expected = proofs.filter(({ status }) => status !== undefined);
  const byKey = new Map(expected.map((one, index) => [proofKey(one), index]));
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const lastOfChapter = new Map<string, number>();
  for (const [index, { chapter, requirement = '', scenario = '' }] of expected.entries()) {
    for (const key of [`${requirement}\n`, `${requirement}\n${scenario}`]) {
      if (!first.has(key)) first.set(key, index);
      last.set(key, index);
    }
    lastOfChapter.set(chapter, index);
  }
  const chapters = [...new Set(found.map(({ slot: { chapter } }) => chapter))];
  return (slot) => {
    const exact = byKey.get(proofKey(slot));
    if (exact !== undefined) return exact;
    const { requirement = '', scenario = '', proof, chapter } = slot;
    const own = proof === undefined ? first.get(`${requirement}\n${scenario}`) : undefined;
    if (own !== undefined) return own - 0.5;
    const after = (requirement === '' ? undefined : last.get(`${requirement}\n`)) ?? lastOfChapter.get(chapter);
    return after === undefined ? expected.length + chapters.indexOf(chapter) : after + 0.5;
  };
}
