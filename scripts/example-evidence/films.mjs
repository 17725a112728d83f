// The short films of the example: a few screens shown one after the other.
import { colleague, doctor, letter } from './identity.mjs';
import { application, banner, desktop, dialog, table } from './desktop.mjs';

const site = 'https://moncabinet.exemple.fr';
const home = (note) =>
  application(
    'Agenda',
    `<h1>Agenda du jour</h1>${table(
      ['Heure', 'Rendez-vous'],
      [
        ['09:00', 'Consultation'],
        ['09:30', 'Consultation'],
      ],
    )}${note}`,
  );
const login = `<div class="center"><h1>MonCabinet</h1><p>Version 12.4.0</p><div class="psc">S'identifier avec<br><b>PRO SANTÉ CONNECT</b></div><p><small>Conditions générales d'utilisation</small></p></div>`;
const terms = `<div class="center"><h1>Conditions générales</h1><p style="text-align:left">Article 7. Pro Santé Connect. La connexion au service se fait par le fournisseur d'identité Pro Santé Connect.</p><span class="button main">Fermer</span></div>`;
const gate = `<div class="center"><h1>Pro Santé Connect</h1><div class="note">Mire reconstituée pour l'exemple</div><p><span class="button main">Carte CPS</span> <span class="button">e-CPS</span></p><p>Authentification en cours…</p></div>`;
const psc = 'https://wallet.bas.psc.esante.gouv.fr/auth';
const record = `${site}/patients/MC-000123`;
const documents = (rows, chosen) =>
  `${banner()}<h1>Documents envoyés au DMP</h1>${table(['Date', 'Type', 'État'], rows, chosen)}`;

/** Frames last `secondsPerFrame`. @type {{ path: string, frames: string[] }[]} */
export const films = [
  {
    path: 'annuaire/ANN-va1.01.01.02-recherche.mp4',
    frames: [
      frame(
        `${site}/annuaire/import`,
        '2026-11-06 09:05',
        application(
          'Annuaire',
          `<h1>Import de l'Annuaire Santé</h1>${table(['Fichier', 'Fin', 'Résultat'], [['PS_LibreAcces_Personne_activite', '06/11/2026 03:04', '<span class="tag good">complet</span>']])}`,
        ),
      ),
      frame(
        `${site}/annuaire?nom=essai`,
        '2026-11-06 09:06',
        application(
          'Annuaire',
          `<h1>Rechercher un professionnel</h1><div class="field">Nom : ${colleague.family}</div>${table(['Nom', 'Profession', 'RPPS'], [[`Dr ${colleague.given} ${colleague.family}`, 'Médecin', colleague.rpps]], 0)}`,
        ),
      ),
    ],
  },
  {
    path: 'psc/PSC.01.01.01-mode-web.mp4',
    frames: [
      frame(`${site}/connexion`, '2026-11-02 15:30', login),
      frame(`${site}/conditions`, '2026-11-02 15:31', terms),
      frame(psc, '2026-11-02 15:32', gate),
      frame(
        `${site}/agenda`,
        '2026-11-02 15:33',
        home(`<div class="note good">Connexion par Pro Santé Connect : 8${doctor.rpps}</div>`),
      ),
      frame(`${site}/connexion?deconnecte=1`, '2026-11-02 15:34', login),
    ],
  },
  {
    path: 'psc/PSC.02.01-rapprochement.mp4',
    frames: [
      frame(
        `${site}/compte/rapprochement`,
        '2026-11-02 15:50',
        application(
          'Paramètres',
          `<h1>Rapprocher mes comptes</h1><div class="field">Compte local : c.test</div><div class="field">RPPS (SubjectNameID) : 8${doctor.rpps}</div><span class="button main">Rapprocher</span>`,
        ),
      ),
      frame(psc, '2026-11-02 15:51', gate),
      frame(
        `${site}/agenda`,
        '2026-11-02 15:52',
        home('<div class="note good">Même compte : c.test (Pro Santé Connect)</div>'),
      ),
      frame(
        `${site}/agenda`,
        '2026-11-02 15:54',
        home('<div class="note good">Même compte : c.test (clé de sécurité)</div>'),
      ),
    ],
  },
  {
    path: 'dmp/DMP-CONF.03.01.01-suppression.mp4',
    frames: [
      frame(
        `${record}/dmp`,
        '2026-11-03 11:05',
        application('DMP', documents([['04/10/2026', letter.title, 'envoyé']], 0)),
      ),
      frame(
        `${record}/dmp`,
        '2026-11-03 11:06',
        application(
          'DMP',
          documents([['04/10/2026', letter.title, 'envoyé']], 0) +
            dialog('Supprimer du DMP', 'Motif : envoyé par erreur', ['Supprimer', 'Annuler']),
        ),
      ),
      frame(
        `${record}/dmp`,
        '2026-11-03 11:06',
        application(
          'DMP',
          documents([['04/10/2026', letter.title, '<span class="tag bad">supprimé du DMP (TD3.3c)</span>']], 0),
        ),
      ),
    ],
  },
  {
    path: 'dmp/DMP-CONF.06.01.01-consentement.mp4',
    frames: [
      frame(
        `${record}/dmp/choix`,
        '2026-11-03 11:15',
        application(
          'DMP',
          `${banner()}<h1>Choix de la patiente</h1><div class="field">◉ Ne s'oppose pas &nbsp; ○ S'oppose</div><div class="note good">Enregistré le 03/11/2026 à 11:15</div>`,
        ),
      ),
      frame(
        `${record}/dmp`,
        '2026-11-03 11:16',
        application(
          'DMP',
          `${banner()}<h1>Documents du DMP</h1>${table(['Date', 'Type'], [['12/10/2026', 'Compte rendu de biologie']])}`,
        ),
      ),
      frame(
        `${record}/dmp/choix`,
        '2026-11-03 11:17',
        application(
          'DMP',
          `${banner()}<h1>Choix de la patiente</h1><div class="field">○ Ne s'oppose pas &nbsp; ◉ S'oppose</div><div class="note good">Enregistré le 03/11/2026 à 11:17</div>`,
        ),
      ),
      frame(
        `${record}/dmp`,
        '2026-11-03 11:17',
        application(
          'DMP',
          `${banner()}<div class="note bad">La patiente s'oppose à la consultation de son DMP : accès bloqué.</div>`,
        ),
      ),
    ],
  },
];

function frame(url, at, body) {
  return desktop({ url, at, body });
}
