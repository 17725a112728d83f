// Plain-text evidence: journals, a configuration, a table of network flows, an extract of source code.
import { doctor, letter, patient, software } from './identity.mjs';

const ps = `8${doctor.rpps}`;
const header = (what) => `# ${software.name} ${software.version} - ${what}\n`;

/** Access to the DMP without a previous authorisation: TD0.2, then TD0.3. */
export const dmpAccessJournal =
  header('journal des échanges avec le DMP (extrait, environnement de formation)') +
  `2026-11-03T10:41:07.112+01:00 INFO  dmp TD0.2 requête   ps=${ps} ins=${patient.ins} corr=7f31c0
2026-11-03T10:41:07.698+01:00 INFO  dmp TD0.2 réponse   statut=DMPExist autorisation=aucune corr=7f31c0
2026-11-03T10:41:07.701+01:00 INFO  dmp opposition du patient : non
2026-11-03T10:41:07.704+01:00 INFO  dmp TD0.3 requête   ps=${ps} ins=${patient.ins} action=AJOUT corr=7f31c1
2026-11-03T10:41:08.215+01:00 INFO  dmp TD0.3 réponse   statut=Success corr=7f31c1
2026-11-03T10:41:08.219+01:00 INFO  dmp ouverture de la liste des documents (2 documents)
`;

/** What happened to a document received by MSSanté. */
export const receivedDocumentJournal =
  header('historique des documents reçus par MSSanté (extrait)') +
  `2026-11-05T15:20:04.310+01:00 INFO  mss message reçu    id=<20261105151958.4@cabinet-exemple.mssante.fr> pj=IHE_XDM.zip
2026-11-05T15:20:04.544+01:00 INFO  mss archive ouverte lot=SUBSET01 documents=1
2026-11-05T15:20:04.571+01:00 INFO  doc rapprochement   ins=${patient.ins} dossier=MC-000123 statut=qualifiée
2026-11-05T15:20:12.020+01:00 INFO  doc intégration     type=${letter.code} utilisateur=${ps}
2026-11-05T15:20:12.410+01:00 INFO  hl7 ADT^A31 émis    message=MC20261105-0042 accusé=AA
2026-11-05T15:21:40.087+01:00 INFO  doc consultation    utilisateur=${ps}
`;

/** The search for missing RPPS numbers, run every two years at most. */
export const rppsControlJournal =
  header('contrôle périodique des RPPS (extrait)') +
  `2026-11-06T02:00:00.004+01:00 INFO  ie contrôle RPPS : début, 3 comptes, périodicité 24 mois
2026-11-06T02:00:00.391+01:00 INFO  ie compte=c.test   rpps=${doctor.rpps} résultat=inchangé prochain=2028-11-06
2026-11-06T02:00:00.702+01:00 INFO  ie compte=d.essai  rpps=(aucun) recherche=annuaire résultat=introuvable report=2026-12-06
2026-11-06T02:00:00.981+01:00 INFO  ie compte=accueil  sans objet (compte administratif)
2026-11-06T02:00:01.002+01:00 INFO  ie contrôle RPPS : fin, 0 erreur
`;

/** The messaging connector's TLS settings. The four suites are those of the common MSSanté reference. */
export const tlsConfiguration = `; ${software.name} ${software.version} - connecteur MSSanté (extrait)
[tls]
version_min = 1.2
version_max = 1.3
; suites TLS 1.2 autorisées
suites = 0xC030, 0xC02F, 0xC028, 0xC027
verifier_revocation = oui
starttls = obligatoire
`;

/** The journal of a connection in TLS 1.3. */
export const tlsJournal =
  header('journal du connecteur MSSanté (extrait)') +
  `2026-11-05T09:02:11.008+01:00 INFO  mss connexion SMTP  hôte=mss.operateur-exemple.mssante.fr port=587
2026-11-05T09:02:11.102+01:00 INFO  mss STARTTLS accepté
2026-11-05T09:02:11.188+01:00 INFO  mss TLS négocié     version=TLSv1.3 suite=TLS_AES_256_GCM_SHA384
2026-11-05T09:02:11.240+01:00 INFO  mss certificat      révocation=vérifiée (liste locale encore valide)
`;

/** Network flows of the practice's server. */
export const networkFlows = `numero;source;destination;protocole;port;sens;authentification;filtrage
1;Poste du cabinet;Serveur MonCabinet;HTTPS (TLS 1.2 et 1.3);443;entrant;certificat serveur;pare-feu du cabinet
2;Serveur MonCabinet;Pro Santé Connect;HTTPS (mTLS);443;sortant;certificat client;liste de destinations
3;Serveur MonCabinet;Opérateur MSSanté (SMTP);STARTTLS;587;sortant;certificat client;liste de destinations
4;Serveur MonCabinet;Opérateur MSSanté (IMAP);STARTTLS;143;sortant;certificat client;liste de destinations
5;Serveur MonCabinet;DMP (formation);HTTPS (mTLS);443;sortant;certificat client;liste de destinations
6;Serveur MonCabinet;Annuaire Santé (API);HTTPS;443;sortant;clé d'API;liste de destinations
7;Administration;Serveur MonCabinet;SSH;22;entrant;clé;réseau interne seulement
`;

/** Source code that keeps the last revocation list which is still valid. */
export const crlSource = `package fr.exemple.moncabinet.mssante;

import java.time.Instant;
import java.util.Optional;

/** Garde la dernière liste de révocation encore valide. */
final class CacheCrl {
  private Crl derniere;

  /** Rend une liste utilisable : la nouvelle si elle est lisible, sinon la précédente tant qu'elle est valide. */
  synchronized Optional<Crl> actualiser(SourceCrl source, Instant maintenant) {
    try {
      Crl recue = source.telecharger();
      if (recue.signatureValide() && recue.finDeValidite().isAfter(maintenant)) {
        derniere = recue;
      }
    } catch (SourceIndisponible e) {
      Journal.avertir("liste de révocation indisponible, la précédente est gardée", e);
    }
    return Optional.ofNullable(derniere).filter(crl -> crl.finDeValidite().isAfter(maintenant));
  }
}
`;

/** What the software reports of its last load of the public directory file. The counts are made up. */
export const directoryImportReport =
  header("rapport d'import de l'Annuaire Santé") +
  `Fichier              PS_LibreAcces_Personne_activite (extraction en libre accès)
Déclenchement        automatique, sans intervention
Début                2026-11-06T03:00:00+01:00
Fin                  2026-11-06T03:04:12+01:00
Lignes lues          1204
Lignes intégrées     1204
Lignes rejetées      0
Résultat             complet
`;
