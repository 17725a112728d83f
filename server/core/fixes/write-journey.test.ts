import assert from 'node:assert/strict';
import { parseManifest } from '../manifest/parse-manifest';
import { writeJourney, type JourneyEntry } from './write-journey';

const head = 'version: 1\ndossier: { dispositif: IMG-DB-Va2 }\n';
const done: JourneyEntry = { kind: 'step', id: 'preuves', etat: 'faite', fin: '2026-05-04' };
const write = (text: string, entry: JourneyEntry = done) =>
  writeJourney(parseManifest(head + text), entry)?.slice(head.length);

describe('what is written of the way', () => {
  it('begins the section where there is none, also behind a text without a last line end', () => {
    const section = 'parcours:\n  etapes:\n    preuves:\n      etat: faite\n      fin: 2026-05-04\n';
    assert.equal(write(''), section);
    assert.equal(write('editeur: { denomination: A }'), `editeur: { denomination: A }\n${section}`);
    assert.equal(
      writeJourney(parseManifest('version: 1\r\n'), done),
      `version: 1\r\n${section.replaceAll('\n', '\r\n')}`,
    );
  });

  it('changes what stands there, in its own style, and keeps the rest', () => {
    assert.equal(
      write('parcours:\n  etapes:\n    preuves: { etat: en cours, debut: 2026-04-01 } # note\nexigences: {}\n'),
      'parcours:\n  etapes:\n    preuves: { etat: faite, debut: 2026-04-01, fin: 2026-05-04 } # note\nexigences: {}\n',
    );
    assert.equal(
      write(
        'parcours:\n  etapes:\n    preuves:\n      etat: "en cours"\n      fin: \'2026-01-01\'\n\n# Suite\nexigences: {}\n',
      ),
      'parcours:\n  etapes:\n    preuves:\n      etat: "faite"\n      fin: \'2026-05-04\'\n\n# Suite\nexigences: {}\n',
    );
  });

  it('adds a step beside others, and a group beside others', () => {
    assert.equal(
      write('parcours:\n  etapes:\n    jalons: { etat: faite }\n  commercialisee_le: 2026-01-01\nexigences: {}\n'),
      'parcours:\n  etapes:\n    jalons: { etat: faite }\n    preuves:\n      etat: faite\n      fin: 2026-05-04\n  commercialisee_le: 2026-01-01\nexigences: {}\n',
    );
    assert.match(
      write('parcours:\n  delais: { conformite: 90 }\n') ?? '',
      /^parcours:\n {2}delais: \{ conformite: 90 \}\n {2}etapes:\n {4}preuves:\n/,
    );
    assert.match(write('parcours:\nexigences: {}\n') ?? '', /^parcours:\n {2}etapes:\n {4}preuves:\n {6}etat: faite\n/);
  });

  it('gives a milestone its date, hour, source and day of checking', () => {
    const entry: JourneyEntry = {
      kind: 'milestone',
      id: 'avance',
      date: '2026-11-10',
      heure: '12:00',
      source: 'DSR: §4',
      verifie_le: '2026-04-20',
    };
    const text = write('', entry) ?? '';
    const [milestone] = parseManifest(head + text).journey?.facts.milestones ?? [];
    assert.deepEqual(
      [milestone?.date?.value, milestone?.time?.value, milestone?.source?.value, milestone?.checkedOn?.value],
      ['2026-11-10', '12:00', 'DSR: §4', '2026-04-20'],
    );
    assert.equal(write(text, entry), text);
  });

  it('writes nothing where it could not be read afterwards', () => {
    for (const text of ['x: &a { etapes: {} }\nparcours: *a\n', 'parcours: [a]\n', 'parcours: {\n']) {
      assert.equal(write(text), undefined, text);
    }
  });

  it('writes in no value that an alias repeats', () => {
    for (const text of [
      'x: &a faite\nparcours:\n  etapes:\n    preuves: { etat: *a }\n',
      'parcours:\n  etapes:\n    preuves: { etat: &a en cours }\nx: *a\n',
    ])
      assert.equal(write(text), undefined, text);
    assert.equal(
      write('parcours:\n  etapes:\n    preuves: { etat: &a en cours, fin: 2026-05-04 }\n'),
      'parcours:\n  etapes:\n    preuves: { etat: &a faite, fin: 2026-05-04 }\n',
    );
  });
});
