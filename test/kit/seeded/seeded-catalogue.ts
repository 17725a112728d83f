import type { Catalogue, ExpectedProof } from '../../../server/core/catalogue/catalogue';
import { proof, requirement, scenario } from '../small-catalogue';

const chapters = {
  ins: 'Identité nationale de santé',
  psc: 'Pro Santé Connect',
  securite: 'Sécurité du système',
  documents: 'Documents de santé',
  mssante: 'Messagerie sécurisée',
};
type Domain = keyof typeof chapters;

/** A requirement with one scenario, whose proofs ask for these types, numbered from `.01`. */
function plain(id: string, domain: Domain, ...proofs: readonly Asked[]) {
  return requirement(id, [scenario(`${id}.01`, numbered(`${id}.01`, proofs))], { domain, chapter: chapters[domain] });
}

interface Asked {
  readonly types: readonly string[];
  readonly more?: Partial<ExpectedProof>;
}

const asks = (type: string, more: Partial<ExpectedProof> = {}): Asked => ({ types: [type], more });
const link = (...testCases: readonly string[]): Asked => asks('lien_permanent_gazelle', { testCases });
const execution = (...testCases: readonly string[]): Asked => asks('identifiant_execution_mssante', { testCases });

function numbered(scenarioId: string, proofs: readonly Asked[]): ExpectedProof[] {
  return proofs.map(({ types, more }, index) =>
    proof(`${scenarioId}.${String(index + 1).padStart(2, '0')}`, types, more),
  );
}

/** What the dossier with planted faults is measured against: every kind of proof that a rule looks at. */
export const seededCatalogue: Catalogue = {
  dispositif: { id: 'MDV-LGC-Va2', name: 'Logiciel de gestion de cabinet, vague 2', wave: 2 },
  state: 'complet',
  domains: Object.entries(chapters).map(([id, name]) => ({ id, name })),
  chapters: Object.values(chapters).map((name) => ({ name })),
  profiles: ['Général', 'BAL PER-ORG', 'IAM', 'Centres de santé'],
  requirements: [
    requirement(
      'INS/va1.56',
      [
        scenario('INS/va1.56.01', numbered('INS/va1.56.01', [asks('capture_ecran')])),
        scenario(
          'INS/va1.56.02',
          numbered('INS/va1.56.02', [
            asks('video'),
            link('CI-SIS-HL7V2-Cons_identite_INS'),
            asks('dump_hl7', { expected: 'Message HL7 A31' }),
          ]),
        ),
      ],
      { domain: 'ins', chapter: chapters.ins, waveOneIds: ['LGC.INS.01'], fingerprint: '3f9a1c20' },
    ),
    plain('INS/va1.57', 'ins', asks('log', { expected: 'Trace de la transaction TD3.1' })),
    requirement('PSC.01', [scenario('PSC.01.01', numbered('PSC.01.01', [asks('video')]))], {
      domain: 'psc',
      chapter: chapters.psc,
      socleId: 'SC.PSC.01',
    }),
    plain('SSI/GEN.06', 'securite', asks('certificat_hds')),
    plain('SSI/GEN.07', 'securite', asks('formulaire_test_intrusion_passi')),
    requirement('SSI/IAM.83', [scenario('SSI/IAM.83.01', numbered('SSI/IAM.83.01', [asks('video')]))], {
      domain: 'securite',
      chapter: chapters.securite,
      profiles: ['IAM'],
    }),
    plain(
      'DOC.01',
      'documents',
      asks('document_cda'),
      asks('document_pdf_a1'),
      asks('archive_ihe_xdm'),
      link('CI-SIS-CR-VIL-N1-Create_doc-Sc1'),
      link('CI-SIS-CR-VIL-N1-Create_doc-Sc2'),
    ),
    plain('DMP/UX.50', 'documents', asks('message_soap_vihf')),
    requirement('BIO.01', [scenario('BIO.01.01', [proof('BIO.01.01.01')])], {
      domain: 'documents',
      chapter: chapters.documents,
    }),
    plain('MSS/CONF.01', 'mssante', execution('MSS-LPS-SEGUR-GEN')),
    { ...plain('MSS/CONF.04', 'mssante', execution('MSS-LPS-SEGUR-PER-ORG')), profiles: ['BAL PER-ORG'] },
    plain('MSS/CONF.15', 'mssante', asks('source_smtp'), asks('certificats')),
  ],
  coreScenarios: [],
};
