import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import type { EvidenceFile } from '../evidence/evidence-file';
import { rule as missingFile } from '../rules/preuve/fichier-introuvable/rule';
import { internalRecord } from './internal-record';

const evidence: Readonly<Record<string, EvidenceFile>> = {
  'lue.png': file({ inspection: { text: { encoding: 'ascii', lines: 1 } } }),
  'partie.png': file({ inspection: { image: { width: 1, height: 1 }, partial: true } }),
  'abîmée.png': file({ inspection: { damage: { code: 'truncated' } } }),
  'fermée.bin': file({ inspection: {} }),
  'inconnue.bin': file(),
  'absente.png': { state: 'absent' },
};

const main = manifest(`exigences:
  INS/va1.56:
    scenarios:
      INS/va1.56.01:
        preuves:
          INS/va1.56.01.01:
            - { fichier: lue.png, revue: { par: AM, le: 2026-11-03, avis: suffisante } }
            - { fichier: ./partie.png, revue: { par: AM, le: 2026-11-03, avis: insuffisante } }
            - fichier: abîmée.png
            - fichier: fermée.bin
            - fichier: inconnue.bin
            - fichier: absente.png # segur-ignore preuve/fichier-introuvable : remise en main propre
      INS/va1.56.02:
        preuves:
          INS/va1.56.02.01: [ { fichier: absente.png } ]
          INS/va1.56.02.02: [ { lien: "https://interop.referencement.esante.gouv.fr/x?id=1" } ]
  PSC.01:
    scenarios: { PSC.01.01: { preuves: { PSC.01.01.01: [ { fichier: lue.png } ] } } }
`);

interface Kept {
  readonly paquet: { readonly sac: string; readonly sha256_tagmanifest: string | null };
  readonly pieces: readonly {
    valeur: string;
    examen: string;
    preuve: string;
    revue: { conclusion: string; par: string | null };
  }[];
  readonly constats: readonly { regle: string; preuve: string | null }[];
  readonly constats_acceptes: readonly { regle: string; raison: string; preuve: string | null; ligne: number }[];
}

async function kept(chapters?: readonly string[]): Promise<Kept> {
  const { analysis } = await analyse([missingFile], { main, evidence });
  const options = {
    scope: chapters ? { chapters } : {},
    draft: true,
    toolVersion: '0.0.0',
    evidenceFile: (path: string) => evidence[path],
  };
  const written = ['bagit.txt', 'tagmanifest-sha256.txt'].map((name) => ({
    name: `Sac/${name}`,
    size: 1,
    sha256: name,
  }));
  return JSON.parse(internalRecord(analysis, options, 'depot.zip', written)) as Kept;
}

describe('internalRecord', () => {
  it('says how far each piece was looked into, and never the same of two things', async () => {
    const { pieces, paquet } = await kept();
    assert.deepEqual(
      pieces.filter(({ preuve }) => preuve === 'INS/va1.56.01.01').map(({ valeur, examen }) => [valeur, examen]),
      [
        ['lue.png', 'lue'],
        ['./partie.png', 'en partie'],
        ['abîmée.png', 'en partie'],
        ['fermée.bin', 'non lue'],
        ['inconnue.bin', 'non lue'],
        ['absente.png', 'absente'],
      ],
    );
    assert.equal(pieces.find(({ preuve }) => preuve === 'INS/va1.56.02.02')?.examen, 'sans fichier');
    assert.deepEqual(paquet, {
      fichier: 'depot.zip',
      sac: 'Sac',
      brouillon: true,
      sha256_tagmanifest: 'tagmanifest-sha256.txt',
    });
  });

  it('says who judged what', async () => {
    const { pieces } = await kept();
    assert.deepEqual(
      pieces.slice(0, 3).map(({ revue }) => [revue.conclusion, revue.par]),
      [
        ['suffisante', 'AM'],
        ['insuffisante', 'AM'],
        ['non relue', null],
      ],
    );
  });

  it('says what was found, and what was accepted and why', async () => {
    const { constats, constats_acceptes } = await kept();
    assert.deepEqual(
      constats.map(({ regle, preuve }) => [regle, preuve]),
      [['preuve/fichier-introuvable', 'INS/va1.56.02.01']],
    );
    const [accepted, another] = constats_acceptes;
    assert.deepEqual([accepted?.raison, accepted?.preuve], ['remise en main propre', 'INS/va1.56.01.01']);
    assert.equal(another, undefined);
  });

  it('is about what the package holds, and nothing else', async () => {
    const { pieces, constats, constats_acceptes } = await kept(['Pro Santé Connect']);
    assert.deepEqual(
      pieces.map(({ preuve }) => preuve),
      ['PSC.01.01.01'],
    );
    assert.deepEqual([constats, constats_acceptes], [[], []]);
  });
});
