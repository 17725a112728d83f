import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import type { EntryIds } from '../attach/make-place';
import { planDeclaration, type DeclarationOutcome } from './plan-declaration';

const aside = (id: string, more = ''): string =>
  `  ${id}:\n    non_applicable:\n      justification: sans objet\n${more}`;

async function outcomeOf(main: string, entry: EntryIds, inside?: string): Promise<DeclarationOutcome> {
  const { analysis } = await analyse([], { main });
  const content = file({ sha256: '1'.repeat(64) });
  const document = {
    kind: 'declaration',
    name: 'na.pdf',
    content,
    ...(inside === undefined ? {} : { inside }),
  } as const;
  return planDeclaration({ analysis, entry, document, locale: 'fr', standing: () => Promise.resolve(undefined) });
}

describe('planDeclaration', () => {
  it('cites the document under a requirement, a scenario of it, and a core scenario', async () => {
    const under = `exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.02:\n        non_applicable:\n          justification: sans objet\n`;
    for (const [main, entry, line] of [
      [`exigences:\n${aside('INS/va1.56')}`, { requirement: 'INS/va1.56' }, '      declaration: p/na.pdf\n'],
      [under, { requirement: 'INS/va1.56', scenario: 'INS/va1.56.02' }, '          declaration: p/na.pdf\n'],
      [`scenarios:\n${aside('SCN_DB/CO.01')}`, { scenario: 'SCN_DB/CO.01' }, '      declaration: p/na.pdf\n'],
    ] as const) {
      const outcome = await outcomeOf(manifest(main), entry, 'p/na.pdf');
      assert.ok(outcome.kind === 'planned', JSON.stringify(outcome));
      assert.deepEqual(outcome.destination, { path: 'p/na.pdf', isThere: true });
      assert.ok(outcome.files[0]?.after.includes(`justification: sans objet\n${line}`), outcome.files[0]?.after);
    }
    const brought = await outcomeOf(manifest(`exigences:\n${aside('INS/va1.56')}`), { requirement: 'INS/va1.56' });
    assert.ok(brought.kind === 'planned' && !brought.destination.isThere);
    assert.ok(brought.files[0]?.after.includes(`declaration: ${brought.destination.path}\n`));
  });

  it('says why it does not: the entry applies, is behind an alias, the file is the dossier’s own or cannot be read', async () => {
    const requirement = { requirement: 'INS/va1.56' };
    const main = manifest(`exigences:\n${aside('INS/va1.56')}`);
    assert.equal((await outcomeOf(manifest('exigences:\n  INS/va1.56:\n'), requirement)).kind, 'applies');
    assert.equal((await outcomeOf(main, requirement, 'main.preuves.yaml')).kind, 'own');
    assert.equal((await outcomeOf(`${main}  PSC.01: "\n`, requirement)).kind, 'broken');
    const shared = `x: &n { justification: sans objet }\nexigences:\n  INS/va1.56:\n    non_applicable: *n\n`;
    assert.equal((await outcomeOf(manifest(shared), requirement, 'p/na.pdf')).kind, 'notWritten');
  });
});
