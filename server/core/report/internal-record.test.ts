import assert from 'node:assert/strict';
import { analyse, file, manifest } from '../../../test/kit/dossier-kit';
import type { CdaControl } from '../evidence/cda-control';
import { controlReservation } from '../evidence/cda-control-words';
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

  it('says what documents were held against the team’s schemas, what failed, and what was not verified', async () => {
    const whole: CdaControl = {
      where: 'IHE_XDM/SUBSET01/DOC.XML',
      folder: 'f0'.repeat(32),
      document: 'd0'.repeat(32),
      schema: { file: 'infrastructure/CDA.xsd', sha256: 'c0'.repeat(32), errors: 1 },
      volet: { name: 'VAC_2023.01', sha256: 'e0'.repeat(32), assertions: 12, notEvaluable: 2, applied: 7, failed: 3 },
      failures: [
        { by: 'schema', message: 'Élément inattendu', line: 4, column: 9 },
        { by: 'volet', message: 'Code absent', pattern: 'p1', test: 'hl7:code', path: '/ClinicalDocument' },
      ],
      unverified: [],
    };
    const unread: CdaControl = {
      ...{ folder: '', document: '', failures: [] },
      unverified: [{ reason: 'folderAbsent', names: ['schemas'] }],
    };
    const controlled = { 'lue.png': file({ inspection: { cdaControls: [whole, unread] } }) };
    const { analysis } = await analyse([], { main, evidence: controlled });
    const options = { scope: { chapters: ['Pro Santé Connect'] }, draft: false, toolVersion: '0.0.0' };
    const known = { ...options, evidenceFile: (path: string) => controlled[path as keyof typeof controlled] };
    const record = JSON.parse(internalRecord(analysis, known, 'depot.zip', [])) as {
      readonly paquet: unknown;
      readonly pieces: readonly { readonly controles_cda: unknown }[];
      readonly reserve_controles_cda: string;
    };
    assert.deepEqual(record.pieces[0]?.controles_cda, [
      {
        partie: 'IHE_XDM/SUBSET01/DOC.XML',
        sha256_document: 'd0'.repeat(32),
        sha256_schemas: 'f0'.repeat(32),
        schema: { fichier: 'infrastructure/CDA.xsd', sha256: 'c0'.repeat(32), ecarts: 1 },
        volet: {
          ...{ nom: 'VAC_2023.01', sha256: 'e0'.repeat(32), assertions: 12 },
          ...{ evaluees: 10, non_evaluables: 2, appliquees: 7, echecs: 3 },
        },
        echecs: [
          {
            ...{ de: 'schéma', message: 'Élément inattendu', motif: null, xpath: null, noeud: null },
            ...{ ligne: 4, colonne: 9 },
          },
          {
            ...{ de: 'volet', message: 'Code absent', motif: 'p1', xpath: 'hl7:code', noeud: '/ClinicalDocument' },
            ...{ ligne: null, colonne: null },
          },
        ],
        non_verifie: [],
      },
      {
        ...{ partie: null, sha256_document: null, sha256_schemas: null, schema: null, volet: null, echecs: [] },
        non_verifie: [{ raison: 'folderAbsent', noms: ['schemas'] }],
      },
    ]);
    assert.equal(record.reserve_controles_cda, controlReservation.fr);
    // A package of which nothing was written yet has no bag to be told apart by.
    assert.deepEqual(record.paquet, { fichier: 'depot.zip', sac: '', brouillon: false, sha256_tagmanifest: null });
    const silent = JSON.parse(internalRecord(analysis, options, 'depot.zip', [])) as object;
    assert.ok(!('reserve_controles_cda' in silent));
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
