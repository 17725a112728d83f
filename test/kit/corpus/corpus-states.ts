import type { Catalogue } from '../../../server/core/catalogue/catalogue';
import { newManifest } from '../../../server/core/fixes/new-manifest';
import { stringify, parse } from 'yaml';
import { cataloguePath, corpusDossier, type CorpusDossier, type CorpusPlan } from './corpus-dossier';
import { wrongFamilyFor, type SampleEvidence } from './sample-evidence';

/** A state in which a dossier may be on its way, by name. */
export interface CorpusState {
  readonly name: string;
  /** Something in it has a safe fix. */
  readonly mendable?: true;
  readonly make: (catalogue: Catalogue, samples: SampleEvidence) => CorpusDossier;
}

const state = (name: string, more: (catalogue: Catalogue) => Omit<CorpusPlan, 'catalogue'>): CorpusState => ({
  name,
  make: (catalogue, samples) => corpusDossier({ catalogue, ...more(catalogue) }, samples),
});

/** Approvals with which a dossier may be filed: of every teleservice that some dispositif needs, as far as is stated. */
export const approvals = [
  { teleservice: 'DMP', statut: 'Finalisation', piece: 'preuves/cnda/dmp.png', obtenu_le: '2026-11-02' },
  { teleservice: 'INSi', statut: 'Finalisation', piece: 'preuves/cnda/insi.png', obtenu_le: '2026-11-02' },
  { teleservice: 'ApCV', statut: 'Pré-examen', piece: 'preuves/cnda/apcv.png', retour_prevu_le: '2026-12-01' },
];
/** Their pieces. */
export const approvalImages = approvals.map(({ piece }) => piece);

export const corpusStates: readonly CorpusState[] = [
  {
    name: 'nouveau',
    make: (catalogue) => ({
      main: newManifest({ catalogue, cataloguePath, profiles: [], locale: 'fr' }),
      evidence: new Map(),
    }),
  },
  {
    name: 'nouveau, tous les profils',
    make: (catalogue) => {
      const profiles = catalogue.profiles.filter((profile) => profile !== 'Général');
      return { main: newManifest({ catalogue, cataloguePath, profiles, locale: 'fr' }), evidence: new Map() };
    },
  },
  state('ébauche : chaque exigence écrite, rien dessous', () => ({ treat: () => 'empty' })),
  state('à moitié : une exigence sur deux prouvée, une sur quatre absente', () => ({
    treat: (_, at) => (at % 2 === 0 ? 'proved' : at % 4 === 1 ? 'empty' : 'absent'),
  })),
  state('complet', () => ({ images: approvalImages, sections: { agrements: approvals } })),
  state('une pièce sur cinq d’une autre nature', () => ({
    familyOf: (proof, at) => (at % 5 === 0 ? wrongFamilyFor(proof.types) : undefined),
  })),
  state('tout déclaré non applicable', () => ({ treat: () => 'notApplicable' })),
  state('chapitres soumis, demandes ouvertes', ({ chapters }) => ({
    images: approvalImages,
    sections: {
      agrements: approvals,
      chapitres: Object.fromEntries(
        chapters.map(({ name }, at) => [
          name,
          at % 3 === 0
            ? { statut: 'soumis', le: '2026-11-10' }
            : at % 3 === 1
              ? { statut: 'validé', le: '2026-11-16' }
              : {
                  statut: 'modification demandée',
                  le: '2026-11-12',
                  historique: [
                    { le: '2026-11-05', statut: 'soumis' },
                    { le: '2026-11-12', statut: 'modification demandée', commentaire: 'Compléter la pièce.' },
                  ],
                },
        ]),
      ),
    },
  })),
  {
    name: 'pièces d’une autre version, sans empreinte ni relecture',
    mendable: true,
    make: (catalogue, samples) => {
      const { main, evidence } = corpusDossier({ catalogue }, samples);
      const content = parse(main, { schema: 'failsafe' }) as unknown;
      return { main: stringify(withoutChecks(content, { at: 0 }), { lineWidth: 0 }), evidence };
    },
  },
];

/** Every third piece without a digest, every fifth of another version, none reviewed. */
function withoutChecks(value: unknown, count: { at: number }): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutChecks(one, count));
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).filter(([key]) => key !== 'revue' && key !== 'empreinte');
  if (!('fichier' in value)) return Object.fromEntries(pairs.map(([key, one]) => [key, withoutChecks(one, count)]));
  const at = count.at++;
  return Object.fromEntries(
    pairs
      .filter(([key]) => !(key === 'sha256' && at % 3 === 0))
      .map(([key, one]) => [key, key === 'version' && at % 5 === 0 ? '12.3.0' : (one as unknown)]),
  );
}
