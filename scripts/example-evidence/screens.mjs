// Every capture of the example: what it shows, at which address and when.
import { colleague, doctor, letter, patient, software, vendor } from './identity.mjs';
import { application, banner, desktop, dialog, table } from './desktop.mjs';

const site = 'https://moncabinet.exemple.fr';
const record = `${site}/patients/MC-000123`;

function screen(path, at, url, body, tab) {
  return { path, html: desktop(tab ? { url, at, body, tab } : { url, at, body }) };
}

const cnda = (service, state, back, at) =>
  screen(
    `cnda/agrement-${service.toLowerCase()}.png`,
    at,
    'https://cnda.exemple.fr/espace-editeur/demandes',
    `<main style="left:0"><h1>Espace éditeur – suivi de la demande ${service}</h1>
<div class="note">Capture reconstituée pour l'exemple : ce n'est pas le site du CNDA.</div>
${table(
  ['Information', 'Valeur'],
  [
    ['Éditeur', vendor.name],
    ['Logiciel', `${software.name} ${software.version}`],
    ['Téléservice', service],
    ['Statut', `<span class="tag ${state === 'Finalisation' ? 'good' : 'warn'}">${state}</span>`],
    ['Date de retour', back],
  ],
)}</main>`,
    'Espace éditeur',
  );

const dmpDocuments = [
  ['12/10/2026', 'Compte rendu de biologie', 'Laboratoire Exemple', ''],
  ['04/11/2026', letter.title, `Dr ${doctor.given} ${doctor.family}`, '<span class="tag">déjà dans le dossier</span>'],
  ['28/09/2026', "Compte rendu d'imagerie", 'Centre Exemple', ''],
];
const dmpTable = (rows, chosen) => table(['Date', 'Type', 'Auteur', 'Dossier local'], rows, chosen);

const compose = (extra) => `<h1>Nouveau message</h1>
<div class="field">À : Dr ${colleague.given} ${colleague.family} &lt;${colleague.mail}&gt;</div>
<div class="field">Objet : XDM/1.0/DDM+${letter.title} ${patient.family} ${patient.given} ${patient.birthShown}</div>
<div class="field" style="height:110px">Cher confrère,<br><br>Veuillez trouver ci-joint une lettre de liaison.</div>
<div class="field">Pièces jointes : <span class="tag">IHE_XDM.zip</span> <span class="tag">${letter.pdf}</span></div>${extra}`;

