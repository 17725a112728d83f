import type { Analysis } from '../engine/analyse';
import type { Status } from '../status/status';
import { statusWords } from '../status/status-words';
import { chaptersInScope, coreScenariosInScope, type Scope } from './scope';
import { isText, objectOf, objectsOf, textOf, type Json } from './json-parts';
import { coreChapter, submissionPlan, type Slot } from './plan';

/** What is filed, or would be: the common form in which packages and dossiers are compared. */
export interface FiledState {
  readonly dispositif?: string;
  readonly software?: string;
  readonly softwareVersion?: string;
  readonly catalogueVersion?: string;
  /** The chapters it was limited to; absent: all of them. */
  readonly chapters?: readonly string[];
  /** It holds only the proofs listed: the answers to what ANS asked for. */
  readonly answers?: true;
  /** Every proof in its scope, in the order of the catalogue, then slots that are no expected proof (statements). */
  readonly proofs: readonly FiledProof[];
}

/** A slot and what stands in it. */
export interface FiledProof {
  readonly chapter: string;
  /** Absent for core-business scenarios. */
  readonly requirement?: string;
  /** Absent for a statement about a whole requirement. */
  readonly scenario?: string;
  /** Absent for a statement. */
  readonly proof?: string;
  readonly status?: Status;
  readonly pieces: readonly FiledPiece[];
}

export interface FiledPiece {
  readonly kind: 'fichier' | 'declaration' | 'lien' | 'execution';
  /** Path in the dossier, link or number. */
  readonly value: string;
  /** Lower-case hexadecimal; absent for what is no file, or when the file could not be read. */
  readonly sha256?: string;
  /** Bytes; absent likewise. */
  readonly size?: number;
}

/** What is known of the content of a file. */
export type FiledContent = Required<Pick<FiledPiece, 'sha256' | 'size'>>;

/** The slot of a piece, as one text. */
export function proofKey({
  requirement,
  scenario,
  proof,
}: Pick<FiledProof, 'requirement' | 'scenario' | 'proof'>): string {
  return [requirement ?? '', scenario ?? '', proof ?? ''].join('\n');
}

/**
 * What a dossier would file as it is now.
 * @param contentOf what is known of a file of the dossier, undefined when it could not be read
 */
export function stateOfDossier(
  analysis: Analysis,
  contentOf: (path: string) => FiledContent | undefined,
  scope: Scope = {},
): FiledState {
  const { parsed } = analysis.dossier.main;
  const { catalogue } = analysis.dossier;
  const proofs = new ProofList();
  const state = analysis.compliance();
  if (state) {
    for (const { name, requirements } of chaptersInScope(state, scope)) {
      for (const { requirement, scenarios } of requirements) {
        for (const scenario of scenarios) {
          for (const { proof, status } of scenario.proofs) {
            proofs.expect(
              { chapter: name, requirement: requirement.id, scenario: scenario.scenario.id, proof: proof.id },
              status,
            );
          }
        }
      }
    }
    for (const { scenario, proofs: expected } of coreScenariosInScope(state, scope)) {
      for (const { proof, status } of expected) {
        proofs.expect({ chapter: coreChapter, scenario: scenario.id, proof: proof.id }, status);
      }
    }
  }
  const plan = submissionPlan(analysis, scope);
  for (const { source, slot } of plan.evidence) proofs.add(slot, filePiece('fichier', source, contentOf(source)));
  for (const { source, slot } of plan.statements) proofs.add(slot, filePiece('declaration', source, contentOf(source)));
  for (const { kind, value, slot } of plan.references) proofs.add(slot, { kind, value });
  const dispositif = parsed.dossier?.facts.dispositif?.value;
  const software = parsed.software?.facts.name?.value;
  const softwareVersion = parsed.software?.facts.version?.value;
  const catalogueVersion = catalogue.kind === 'loaded' ? catalogue.catalogue.version : undefined;
  return {
    ...(dispositif === undefined ? {} : { dispositif }),
    ...(software === undefined ? {} : { software }),
    ...(softwareVersion === undefined ? {} : { softwareVersion }),
    ...(catalogueVersion === undefined ? {} : { catalogueVersion }),
    ...(scope.chapters ? { chapters: scope.chapters } : {}),
    ...(scope.proofs ? { answers: true } : {}),
    proofs: proofs.list,
  };
}

