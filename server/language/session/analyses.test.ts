import assert from 'node:assert/strict';
import { neverCancelled } from '../../core/ports/cancellation';
import type { Workspace } from '../../core/workspace/workspace';
import { Analyses } from './analyses';

describe('Analyses', () => {
  const mains = ['file:///w/a/d.preuves.yaml', 'file:///w/b/d.preuves.yaml', 'file:///w/b/in/d.preuves.yaml'];

  /** Counts how often each dossier is analysed. */
  const setUp = () => {
    const made: string[] = [];
    let today = '2026-11-02';
    const workspace = {
      ports: { clock: { today: () => today } },
      manifests: () => mains,
      mains: () => Promise.resolve(mains),
      analyse: (uri: string) => {
        made.push(uri.slice('file:///w/'.length, uri.lastIndexOf('/')));
        return Promise.resolve({ dossier: { rootUri: uri.slice(0, uri.lastIndexOf('/')) } });
      },
    };
    const analyses = new Analyses(workspace as unknown as Workspace);
    const look = async () => {
      made.length = 0;
      await analyses.all(neverCancelled);
      return [...made];
    };
    const setToday = (day: string) => {
      today = day;
    };
    return { analyses, look, setToday };
  };

  it('are made once until something changes', async () => {
    const { analyses, look, setToday } = setUp();
    assert.deepEqual(await look(), ['a', 'b', 'b/in']);
    assert.deepEqual(await look(), []);
    analyses.changed();
    assert.deepEqual(await look(), ['a', 'b', 'b/in']);
    setToday('2026-11-03');
    assert.deepEqual(await look(), ['a', 'b', 'b/in']);
  });

  it('follow a text only where its dossier is, and where it can cite evidence', async () => {
    const { analyses, look } = setUp();
    await look();
    analyses.textChanged('file:///w/a/d.preuves.yaml');
    assert.deepEqual(await look(), ['a']);
    analyses.textChanged('file:///w/a/parts/ins.preuves.yaml');
    assert.deepEqual(await look(), ['a']);
    analyses.textChanged('file:///w/b/in/d.preuves.yaml');
    assert.deepEqual(await look(), ['b', 'b/in']);
    analyses.textChanged('file:///w/b/d.preuves.yaml');
    assert.deepEqual(await look(), ['b', 'b/in']);
    analyses.textChanged('file:///w/top.preuves.yaml');
    assert.deepEqual(await look(), ['a', 'b', 'b/in']);
    analyses.textChanged('file:///w/ab/d.preuves.yaml');
    assert.deepEqual(await look(), []);
  });

  it('follow the evidence of their own folder', async () => {
    const { analyses, look } = setUp();
    await look();
    analyses.evidenceChanged('file:///w/b');
    assert.deepEqual(await look(), ['b']);
  });
});
