import assert from 'node:assert/strict';
import { parseManifest } from '../../manifest/parse-manifest';
import { moment } from '../../time/moment';
import { makePlan } from '../plan/make-plan';
import { calendarEvents, calendarFile } from './calendar-file';
import { calendarIdentity, calendarNames } from './calendar-names';

const now = moment('2026-04-20');
assert.ok(now);

function eventsOf(text: string, locale: 'fr' | 'en') {
  assert.ok(now);
  return calendarEvents(makePlan(parseManifest(`version: 1\n${text}`), now), 'a.preuves.yaml', 'Cabinet', locale);
}

describe('the events of a calendar', () => {
  it('are named by the dispositif, or by the file, in the marks of each language', () => {
    const text = 'parcours: { calendrier: { solde: { date: 2026-12-01 } } }\n';
    const summaries = (locale: 'fr' | 'en') => eventsOf(text, locale).map(({ summary }) => summary);
    assert.ok(
      summaries('fr').every((each) => each.startsWith('a.preuves.yaml : ')),
      summaries('fr').join('\n'),
    );
    assert.ok(
      summaries('en').every((each) => each.startsWith('a.preuves.yaml: ')),
      summaries('en').join('\n'),
    );
    assert.ok(summaries('fr').includes('a.preuves.yaml : au plus tard, commencer « Demander le solde »'));
    const balance = eventsOf(`dossier: { dispositif: MDV-LGC-Va2 }\n${text}`, 'en').find(
      ({ uid }) => uid === 'etape-demande_solde@cabinet.segur-preuves.invalid',
    );
    assert.equal(balance?.summary, 'MDV-LGC-Va2: begin at the latest “Ask for the balance”');
    const notes = (locale: 'fr' | 'en') =>
      eventsOf(text, locale).filter(({ description }) =>
        description.endsWith(
          locale === 'fr'
            ? ' Des durées sont inconnues : commencez plus tôt.'
            : ' Some durations are unknown: begin earlier.',
        ),
      ).length;
    assert.ok(notes('fr') > 0 && notes('fr') === notes('en'));
  });

  it('are folded at 75 bytes, and no character is cut', () => {
    const summary = `${'é'.repeat(60)}${'😀'.repeat(30)}${'…'.repeat(40)}`;
    const file = calendarFile([{ uid: 'u', at: { day: 20_000 }, summary, description: '' }], 0);
    const lines = file.split('\r\n');
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
    assert.ok(file.replaceAll('\r\n ', '').includes(`\r\nSUMMARY:${summary}\r\n`));
  });
});

describe('dossiers in one calendar', () => {
  it('are told apart by what they are about, and by their paths where nothing else does', () => {
    const identity = (text: string) => calendarIdentity('file:///d/a.preuves.yaml', parseManifest(text));
    assert.deepEqual(identity('version: 1\n'), ['a.preuves.yaml', '', '']);
    assert.deepEqual(identity('dossier: { dispositif: D }\nlogiciel: { nom: L }\n'), ['a.preuves.yaml', 'D', 'L']);
    const dossiers = [
      { identity: ['a', 'D', 'L'], file: '1/a' },
      { identity: ['a', 'D', 'L'], file: '2/a' },
      { identity: ['a', 'D', 'L'], file: '3/a' },
      { identity: ['b', 'D', 'L'], file: '1/b' },
    ];
    const names = [...calendarNames(dossiers).values()];
    assert.equal(new Set(names).size, 4);
    const moved = dossiers.map((each) => ({ ...each, file: each.file.replace('1/b', '9/b') }));
    const after = [...calendarNames(moved).values()];
    assert.deepEqual(after, names, 'a dossier that nothing else is like may go anywhere');
  });
});