function filePiece(
  kind: 'fichier' | 'declaration',
  value: string,
  { sha256, size }: Partial<FiledContent> = {},
): FiledPiece {
  return { kind, value, ...(sha256 === undefined ? {} : { sha256 }), ...(size === undefined ? {} : { size }) };
}

/** Slots in the order in which they are first met. */
export class ProofList {
  readonly #byKey = new Map<string, FiledProof & { pieces: FiledPiece[] }>();

  get list(): readonly FiledProof[] {
    return [...this.#byKey.values()];
  }

  expect(slot: Slot | Omit<FiledProof, 'pieces'>, status?: Status): { pieces: FiledPiece[] } {
    const key = proofKey(slot);
    const known = this.#byKey.get(key);
    if (known) return known;
    const { chapter, requirement, scenario, proof } = slot;
    const made = {
      chapter,
      ...(requirement ? { requirement } : {}),
      ...(scenario ? { scenario } : {}),
      ...(proof ? { proof } : {}),
      ...(status ? { status } : {}),
      pieces: [],
    };
    this.#byKey.set(key, made);
    return made;
  }

  add(slot: Slot | Omit<FiledProof, 'pieces'>, piece: FiledPiece): void {
    this.expect(slot).pieces.push(piece);
  }
}

const statuses = new Map<unknown, Status>(
  Object.entries(statusWords).map(([status, { fr }]) => [fr, status as Status]),
);

/** What the record of a package (`depot.json`) says was filed; undefined when it is no such record. Any value may be given. */
export function stateOfRecord(value: unknown): FiledState | undefined {
  const record = objectOf(value);
  if (record?.version !== 1 || !Array.isArray(record.pieces)) return undefined;
  const proofs = new ProofList();
  for (const one of objectsOf(record.preuves)) proofs.expect(slotOf(one), statuses.get(one.statut));
  for (const one of objectsOf(record.pieces)) proofs.add(slotOf(one), recordedFile('fichier', one));
  for (const one of objectsOf(record.declarations)) proofs.add(slotOf(one), recordedFile('declaration', one));
  for (const one of objectsOf(record.references)) {
    const kind = textOf(one.lien) === undefined ? 'execution' : 'lien';
    proofs.add(slotOf(one), { kind, value: textOf(one[kind]) ?? '' });
  }
  const software = objectOf(record.logiciel);
  const dispositif = textOf(record.dispositif);
  const name = textOf(software?.nom);
  const version = textOf(software?.version);
  const catalogueVersion = textOf(objectOf(record.catalogue)?.version);
  const chosen = Array.isArray(record.chapitres_choisis) ? record.chapitres_choisis.filter(isText) : undefined;
  return {
    ...(dispositif === undefined ? {} : { dispositif }),
    ...(name === undefined ? {} : { software: name }),
    ...(version === undefined ? {} : { softwareVersion: version }),
    ...(catalogueVersion === undefined ? {} : { catalogueVersion }),
    ...(chosen ? { chapters: chosen } : {}),
    ...(Array.isArray(record.reponses) ? { answers: true } : {}),
    proofs: proofs.list,
  };
}

function recordedFile(kind: 'fichier' | 'declaration', one: Json): FiledPiece {
  const sha256 = textOf(one.sha256)?.toLowerCase();
  return filePiece(kind, textOf(one.origine) ?? textOf(one.fichier) ?? '', {
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(typeof one.taille === 'number' ? { size: one.taille } : {}),
  });
}

function slotOf(one: Json): Slot {
  const requirement = textOf(one.exigence);
  return {
    chapter: textOf(one.chapitre) ?? '',
    ...(requirement === undefined ? {} : { requirement }),
    scenario: textOf(one.scenario) ?? '',
    proof: textOf(one.preuve) ?? '',
  };
}