/** @type {{ path: string, html: string }[]} */
export const screens = [
  cnda('DMP', 'Pré-examen', '11/12/2026 (prévue)', '2026-10-20 09:12'),
  cnda('INSi', 'Finalisation', '02/10/2026', '2026-10-20 09:15'),
  cnda('ApCV', 'Finalisation', '09/10/2026', '2026-10-20 09:17'),

  screen(
    'documents/CDA-DD.04.01.01-doublon.png',
    '2026-11-04 11:02',
    `${record}/dmp`,
    application(
      'DMP',
      `${banner()}<h1>Documents du DMP</h1>${dmpTable(dmpDocuments, 1)}${dialog('Document déjà dans le dossier', `« ${letter.title} » du 04/11/2026 est déjà dans le dossier local. L'exemplaire local va s'ouvrir.`, ["Ouvrir l'exemplaire local", 'Annuler'])}`,
    ),
  ),
  screen(
    'documents/CDA-DD.04.01.01-exemplaire-local.png',
    '2026-11-04 11:03',
    `${record}/documents/77`,
    application(
      'Documents',
      `${banner()}<h1>${letter.title} <span class="tag good">exemplaire local</span></h1><div class="sheet"><b>Dr ${doctor.given} ${doctor.family}</b>, le 04/11/2026<p>Je vous adresse cette patiente pour avis. Document de test.</p></div>`,
    ),
  ),
  screen(
    'documents/CDA-VISU.01.01.01-n1.png',
    '2026-11-04 11:20',
    `${record}/documents/77/cda`,
    application(
      'Documents',
      `${banner()}<h1>CDA R2 niveau 1</h1>${table(
        ['En-tête', 'Valeur'],
        [
          ['Titre', letter.title],
          ['Code', `${letter.code} (LOINC)`],
          ['Auteur', `Dr ${doctor.given} ${doctor.family}`],
          ['Date', '04/11/2026 10:15'],
        ],
      )}<h2 style="margin-top:10px">Corps (PDF encapsulé)</h2><div class="sheet">Je vous adresse cette patiente pour avis. Document de test.</div>`,
    ),
  ),
  screen(
    'documents/CDA-VISU.01.01.01-n3.png',
    '2026-11-04 11:22',
    `${record}/documents/81/cda`,
    application(
      'Documents',
      `${banner()}<h1>CDA R2 niveau 3</h1>${table(
        ['En-tête', 'Valeur'],
        [
          ['Titre', 'Compte rendu de biologie'],
          ['Auteur', 'Laboratoire Exemple'],
          ['Date', '12/10/2026'],
        ],
      )}<h2 style="margin-top:10px">Partie narrative</h2>${table(
        ['Examen', 'Résultat', 'Unité', 'Valeurs de référence'],
        [
          ['Glucose', '0,92', 'g/L', '0,70 – 1,10'],
          ['Sodium', '140', 'mmol/L', '136 – 145'],
          ['Potassium', '4,1', 'mmol/L', '3,5 – 5,1'],
        ],
      )}`,
    ),
  ),

  screen(
    'dmp/DMP-UX.11.01.01-qualifiee.png',
    '2026-11-03 10:20',
    record,
    application(
      'Patients',
      `${banner()}<h1>Synthèse</h1>${table(
        ['Date', 'Événement'],
        [
          ['02/11/2026', 'Consultation'],
          ['12/10/2026', 'Résultats de biologie reçus'],
        ],
      )}`,
    ),
  ),
  screen(
    'dmp/DMP-UX.11.01.01-non-qualifiee.png',
    '2026-11-03 10:22',
    `${site}/patients/MC-000124`,
    application(
      'Patients',
      `${banner(false)}<h1>Synthèse</h1><div class="note">L'identité doit être qualifiée avant tout échange avec le DMP.</div>`,
    ),
  ),
  screen(
    'dmp/DMP-UX.50.01.01-autorisation.png',
    '2026-11-03 10:41',
    `${record}/dmp`,
    application(
      'DMP',
      `${banner()}<div class="note good">Autorisation d'accès ajoutée automatiquement : la patiente ne s'y est pas opposée (TD0.2 puis TD0.3).</div><h1>Documents du DMP</h1>${dmpTable(dmpDocuments.filter(([date]) => date !== '04/11/2026'))}`,
    ),
  ),
  screen(
    'dmp/DMP-PSC.01.01.01-identite.png',
    '2026-11-03 10:48',
    `${site}/journaux/dmp`,
    application(
      'Journaux',
      `<h1>Échanges avec le DMP</h1><pre>10:47:51 Pro Santé Connect  connexion   SubjectNameID=8${doctor.rpps}
10:48:02 API DMP           appel       recherche de documents
10:48:02 API DMP           identité    issue du jeton Pro Santé Connect
10:48:03 API DMP           réponse     Success, 2 documents</pre><div class="note">L'identité transmise est celle de la session Pro Santé Connect.</div>`,
    ),
  ),
  screen(
    'psc/INS-PSC.01.01.01-appel-insi.png',
    '2026-11-02 16:05',
    `${site}/journaux/insi`,
    application(
      'Journaux',
      `${banner()}<h1>Appels au téléservice INSi</h1><pre>16:04:40 Pro Santé Connect  connexion   SubjectNameID=8${doctor.rpps}
16:05:12 INSi              appel       recherche par traits
16:05:12 INSi              identité    issue du jeton Pro Santé Connect
16:05:13 INSi              retour 00   matricule ${patient.ins}</pre>`,
    ),
  ),

  screen(
    'mssante/MSS-CONF.20.01.01-annuaire.png',
    '2026-11-05 09:40',
    `${site}/messagerie/nouveau`,
    application(
      'Messagerie',
      `<h1>Nouveau message – chercher un destinataire</h1><div class="field">Nom : ESSAI &nbsp; Profession : médecin</div>${table(['Nom', 'Profession', 'RPPS', 'Adresse MSSanté'], [[`Dr ${colleague.given} ${colleague.family}`, 'Médecin', colleague.rpps, colleague.mail]], 0)}<div class="note">Source : Annuaire Santé, réponse du 05/11/2026 à 09:40</div>`,
    ),
  ),
  screen(
    'mssante/MSS-CONF.21.01.01-sans-reponse.png',
    '2026-11-05 14:32',
    `${site}/messagerie/nouveau`,
    application(
      'Messagerie',
      `<h1>Nouveau message à un usager</h1><div class="field">À : ${patient.family} ${patient.given} &lt;${patient.ins}@patient.mssante.fr&gt;</div><div class="field">Objet : Horaires du cabinet</div><div class="field">☑ Empêcher la réponse de l'usager (X-MSS-MES : FIN)</div><div class="note good">Message envoyé le 05/11/2026 à 14:32</div>`,
    ),
  ),
  screen(
    'mssante/MSS-CONF.23.01.02-envoi.png',
    '2026-11-04 10:15',
    `${site}/messagerie/nouveau`,
    application(
      'Messagerie',
      compose('<div class="note good">Message envoyé le 04/11/2026 à 10:15 – un seul usager concerné</div>'),
    ),
  ),
  screen(
    'mssante/MSS-UX.37.01.01-historique.png',
    '2026-11-05 15:22',
    `${site}/messagerie/historique`,
    application(
      'Messagerie',
      `${banner()}<h1>Historique du document reçu</h1>${table(
        ['Heure', 'Action', 'Auteur'],
        [
          ['15:20:04', 'Message reçu, IHE_XDM.zip', 'système'],
          ['15:20:12', 'Document intégré au dossier', `Dr ${doctor.family}`],
          ['15:20:12', "Message d'identité émis", 'système'],
          ['15:21:40', 'Document consulté', `Dr ${doctor.family}`],
        ],
      )}`,
    ),
  ),
  screen(
    'mssante/MSS-UX.39.01.01-integration.png',
    '2026-11-05 15:20',
    `${site}/messagerie/reception`,
    application(
      'Messagerie',
      `<h1>Message reçu</h1><div class="field">De : Dr ${colleague.given} ${colleague.family} &lt;${colleague.mail}&gt;</div>${dialog('Intégrer les documents', `${table(['Document', 'Patient'], [[letter.title, `${patient.family} ${patient.given} – INS qualifiée`]], 0)}`, ['Intégrer au dossier', 'Plus tard'])}`,
    ),
  ),

  screen(
    'comptes/SSI-IE.30.01.02-creation.png',
    '2026-11-05 17:10',
    `${site}/parametres/comptes/nouveau`,
    application(
      'Paramètres',
      `<h1>Nouveau compte de professionnel</h1><div class="field">Nom : ${doctor.family} &nbsp; Prénom : ${doctor.given}</div>${table(['RPPS', 'Nom', 'Profession', 'Source'], [[doctor.rpps, `${doctor.family} ${doctor.given}`, 'Médecin', 'Annuaire Santé']], 0)}<div class="note good">RPPS ${doctor.rpps} associé au compte c.test</div>`,
    ),
  ),
  screen(
    'comptes/SSI-IE.30.02.01-report.png',
    '2026-11-05 17:18',
    `${site}/parametres/comptes/nouveau`,
    application(
      'Paramètres',
      `<h1>Nouveau compte de professionnel</h1><div class="field">Nom : ${colleague.family} &nbsp; Prénom : ${colleague.given}</div><div class="note bad">Annuaire Santé : aucun résultat. Le compte d.essai est créé sans RPPS.</div><div class="note">Recherche reportée au 05/12/2026</div>`,
    ),
  ),
];
