import { manifest } from '../../../../../test/kit/dossier-kit';
import { testMissingPieces } from '../../../../../test/kit/missing-piece-tests';
import { rule } from './rule';

const of = (path: string) => manifest(`portabilite: { documentation: ${path} }\n`);

describe(rule.meta.id, () => {
  testMissingPieces(rule, of);
});
