import { createHash } from 'node:crypto';
import type { Catalogue } from '../../server/core/catalogue/catalogue';
import type { Piece } from '../../server/core/attach/piece';
import type { EditedFile } from '../../server/core/attach/draft';
import { declareNotApplicable } from '../../server/core/attach/declare-not-applicable';
import { planAttach } from '../../server/core/attach/plan-attach';
import type { Cell } from '../../server/core/cells/cell';
import { writeCells } from '../../server/core/cells/write-cells';
import { applyChanges } from '../../server/core/fixes/verified';
import { planMoves } from '../../server/core/moves/plan-moves';
import { analyse, file, mainUri, rootUri } from './dossier-kit';
import { proof, requirement, scenario, smallCatalogue } from './small-catalogue';

const requirements = 24;
const idOf = (number: number): string => `EQ.${String(number + 1).padStart(2, '0')}`;

/** Some requirements, each with one scenario of two proofs. */
export const teamCatalogue: Catalogue = {
  ...smallCatalogue,
  requirements: Array.from({ length: requirements }, (_, number) => {
    const id = idOf(number);
    return requirement(id, [scenario(`${id}.01`, [proof(`${id}.01.01`), proof(`${id}.01.02`)])]);
  }),
  coreScenarios: [],
};

/** A dossier that a team has begun: of every third requirement nothing is written yet. */
export function begunManifest(): string {
  let text = `# Dossier de l'équipe
version: 1

dossier:
  dispositif: MDV-LGC-Va2
  profils: [BAL PER-ORG]

logiciel:
  nom: MonCabinet
  version: 12.4.0 # candidate

exigences:
`;
  for (let number = 0; number < requirements; number++) {
    if (number % 3 === 2) continue;
    const id = idOf(number);
    text += `  # --- ${id} ---
  ${id}:
    scenarios:
      ${id}.01:
        preuves:
          ${id}.01.01:
`;
    for (const who of people)
      text += `            - fichier: preuves/${id}-${who}.png # à ${who}\n              titre: "De ${who}"\n`;
    text += `          ${id}.01.02: []\n\n`;
  }
  return text;
}

export const people = ['alix', 'bao', 'chloe'] as const;
export type Person = (typeof people)[number];

/** What somebody does; ways that do not get into each other's: each person's own pieces, and keys of their own. */
export interface TeamEdit {
  readonly who: Person;
  readonly kind: 'attach' | 'link' | 'review' | 'comment' | 'date' | 'person' | 'notApplicable' | 'move' | 'remove';
  /** Chooses the requirement. */
  readonly number: number;
  readonly turn: number;
}

const wordsOf: Readonly<Record<Person, 'responsable' | 'pour_le' | 'travail'>> = {
  alix: 'responsable',
  bao: 'pour_le',
  chloe: 'travail',
};

/**
 * The manifest after an edit, made as the editor makes it. The same text where the edit has nothing to be made of.
 * @param alone false: whatever the others do may be done to the same things
 */
export async function edited(text: string, edit: TeamEdit, alone = true): Promise<string> {
  const { who, kind, turn } = edit;
  const { analysis } = await analyse([], { main: text, catalogue: teamCatalogue });
  const own = people.indexOf(who);
  // Requirements of one's own, where what is done is about the whole of one.
  const number = alone && (kind === 'notApplicable' || kind === 'comment') ? ownNumber(edit.number, own) : edit.number;
  const id = idOf(number % requirements);
  const slot = { proof: `${id}.01.01`, scenario: `${id}.01`, requirement: id };
  const cells = (cell: Cell): string => after(text, writeCells(analysis, [cell], 'fr'));
  switch (kind) {
    case 'attach':
    case 'link': {
      const wanted = { ...slot, proof: `${id}.01.0${String(1 + (turn % 2))}` };
      // It lies in the dossier already: where others' pieces lie has no part in it.
      const name = `${who}-${String(turn)}`;
      const sha256 = createHash('sha256').update(name).digest('hex');
      const piece: Piece =
        kind === 'link'
          ? { kind: 'link', url: `https://exemple.test/${name}`, wanted }
          : {
              kind: 'file',
              name: `${name}.png`,
              inside: `recues/${id}-${name}.png`,
              content: file({ sha256 }),
              modified: '2026-11-01',
              wanted,
            };
      const pieces = [piece];
      const outcome = await planAttach({ analysis, pieces, locale: 'fr', standing: () => Promise.resolve(undefined) });
      return outcome.kind === 'planned' ? after(text, outcome) : text;
    }
    case 'review':
    case 'date':
    case 'remove': {
      const piece = placeOf(text, id, alone ? who : people[turn % people.length]);
      if (piece === undefined) return text;
      if (kind === 'remove') return cells({ kind: 'removePiece', slot, piece });
      if (kind === 'date')
        return cells({ kind: 'piece', slot, piece, field: 'date', value: `2026-10-${String(10 + own)}` });
      return cells({ kind: 'review', slot, piece, par: who, le: '2026-11-02', avis: 'suffisante' });
    }
    case 'comment':
      return cells({
        kind: 'entry',
        slot,
        level: 'requirement',
        field: 'commentaire',
        value: `Dit par ${who}, ${String(turn)}`,
      });
    case 'person': {
      const field = wordsOf[alone ? who : 'alix'];
      const value = field === 'pour_le' ? '2026-12-01' : field === 'travail' ? 'en cours' : `${who}.${String(turn)}`;
      return cells({ kind: 'follow', slot, level: 'requirement', field, value });
    }
    case 'notApplicable': {
      const outcome = declareNotApplicable(analysis, { requirement: id }, `Selon ${who}`, 'fr');
      return after(text, outcome);
    }
    case 'move': {
      const from = `preuves/${id}-${alone ? who : 'alix'}.png`;
      const main = { uri: mainUri, path: 'main.preuves.yaml', parsed: analysis.dossier.main.parsed };
      const to = `preuves/rangees-${who}/${id}-${alone ? who : 'alix'}.png`;
      const plan = planMoves([{ from: `${rootUri}/${from}`, to: `${rootUri}/${to}` }], [{ main, fragments: [] }]);
      return applyChanges(text, plan.edits);
    }
  }
}

function ownNumber(number: number, own: number): number {
  return Math.floor((number % requirements) / people.length) * people.length + own;
}

/** Which of the pieces of the first proof is somebody's from the beginning. */
function placeOf(text: string, id: string, who: string | undefined): number | undefined {
  const start = text.indexOf(`          ${id}.01.01:\n`);
  if (start < 0) return undefined;
  const end = text.indexOf(`          ${id}.01.02:`, start);
  const pieces = text.slice(start, end < 0 ? undefined : end).match(/- (?:fichier|lien): .*/g) ?? [];
  const index = pieces.findIndex((piece) => piece.includes(`/${id}-${String(who)}.png`));
  return index < 0 ? undefined : index;
}

function after(text: string, outcome: { readonly kind?: string; readonly files?: readonly EditedFile[] }): string {
  return outcome.files?.[0]?.after ?? text;
}
