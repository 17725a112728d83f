import { compact } from '../catalogue/compact';
import type { Located, OffsetRange } from '../text/offset-range';
import { entryOf, itemsOf, mapOf, scalarOf } from './node-parts';
import type { ReadEntry, ReadNode } from './read-node';

/** Who does what, by when. Ranges are relative to the entry it stands in. */
export interface FollowUpFacts {
  /** From the key to the end of the value. */
  readonly range: OffsetRange;
  readonly responsible?: Located<string>;
  /** `YYYY-MM-DD`, as written. */
  readonly dueOn?: Located<string>;
  /** `à faire`, `en cours`, `à vérifier`, `fait`. */
  readonly work?: Located<string>;
}

/** The same for one proof of a scenario. */
export interface ProofFollowUpFacts extends FollowUpFacts {
  readonly proof: Located<string>;
}

/** A test patient of the team, or a file that lists some. Ranges are relative to the section. */
export interface TestIdentityFacts {
  readonly range: OffsetRange;
  readonly ins?: Located<string>;
  readonly lastName?: Located<string>;
  readonly firstName?: Located<string>;
  readonly file?: Located<string>;
}

/** `suivi` of a requirement or scenario; undefined where nothing is written. */
export function followUpFacts(node: ReadNode | undefined): FollowUpFacts | undefined {
  const entry = entryOf(node, 'suivi');
  return entry && said(entry);
}

/** `suivi.preuves` of a scenario; undefined where nothing is written. */
export function proofFollowUpFacts(scenario: ReadNode | undefined): readonly ProofFollowUpFacts[] | undefined {
  const proofs = mapOf(entryOf(scenario, 'suivi')?.value, 'preuves');
  return proofs?.entries.map((entry) => ({ proof: entry.key, ...said(entry) }));
}

/** `etapes_faites` of a scenario; undefined where nothing is written. */
export function stepsDoneFacts(scenario: ReadNode | undefined): readonly Located<string>[] | undefined {
  if (!entryOf(scenario, 'etapes_faites')) return undefined;
  return itemsOf(scenario, 'etapes_faites').flatMap(({ value }) =>
    value?.kind === 'scalar' ? [{ value: value.value, range: value.range }] : [],
  );
}

/** `identites_de_test` of `dossier`; undefined where nothing is written. */
export function testIdentityFacts(dossier: ReadNode | undefined): readonly TestIdentityFacts[] | undefined {
  if (!entryOf(dossier, 'identites_de_test')) return undefined;
  return itemsOf(dossier, 'identites_de_test').flatMap(({ value, range }) =>
    value?.kind === 'map'
      ? [
          compact<TestIdentityFacts>({
            range,
            ins: scalarOf(value, 'ins'),
            lastName: scalarOf(value, 'nom'),
            firstName: scalarOf(value, 'prenom'),
            file: scalarOf(value, 'fichier'),
          }),
        ]
      : [],
  );
}

function said({ value, range }: ReadEntry): FollowUpFacts {
  return compact<FollowUpFacts>({
    range,
    responsible: scalarOf(value, 'responsable'),
    dueOn: scalarOf(value, 'pour_le'),
    work: scalarOf(value, 'travail'),
  });
}
