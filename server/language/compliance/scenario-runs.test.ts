import assert from 'node:assert/strict';
import { analyse, file, manifest, type KitInput } from '../../../test/kit/dossier-kit';
import { FindingWords } from '../../core/engine/render-finding';
import type { EvidenceFile } from '../../core/evidence/evidence-file';
import type { Locale } from '../../core/messages/say';
import { rules } from '../../core/rules/registry';
import { Places } from './places';
import { ScenarioRuns } from './scenario-runs';

const id = 'INS/va1.56.01';

async function runs(input: KitInput | string, locale: Locale = 'fr'): Promise<ScenarioRuns> {
  const { analysis } = await analyse(rules, typeof input === 'string' ? { main: input } : input);
  return new ScenarioRuns(analysis, { locale, words: new FindingWords(rules), places: new Places(analysis.dossier) });
}

const pieces = (...items: readonly string[]) =>
  manifest(`exigences:
  INS/va1.56:
    empreinte: 3f9a1c20
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
${items.map((item) => `            - { ${item}, date: 2026-11-02, version: 12.4.0 }\n`).join('')}`);
const picture = file({ inspection: { image: { width: 1200, height: 800 } } });
const unopened = file();
const log = file({ text: true, inspection: { text: { encoding: 'ascii', lines: 3 } } });

describe('a scenario as a test', () => {
  it('is none where no catalogue is, or the catalogue does not have it', async () => {
    const without = await runs({ main: pieces('execution: 1'), catalogue: null });
    assert.equal(without.of(id), undefined);
    assert.deepEqual(without.paths([id]), []);
    assert.equal((await runs(pieces('execution: 1'))).of('AUTRE'), undefined);
  });

  it('cites paths once, of core-business scenarios as well', async () => {
    const core = 'scenarios:\n  SCN_DB/CO.01: { preuves: { SCN_DB/CO.01.01.01: [{ fichier: c.log }, { lien: x }] } }\n';
    const both = await runs(`${pieces('fichier: a.png', 'fichier: a.png')}${core}`);
    assert.deepEqual(both.paths([id, 'SCN_DB/CO.01', 'AUTRE']), ['a.png', 'c.log']);
  });

  it('is skipped where nothing is written, or it is set aside', async () => {
    const nothing = (await runs(manifest(''))).of(id);
    assert.deepEqual([nothing?.outcome, nothing?.messages, nothing?.notes], ['skipped', [], []]);
    const aside =
      'exigences:\n  INS/va1.56:\n    scenarios:\n      INS/va1.56.01: { non_applicable: { justification: x } }\n';
    assert.equal((await runs(manifest(aside))).of(id)?.outcome, 'skipped');
  });

  it('tells of each piece that was not read why, in both languages', async () => {
    const evidence: Record<string, EvidenceFile> = {
      'a.png': picture,
      'gone.png': { state: 'absent' },
      'log.txt': log,
      'shut.png': unopened,
    };
    const main = pieces(
      'fichier: a.png',
      'fichier: gone.png',
      'fichier: new.png',
      'fichier: shut.png',
      'fichier: ../x.png',
      'execution: 12',
      'fichier: log.txt',
    );
    for (const [locale, notes] of [
      [
        'fr',
        [
          /^gone\.png : non lue, le fichier n’est pas lisible$/,
          /^new\.png : non lue, elle n’a pas été ouverte$/,
          /^shut\.png : non lue, elle n’a pas été ouverte$/,
          /^\.\.\/x\.png : non lue, elle n’a pas été ouverte$/,
          /^n° 12 : non lue, ce n’est pas un fichier du dossier$/,
        ],
      ],
      [
        'en',
        [
          /^gone\.png: not read, the file is not readable$/,
          /^new\.png: not read, it was not opened$/,
          /^shut\.png: not read, it was not opened$/,
          /^\.\.\/x\.png: not read, it was not opened$/,
          /^n° 12: not read, it is no file of the dossier$/,
        ],
      ],
    ] as const) {
      const run = (await runs({ main, evidence }, locale)).of(id);
      for (const note of notes)
        assert.ok(
          run?.notes.some((one) => note.test(one)),
          `${String(note)} ${run?.notes.join('\n')}`,
        );
      assert.ok(!run?.notes.some((one) => one.startsWith('log.txt')));
      assert.match(
        run?.unreadSummary ?? '',
        locale === 'fr' ? /^6 pièces non lues en entier$/ : /^6 pieces not read to their end$/,
      );
    }
  });

  it('passes with pieces that were looked at, and is skipped while nobody has looked at one', async () => {
    const evidence = { 'a.png': picture };
    const good = (await runs({ main: pieces('fichier: a.png'), evidence })).of(id);
    assert.deepEqual([good?.outcome, good?.messages], ['passed', []]);
    const unlooked = (await runs({ main: pieces('fichier: a.png'), evidence: {} })).of(id);
    assert.deepEqual([unlooked?.outcome, unlooked?.unread], ['skipped', 1]);
    const link = (await runs({ main: pieces('execution: 12') })).of(id);
    assert.equal(link?.unread, 1);
  });

  it('fails where something is wrong, told where it stands; what is missing is told where it would stand', async () => {
    const absent = (await runs({ main: pieces('fichier: a.png'), evidence: { 'a.png': { state: 'absent' } } })).of(id);
    assert.equal(absent?.outcome, 'failed');
    const found = absent.messages.find(({ rule }) => rule === 'preuve/fichier-introuvable');
    assert.equal(
      found?.place?.range.start.line,
      pieces('fichier: a.png')
        .split('\n')
        .findIndex((line) => line.includes('a.png')),
    );
    const half = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01:
            - { lien: "https://example.org/a", date: 2026-11-02, version: 12.4.0 }
`);
    const missing = (await runs(half)).of('INS/va1.56.02');
    assert.equal(missing?.outcome, 'failed');
    const last = missing.messages.at(-1);
    assert.match(last?.text ?? '', /^INS\/va1\.56\.02 · 0\/2 fournies/);
    assert.equal(
      last?.place?.range.start.line,
      half.split('\n').findIndex((line) => line.includes('INS/va1.56.02:')),
    );
  });

  it('tells what the team has set aside about it', async () => {
    const main = pieces('fichier: a.png').replace(
      '            - { fichier',
      '            # segur-ignore preuve/fichier-introuvable : en cours de tournage\n            - { fichier',
    );
    const evidence: Record<string, EvidenceFile> = { 'a.png': { state: 'absent' } };
    for (const [locale, note] of [
      ['fr', /^Constat écarté par l’équipe \(« en cours de tournage »\) : /],
      ['en', /^Finding set aside by the team \(“en cours de tournage”\): /],
    ] as const) {
      const run = (await runs({ main, evidence }, locale)).of(id);
      assert.ok(
        run?.notes.some((one) => note.test(one)),
        run?.notes.join('\n'),
      );
    }
    const muted = { 'segur.config.yaml': 'version: 1\ngravites:\n  preuve/fichier-introuvable: off\n' };
    const silent = (await runs({ main: pieces('fichier: a.png'), files: muted, evidence }, 'en')).of(id);
    assert.ok(
      silent?.notes.some((one) => one.startsWith('Finding that the team’s configuration silences: ')),
      silent?.notes.join('\n'),
    );
  });
});
