import assert from 'node:assert/strict';
import { analyse, file, fires, mainUri, manifest, silent, type KitInput } from '../../../../../test/kit/dossier-kit';
import { cites, evidenceOf, notApplicable } from '../../../../../test/kit/evidence-manifest';
import { safeEdits } from '../../../engine/safe-edits';
import type { EvidenceFile } from '../../../evidence/evidence-file';
import { applyChanges } from '../../../fixes/verified';
import { neverCancelled } from '../../../ports/cancellation';
import { rule } from './rule';

const proof = 'INS/va1.56.01.01';
const digest = 'c'.repeat(64);

describe(rule.meta.id, () => {
  it('reports the path of a file that is not there', async () => {
    await fires(rule, { main: cites('⟦preuves/absent.png⟧'), evidence: { 'preuves/absent.png': { state: 'absent' } } });
  });

  it('reports a file that the system refuses to open', async () => {
    const evidence = { 'a.png': { state: 'unreadable', reason: 'EACCES' } } as const;
    await fires(rule, { main: cites('⟦./a.png⟧'), evidence });
  });

  it('says of a file that is too large that it is, and asks for no right', async () => {
    const evidence = { 'a.mp4': { state: 'unreadable', reason: 'EFBIG' } } as const;
    const [found] = await fires(rule, { main: cites('⟦a.mp4⟧'), evidence });
    assert.deepEqual([found?.message, found?.effect], ['tooLarge', 'incomplete']);
  });

  it('reports a pipe, a socket or a device', async () => {
    const [found] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: { 'a.png': { state: 'special' } } });
    assert.deepEqual([found?.message, found?.effect], ['special', 'incomplete']);
  });

  it('reports the statements that say why something does not apply', async () => {
    const evidence = { 'a.pdf': { state: 'absent' }, 'b.pdf': { state: 'absent' } } as const;
    const found = await fires(rule, { main: notApplicable('⟦a.pdf⟧', '⟦b.pdf⟧'), evidence });
    assert.deepEqual(
      found.map(({ target }) => target),
      [
        { requirement: 'SSI/GEN.06', path: 'a.pdf' },
        { requirement: 'INS/va1.56', scenario: 'INS/va1.56.01', path: 'b.pdf' },
      ],
    );
  });

  it('names the command that fetches a content kept elsewhere', async () => {
    const dvc = { kind: 'dvc', fetch: 'dvc pull a.mp4.dvc' } as const;
    const [absent] = await fires(rule, {
      main: cites('⟦a.mp4⟧'),
      evidence: { 'a.mp4': { state: 'absent', pointer: dvc } },
    });
    assert.deepEqual([absent?.message, absent?.args.fetch], ['notFetched', dvc.fetch]);
    const lfs = { kind: 'git-lfs', fetch: 'git lfs pull' } as const;
    const [pointer] = await fires(rule, { main: cites('⟦a.mp4⟧'), evidence: { 'a.mp4': file({ pointer: lfs }) } });
    assert.deepEqual([pointer?.message, pointer?.severity, pointer?.effect], ['pointerOnly', 'warning', 'incomplete']);
  });

  it('keeps the piece of a file that was deleted as it is written', async () => {
    const main = evidenceOf(proof, `{ fichier: ⟦a.png⟧, sha256: ${digest}, date: 2026-11-02, revue: { par: A. M. } }`);
    const [found] = await fires(rule, { main, evidence: { 'a.png': { state: 'absent' } } });
    assert.deepEqual(
      [found?.effect, found && rule.fixes?.(found, (await analyse([], { main })).analysis.dossier)],
      ['incomplete', []],
    );
  });

  describe('cites the same file under its present name', () => {
    const lost = { 'preuves/a.png': { state: 'absent' } } as const;
    const of = (...items: string[]) => evidenceOf(proof, ...items);
    /** Titles of the fixes of the first finding, the safe ones marked, and the text after all that is safe. */
    const offers = async (
      main: string,
      there: Readonly<Record<string, EvidenceFile>>,
      more: Partial<KitInput> = {},
    ) => {
      const files = { ...Object.fromEntries(Object.keys(there).map((path) => [path, ''])), ...more.files };
      const { analysis, workspace, textOf } = await analyse([rule], {
        main,
        files,
        evidence: { ...lost, ...there, ...more.evidence },
      });
      const uncited = await workspace.findLost(analysis, neverCancelled);
      const [finding] = analysis.findings;
      assert.ok(finding);
      const edits = safeEdits(analysis, [rule], { uncited }).get(mainUri) ?? [];
      return {
        fixes: (rule.fixes?.(finding, analysis.dossier, 'fr', uncited) ?? []).map(
          ({ args, safe }) => `${String(args?.to)}${safe === true ? ' sûre' : ''}`,
        ),
        text: applyChanges(textOf(mainUri), edits),
      };
    };
    const same = file({ sha256: digest });

    it('wherever in the dossier, and everywhere it is cited', async () => {
      const main = `${of(`{ fichier: "preuves/a.png", sha256: ${digest} }`, 'fichier: preuves/a.png')}agrements:
  - { teleservice: DMP, piece: 'preuves/a.png' }
`;
      const { fixes, text } = await offers(main, { 'captures/x/b c.png': same });
      assert.deepEqual(fixes, ['captures/x/b c.png sûre']);
      assert.equal(text, main.replaceAll('preuves/a.png', 'captures/x/b c.png'));
    });

    it('offers several, and chooses none', async () => {
      const main = of(`{ fichier: preuves/a.png, sha256: ${digest} }`);
      const { fixes, text } = await offers(main, { 'preuves/b.png': same, 'preuves/c.jpg': same });
      assert.deepEqual(fixes, ['preuves/b.png', 'preuves/c.jpg']);
      assert.equal(text, main);
    });

    it('chooses for none of two that are lost with one content', async () => {
      const main = of(`{ fichier: preuves/a.png, sha256: ${digest} }`, `{ fichier: preuves/b.png, sha256: ${digest} }`);
      const { fixes, text } = await offers(
        main,
        { 'preuves/c.png': same },
        { evidence: { 'preuves/b.png': { state: 'absent' } } },
      );
      assert.deepEqual(fixes, ['preuves/c.png']);
      assert.equal(text, main);
    });

    it('takes none that is cited, empty, of another dossier, another content, or a file of work', async () => {
      const main = of(`{ fichier: preuves/a.png, sha256: ${digest} }`, 'fichier: preuves/b.png');
      const { fixes } = await offers(
        main,
        {
          'preuves/b.png': same,
          'preuves/c.png': file({ sha256: 'b'.repeat(64) }),
          'autre/preuves/a.png': same,
          'preuves/a.png.part': same,
          'main-2026.zip': same,
        },
        { files: { 'autre/main.preuves.yaml': manifest('') } },
      );
      assert.deepEqual(fixes, []);
      const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
      const empty = await offers(of(`{ fichier: preuves/a.png, sha256: ${nothing} }`), {
        'preuves/b.png': file({ size: 0, sha256: nothing }),
      });
      assert.deepEqual(empty.fixes, []);
    });

    it('is not sure where a manifest was not read whole', async () => {
      const main = `${of(`{ fichier: preuves/a.png, sha256: ${digest} }`)}inconnue: 1\n`;
      assert.deepEqual((await offers(main, { 'preuves/b.png': same })).fixes, ['preuves/b.png']);
    });

    it('goes by the digest of the review where the piece has none', async () => {
      const main = of(`{ fichier: preuves/a.png, revue: { par: A. M., sha256: ${digest} } }`);
      assert.deepEqual((await offers(main, { 'preuves/b.png': same })).fixes, ['preuves/b.png sûre']);
    });
  });

  it('says nothing of a file that is there, nor of one not looked at yet', async () => {
    await silent(rule, { main: cites('a.png'), evidence: { 'a.png': file() } });
    await silent(rule, { main: cites('a.png') });
  });

  it('leaves nothing proved by a file that cannot be read, or whose content is elsewhere', async () => {
    const states: readonly [string, EvidenceFile][] = [
      ['absent', { state: 'absent' }],
      ['unreadable', { state: 'unreadable', reason: 'EACCES' }],
      ['special', { state: 'special' }],
      ['notFetched', { state: 'absent', pointer: { kind: 'dvc', fetch: 'dvc pull' } }],
      ['pointerOnly', file({ pointer: { kind: 'git-lfs', fetch: 'git lfs pull' } })],
    ];
    for (const [message, facts] of states) {
      const [found] = await fires(rule, { main: cites('⟦a.png⟧'), evidence: { 'a.png': facts } });
      assert.deepEqual([found?.message, found?.effect, found?.target?.path], [message, 'incomplete', 'a.png']);
    }
  });

  it('says of a common piece where its path starts', async () => {
    const evidence = { 'commun:a.png': { state: 'absent' } } as const;
    const [found] = await fires(rule, { main: cites('⟦"commun:a.png"⟧'), evidence });
    assert.deepEqual([found?.message, found?.effect], ['absentCommon', 'incomplete']);
  });
});
