import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-types';
import { mainUri, manifest, rootUri } from '../../../test/kit/dossier-kit';
import { MemoryFiles } from '../../../test/kit/memory-files';
import { smallCatalogue } from '../../../test/kit/small-catalogue';
import { rule as missing } from '../../core/rules/preuve/manquante/rule';
import type { Editor, SessionPorts } from './ports';
import { Session } from './session';

/** What fires sooner is run at once; the rest waits until a test says so. */
const soon = 5_000;

describe('Session', () => {
  it('shows the findings of a new day in an editor in which nothing else happens', async () => {
    let today = '2026-11-14';
    const late = new Set<() => void>();
    const published: Diagnostic[][] = [];
    let told: (() => void) | undefined;
    const ports: SessionPorts = {
      files: new MemoryFiles(new Map([[mainUri, manifest('exigences:\n  MSS/CONF.14:\n')]])),
      evidence: {
        lookup: () => undefined,
        scan: () => Promise.resolve(),
        listed: () => undefined,
        list: () => Promise.resolve(),
        invalidate: () => undefined,
        onDidChange: () => undefined,
      },
      clock: { today: () => today },
      builtIns: { load: () => Promise.resolve(smallCatalogue) },
      timers: {
        after(milliseconds, action) {
          if (milliseconds > soon) {
            late.add(action);
            return () => late.delete(action);
          }
          const immediate = setImmediate(action);
          return () => {
            clearImmediate(immediate);
          };
        },
      },
    };
    const editor: Editor = {
      pulls: false,
      publish: (_uri, _version, diagnostics) => {
        published.push(diagnostics);
        told?.();
      },
      refreshDiagnostics: () => undefined,
      refreshStates: () => undefined,
      complianceChanged: () => undefined,
      watch: () => undefined,
      logError: (error) => {
        throw error;
      },
    };
    const session = new Session(ports, [missing], editor, 'test');
    const next = async (count: number): Promise<(number | undefined)[]> => {
      while (published.length < count) await new Promise<void>((resolve) => (told = resolve));
      return (published.at(-1) ?? []).map(({ severity }) => severity);
    };
    session.changeFolders([rootUri], []);
    const before = await next(1);
    assert.ok(before.length > 0 && before.every((severity) => severity === 3), JSON.stringify(before));
    today = '2026-11-15';
    for (const action of [...late]) {
      late.delete(action);
      action();
    }
    assert.deepEqual(
      await next(2),
      before.map(() => 2),
    );
    session.dispose();
    assert.equal(late.size, 0);
  });
});
