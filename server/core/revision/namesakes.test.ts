import assert from 'node:assert/strict';
import {
  catalogueOf,
  planOf,
  proofFile,
  requirementFile,
  requirementWith,
  scenarioFile,
} from '../../../test/kit/revision-kit';
import type { ProofFile, RequirementFile } from '../catalogue/catalogue-file';

const uri = 'file:///d/main.preuves.yaml';
const head = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: rem/ancien.rem.yaml
`;
const general = 'Le système DOIT afficher les cinq traits stricts de l’identité du patient à l’écran.';
const doctor = 'Le système DOIT permettre au médecin traitant de corriger le nom d’usage du patient.';

/** A requirement of one proof, whose id the REM prints for others too. */
function namesake(word: string, texte: string, more: Partial<RequirementFile> = {}): RequirementFile {
  const scenarios = requirementWith('A.01', [1]).scenarios ?? [];
  return requirementFile(`A.01~${word}`, { id_imprime: 'A.01', texte, scenarios, ...more });
}

/** The one requirement of its id. */
function alone(texte: string, more: Partial<RequirementFile> = {}): RequirementFile {
  return requirementWith('A.01', [1], { texte, ...more });
}

/** A dossier in which each requirement has a piece of its own, named for it. */
function dossier(...pieces: readonly (readonly [id: string, piece: string])[]): string {
  return `${head}exigences:\n${pieces
    .map(
      ([id, piece]) =>
        `  ${id}:\n    scenarios:\n      A.01.01:\n        preuves:\n          A.01.01.01:\n            - fichier: preuves/${piece}.png\n`,
    )
    .join('')}`;
}

function migrated(main: string, before: readonly RequirementFile[], after: readonly RequirementFile[]) {
  const kit = { texts: { [uri]: main }, before: catalogueOf(before), after: catalogueOf(after) };
  const { plan, texts } = planOf(kit);
  const text = texts[uri] ?? '';
  const kept = new Map<string, string>();
  let id = '';
  for (const line of text.split('\n')) {
    id = /^ {2}(?=\S)(.*):/.exec(line)?.[1] ?? id;
    const piece = /^\s+- fichier: preuves\/(.*)\.png/.exec(line)?.[1];
    if (piece !== undefined) kept.set(piece, id);
  }
  return { kept: Object.fromEntries(kept), events: plan.events.map(({ kind }) => kind), text };
}

const medecin = { profils: ['Médecin traitant'] };

describe('migration of entries whose id is printed twice', () => {
  it('keeps the evidence with the entry of the same text when a namesake appears', () => {
    for (const after of [
      [namesake('general', general), namesake('medecin-traitant', doctor, medecin)],
      [namesake('medecin-traitant', doctor, medecin), namesake('general', general)],
    ]) {
      const { kept } = migrated(dossier(['A.01', 'a']), [alone(general)], after);
      assert.deepEqual(kept, { a: 'A.01~general' });
    }
  });

  it('keeps it with the entry of the same profile where the texts are the same', () => {
    const after = [namesake('medecin-traitant', general, medecin), namesake('general', general)];
    const { kept } = migrated(dossier(['A.01', 'a']), [alone(general)], after);
    assert.deepEqual(kept, { a: 'A.01~general' });
  });

  it('keeps it when a namesake disappears, and puts that of the other aside', () => {
    const before = [namesake('general', general), namesake('medecin-traitant', doctor, medecin)];
    const main = dossier(['A.01~general', 'a'], ['A.01~medecin-traitant', 'b']);
    const { kept, events, text } = migrated(main, before, [alone(`${doctor} Et son prénom.`, medecin)]);
    assert.deepEqual(kept, { b: 'A.01' });
    assert.ok(events.includes('parked'));
    assert.match(text, /^# .*preuves\/a\.png/m);
  });

  it('follows an entry whose text changes, and its key with it', () => {
    const before = [namesake('1a2b', general), namesake('3c4d', doctor)];
    const after = [namesake('3c4d', doctor), namesake('5e6f', `${general} Sans défilement.`)];
    const { kept, events } = migrated(dossier(['A.01~1a2b', 'a'], ['A.01~3c4d', 'b']), before, after);
    assert.deepEqual(kept, { a: 'A.01~5e6f', b: 'A.01~3c4d' });
    assert.ok(events.includes('review'));
  });

  it('follows an entry that is all rewritten where no other is left', () => {
    const before = [namesake('1a2b', general), namesake('3c4d', doctor)];
    const after = [namesake('7a8b', 'Tout autre chose est demandé ici.'), namesake('3c4d', doctor)];
    const { kept } = migrated(dossier(['A.01~1a2b', 'a'], ['A.01~3c4d', 'b']), before, after);
    assert.deepEqual(kept, { a: 'A.01~7a8b', b: 'A.01~3c4d' });
  });

  it('guesses nothing where two entries ask the same', () => {
    const after = [namesake('dmp', general, { chapitre: 'DMP' }), namesake('mss', general, { chapitre: 'MSS' })];
    const { kept, events } = migrated(dossier(['A.01', 'a']), [alone(general)], after);
    assert.deepEqual(kept, {});
    assert.ok(events.includes('parked'));
  });

  it('leaves an id that may mean several as it is', () => {
    const before = [namesake('general', general), namesake('medecin-traitant', doctor, medecin)];
    const { kept } = migrated(dossier(['A.01', 'a']), before, before);
    assert.deepEqual(kept, { a: 'A.01' });
  });

  it('follows proofs and scenarios likewise, and the requests about them', () => {
    const one: ProofFile = proofFile('A.01.01.01', 'Vidéo de la création du patient dans le logiciel.');
    const two: ProofFile = proofFile('A.01.01.01', 'Extrait du journal des accès au téléservice INSi.');
    const shared = (word: string, proof: ProofFile) => ({ ...proof, id: `${proof.id}~${word}`, id_imprime: proof.id });
    const of = (...proofs: readonly ProofFile[]) =>
      requirementFile('A.01', { texte: general, scenarios: [scenarioFile('A.01.01', proofs)] });
    const main = `${dossier(['A.01', 'a'])}chapitres:
  Identité nationale de santé:
    statut: modification demandée
    historique:
      - le: 2026-11-05
        statut: modification demandée
        preuve: A.01.01.01
`;
    const { text } = migrated(main, [of(one)], [of(shared('9f00', two), shared('1e11', one))]);
    assert.match(text, /A\.01\.01\.01~1e11:\n\s+- fichier: preuves\/a\.png/);
    assert.match(text, /preuve: A\.01\.01\.01~1e11/);
  });
});
