import assert from 'node:assert/strict';
import type { ViewNode } from '../../protocol/compliance-view';
import { manifest } from '../../test/kit/dossier-kit';
import { namesakeCatalogue as catalogue, namesakeDossier } from '../../test/kit/namesake-catalogue';
import { completionsAt, viewAt } from '../../test/kit/view-kit';
import { complianceView } from './compliance/compliance-view';
import { hover } from './hover/hover';

const at = (id: string): string => manifest(namesakeDossier).replace(`${id}:`, `${id.slice(0, 3)}‸${id.slice(3)}:`);

async function hovered(id: string): Promise<string> {
  const { view, offset } = await viewAt(at(id), { catalogue });
  return JSON.stringify(hover(view, offset)?.contents);
}

describe('entries whose id the REM prints twice, in the editor', () => {
  it('say so in hovers, on the key', async () => {
    for (const [id, printed] of [
      ['A.01~general', 'A.01'],
      ['A.01.01~general', 'A.01.01'],
      ['A.01.01.01~1a2b', 'A.01.01.01'],
      ['SCN.01~general', 'SCN.01'],
    ] as const) {
      const text = (await hovered(id)).replaceAll('\\\\', '');
      assert.ok(text.includes(`**${printed} (identifiant imprimé deux fois dans le REM ; ici ${id})**`), text);
    }
  });

  it('are completed by their keys, and found by the printed id', async () => {
    const { items, labels } = await completionsAt(manifest('exigences:\n  A.01‸\n'), { catalogue });
    assert.deepEqual([...labels].sort(), ['A.01~bal-per-org', 'A.01~general']);
    assert.ok(items.every(({ detail }) => detail?.startsWith('identifiant imprimé deux fois dans le REM · ') === true));
    const proofs = await completionsAt(
      manifest(`exigences:
  A.01~bal-per-org:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01~1a2b: []
          ‸
`),
      { catalogue },
    );
    assert.deepEqual(proofs.labels, ['A.01.01.01~3c4d']);
  });

  it('say so in the tree', async () => {
    const { kit } = await viewAt(manifest(namesakeDossier), { catalogue });
    const context = { groupBy: 'chapter', locale: 'fr' } as const;
    const { root } = await complianceView(kit.analysis, context, () => Promise.resolve());
    const all = (node: ViewNode): ViewNode[] => [node, ...node.children.flatMap(all)];
    const shared = all(root).filter(({ label }) => label.includes('~'));
    assert.equal(shared.length, 9);
    for (const { label, tooltip } of shared) assert.match(tooltip ?? '', /imprimé deux fois dans le REM/, label);
  });
});
