import { manifest } from '../../../../../test/kit/dossier-kit';
import { testMissingPieces } from '../../../../../test/kit/missing-piece-tests';
import { rule } from './rule';

const of = (path: string) =>
  manifest(`commandes: [{ client: A, signee_le: 2026-10-05, solde: { pieces: { va: [${path}] } } }]\n`);

describe(rule.meta.id, () => {
  testMissingPieces(rule, of);
});
