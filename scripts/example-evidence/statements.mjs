// The vendor's written evidence, as PDF: statements, commitments, procedures.
import { software, vendor } from './identity.mjs';
import { textPdf } from './pdf.mjs';

const footer = [
  '',
  '',
  'Fait à Exempleville. Document fictif, fourni avec les exemples.',
  '',
  'Pour Éditeur Exemple, la représentante légale : Alix Exemple',
];
const intro = `${vendor.name}, SIRET ${vendor.siret}, éditeur du logiciel ${software.name} ${software.version},`;

const statement = (title, date, body) =>
  textPdf({
    title,
    author: vendor.name,
    date,
    lines: [`# ${title}`, '', `Le ${frenchDate(date)}`, '', intro, ...body, ...footer],
  });

const guide = (title, date, body) =>
  textPdf({
    title,
    author: vendor.name,
    date,
    lines: [
      `# ${title}`,
      '',
      `${software.name} ${software.version} - ${frenchDate(date)}`,
      '',
      ...body,
      '',
      'Document fictif, fourni avec les exemples.',
    ],
  });

/** PDF files by path, relative to the example's `preuves` folder. */
export const statements = {
  'declarations/SSI-GEN.06-non-applicable.pdf': statement(
    "Déclaration sur l'honneur de non-applicabilité",
    '2026-10-28',
    [
      "déclare sur l'honneur que l'exigence SSI/GEN.06 ne lui est pas applicable :",
      '',
      '- le logiciel est installé sur un serveur du cabinet, que le cabinet administre ;',
      "- l'éditeur n'héberge ni ne sauvegarde aucune donnée de santé pour ses clients ;",
      '- la télémaintenance se fait sur le poste du client, sans copie de données.',
    ],
  ),
  'declarations/attestation-securite.pdf': statement(
    'Attestation sur l’honneur : organisation de la sécurité',
    '2026-10-28',
    [
      "atteste sur l'honneur :",
      '',
      '1. Responsables sécurité (SSI/GEN.01). Une responsable de la sécurité et son suppléant sont',
      '   nommés ; leurs responsabilités figurent dans leur lettre de mission.',
      '2. Développement sécurisé (SSI/GEN.11). Les équipes suivent le guide interne en annexe, revu',
      '   chaque année.',
      '3. Gestion des secrets (SSI/GEN.14). La politique de gestion des secrets est définie et revue.',
      '4. Accès sans fil (SSI/GEN.15). Les équipements mobiles suivent la politique wifi.',
      '5. Veille (SSI/GEN.20). Une veille quotidienne couvre les composants du logiciel.',
    ],
  ),
  'declarations/PSC.08-engagement-acr.pdf': statement(
    'Engagement écrit : niveau demandé à Pro Santé Connect',
    '2026-11-02',
    [
      "s'engage à ce que toute demande d'authentification adressée à Pro Santé Connect porte le",
      'paramètre acr_values à la valeur eidas1, dans toutes les versions diffusées.',
    ],
  ),
  'declarations/RUM.01-base-medicaments.pdf': statement('Attestation : base de médicaments', '2026-10-30', [
    "atteste sur l'honneur que le logiciel ne propose qu'une base de médicaments agréée, mise à",
    'jour chaque mois, et que le cas 1 est donc retenu.',
  ]),
  'documents/DMP-CONF.03-procedure-suppression.pdf': guide(
    'Supprimer du DMP un document envoyé par erreur',
    '2026-11-03',
    [
      "1. Ouvrir le dossier du patient, puis l'onglet Documents.",
      '2. Choisir le document envoyé par erreur, puis « Supprimer du DMP ».',
      '3. Saisir le motif ; la suppression est envoyée (TD3.3c).',
      '4. Le document reste dans le dossier local avec la mention « supprimé du DMP ».',
      '5. La suppression est tracée : auteur, date et heure, motif, réponse du DMP.',
      '',
      "Si le DMP ne répond pas, la demande est gardée et l'utilisateur prévenu.",
    ],
  ),
  'documents/SSI-IE.30-recherche-rpps.pdf': guide('Rechercher et contrôler le RPPS', '2026-11-05', [
    "À la création d'un compte de professionnel, le logiciel cherche le RPPS dans l'Annuaire Santé.",
    'Si la recherche échoue, le compte est créé sans RPPS et la recherche reportée de 30 jours.',
    'Un contrôle des comptes a lieu tous les 24 mois au plus ; il est tracé.',
  ]),
};

function frenchDate(date) {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}
