import type { Rule } from './rule';
import { rule as administratifComposantTiers } from './administratif/composant-tiers/rule';
import { rule as administratifDossierIncomplet } from './administratif/dossier-incomplet/rule';
import { rule as administratifPieceIntrouvable } from './administratif/piece-introuvable/rule';
import { rule as administratifTestIntrusion } from './administratif/test-intrusion/rule';
import { rule as administratifVersionTechnique } from './administratif/version-technique/rule';
import { rule as agrementAbsent } from './agrement/absent/rule';
import { rule as agrementAutreTeleservice } from './agrement/autre-teleservice/rule';
import { rule as agrementContradictoire } from './agrement/contradictoire/rule';
import { rule as agrementDates } from './agrement/dates/rule';
import { rule as agrementPieceIntrouvable } from './agrement/piece-introuvable/rule';
import { rule as agrementSansPiece } from './agrement/sans-piece/rule';
import { rule as agrementStatutInconnu } from './agrement/statut-inconnu/rule';
import { rule as agrementStatutInsuffisant } from './agrement/statut-insuffisant/rule';
import { rule as agrementTeleserviceInconnu } from './agrement/teleservice-inconnu/rule';
import { rule as chapitreInconnu } from './chapitre/inconnu/rule';
import { rule as chapitreModificationSansReponse } from './chapitre/modification-sans-reponse/rule';
import { rule as chapitreSoumisAvantPieces } from './chapitre/soumis-avant-pieces/rule';
import { rule as chapitreSoumisIncomplet } from './chapitre/soumis-incomplet/rule';
import { rule as configurationIgnoreInutile } from './configuration/ignore-inutile/rule';
import { rule as configurationIgnoreSansRaison } from './configuration/ignore-sans-raison/rule';
import { rule as configurationInvalide } from './configuration/invalide/rule';
import { rule as dispositifAjustements } from './dispositif/ajustements/rule';
import { rule as dispositifAncienCode } from './dispositif/ancien-code/rule';
import { rule as dispositifAutreCatalogue } from './dispositif/autre-catalogue/rule';
import { rule as dispositifCatalogueAImporter } from './dispositif/catalogue-a-importer/rule';
import { rule as dispositifCatalogueIntrouvable } from './dispositif/catalogue-introuvable/rule';
import { rule as dispositifCatalogueModifie } from './dispositif/catalogue-modifie/rule';
import { rule as dispositifInconnu } from './dispositif/inconnu/rule';
import { rule as donneesCleIns } from './donnees/cle-ins/rule';
import { rule as donneesInsDeProduction } from './donnees/ins-de-production/rule';
import { rule as executionPartagee } from './execution/partagee/rule';
import { rule as executionTest } from './execution/test/rule';
import { rule as exigenceAbsente } from './exigence/absente/rule';
import { rule as exigenceAlias } from './exigence/alias/rule';
import { rule as exigenceEnDouble } from './exigence/en-double/rule';
import { rule as exigenceInconnue } from './exigence/inconnue/rule';
import { rule as exigenceNonApplicableEtPreuves } from './exigence/non-applicable-et-preuves/rule';
import { rule as exigenceNonApplicableSansJustification } from './exigence/non-applicable-sans-justification/rule';
import { rule as exigenceProfilNonDeclare } from './exigence/profil-non-declare/rule';
import { rule as exigenceSansEmpreinte } from './exigence/sans-empreinte/rule';
import { rule as exigenceTexteModifie } from './exigence/texte-modifie/rule';
import { rule as financementAttestationTva } from './financement/attestation-tva/rule';
import { rule as financementAvanceNonPayee } from './financement/avance-non-payee/rule';
import { rule as financementCommandeTardive } from './financement/commande-tardive/rule';
import { rule as financementCommandeTropAncienne } from './financement/commande-trop-ancienne/rule';
import { rule as financementDeploiementMss } from './financement/deploiement-mss/rule';
import { rule as financementEtatInconnu } from './financement/etat-inconnu/rule';
import { rule as financementFinancementUnique } from './financement/financement-unique/rule';
import { rule as financementFinessUnique } from './financement/finess-unique/rule';
import { rule as financementMontant } from './financement/montant/rule';
import { rule as financementPieceIntrouvable } from './financement/piece-introuvable/rule';
import { rule as financementPieceManquante } from './financement/piece-manquante/rule';
import { rule as financementSoldeSuperieur } from './financement/solde-superieur/rule';
import { rule as financementVa } from './financement/va/rule';
import { rule as fragmentIllisible } from './fragment/illisible/rule';
import { rule as fragmentIntrouvable } from './fragment/introuvable/rule';
import { rule as identifiantFiness } from './identifiant/finess/rule';
import { rule as identifiantRpps } from './identifiant/rpps/rule';
import { rule as identifiantSiret } from './identifiant/siret/rule';
import { rule as identifiantTva } from './identifiant/tva/rule';
import { rule as instructionDemandeOuverte } from './instruction/demande-ouverte/rule';
import { rule as instructionRetourEnArriere } from './instruction/retour-en-arriere/rule';
import { rule as lienAcces } from './lien/acces/rule';
import { rule as lienCasDeTest } from './lien/cas-de-test/rule';
import { rule as lienForme } from './lien/forme/rule';
import { rule as lienInaccessible } from './lien/inaccessible/rule';
import { rule as lienPartage } from './lien/partage/rule';
import { rule as lienPlateforme } from './lien/plateforme/rule';
import { rule as manifesteCleEnDouble } from './manifeste/cle-en-double/rule';
import { rule as manifesteCleInconnue } from './manifeste/cle-inconnue/rule';
import { rule as manifesteCleManquante } from './manifeste/cle-manquante/rule';
import { rule as manifesteFormatIncorrect } from './manifeste/format-incorrect/rule';
import { rule as manifesteIdentiteManquante } from './manifeste/identite-manquante/rule';
import { rule as manifesteIllisible } from './manifeste/illisible/rule';
import { rule as manifesteNatureDePiece } from './manifeste/nature-de-piece/rule';
import { rule as manifesteTypeIncorrect } from './manifeste/type-incorrect/rule';
import { rule as manifesteValeurNonAdmise } from './manifeste/valeur-non-admise/rule';
import { rule as parcoursCndaTropTot } from './parcours/cnda-trop-tot/rule';
import { rule as parcoursCommercialisation } from './parcours/commercialisation/rule';
import { rule as parcoursDepotPasse } from './parcours/depot-passe/rule';
import { rule as parcoursEcheance } from './parcours/echeance/rule';
import { rule as parcoursHeureIncorrecte } from './parcours/heure-incorrecte/rule';
import { rule as parcoursOrdre } from './parcours/ordre/rule';
import { rule as parcoursPieceIntrouvable } from './parcours/piece-introuvable/rule';
import { rule as parcoursReponseAttendue } from './parcours/reponse-attendue/rule';
import { rule as portabiliteClause } from './portabilite/clause/rule';
import { rule as portabiliteContenu } from './portabilite/contenu/rule';
import { rule as portabiliteDelai } from './portabilite/delai/rule';
import { rule as portabiliteDocumentation } from './portabilite/documentation/rule';
import { rule as portabilitePerimetre } from './portabilite/perimetre/rule';
import { rule as portabilitePieceIntrouvable } from './portabilite/piece-introuvable/rule';
import { rule as portefeuilleCommun } from './portefeuille/commun/rule';
import { rule as portefeuilleDossier } from './portefeuille/dossier/rule';
import { rule as portefeuilleForme } from './portefeuille/forme/rule';
import { rule as preuveACompleter } from './preuve/a-completer/rule';
import { rule as preuveAcquittementHl7 } from './preuve/acquittement-hl7/rule';
import { rule as preuveAutreLogiciel } from './preuve/autre-logiciel/rule';
import { rule as preuveAutrePreuve } from './preuve/autre-preuve/rule';
import { rule as preuveAutreVersion } from './preuve/autre-version/rule';
import { rule as preuveAutreVolet } from './preuve/autre-volet/rule';
import { rule as preuveCasseDuNom } from './preuve/casse-du-nom/rule';
import { rule as preuveCdaIncoherent } from './preuve/cda-incoherent/rule';
import { rule as preuveCdaNonConforme } from './preuve/cda-non-conforme/rule';
import { rule as preuveCdaNonVerifie } from './preuve/cda-non-verifie/rule';
import { rule as preuveCertificatAbsent } from './preuve/certificat-absent/rule';
import { rule as preuveCertificatPerime } from './preuve/certificat-perime/rule';
import { rule as preuveCodeLoinc } from './preuve/code-loinc/rule';
import { rule as preuveContenuInattendu } from './preuve/contenu-inattendu/rule';
import { rule as preuveCourrielMssante } from './preuve/courriel-mssante/rule';
import { rule as preuveCsvIrregulier } from './preuve/csv-irregulier/rule';
import { rule as preuveDateFuture } from './preuve/date-future/rule';
import { rule as preuveDatesDifferentes } from './preuve/dates-differentes/rule';
import { rule as preuveDocumentInterne } from './preuve/document-interne/rule';
import { rule as preuveDossier } from './preuve/dossier/rule';
import { rule as preuveEmpreinteAbsente } from './preuve/empreinte-absente/rule';
import { rule as preuveEmpreinteDifferente } from './preuve/empreinte-differente/rule';
import { rule as preuveEnTeteMssante } from './preuve/en-tete-mssante/rule';
import { rule as preuveEnregistreePlusTard } from './preuve/enregistree-plus-tard/rule';
import { rule as preuveEvenementHl7 } from './preuve/evenement-hl7/rule';
import { rule as preuveExamenPartiel } from './preuve/examen-partiel/rule';
import { rule as preuveFichierDuDossier } from './preuve/fichier-du-dossier/rule';
import { rule as preuveFichierEndommage } from './preuve/fichier-endommage/rule';
import { rule as preuveFichierIntrouvable } from './preuve/fichier-introuvable/rule';
import { rule as preuveFichierVide } from './preuve/fichier-vide/rule';
import { rule as preuveFilmParModalite } from './preuve/film-par-modalite/rule';
import { rule as preuveHl7Patient } from './preuve/hl7-patient/rule';
import { rule as preuveHorsDossier } from './preuve/hors-dossier/rule';
import { rule as preuveImageIllisible } from './preuve/image-illisible/rule';
import { rule as preuveInconnue } from './preuve/inconnue/rule';
import { rule as preuveManquante } from './preuve/manquante/rule';
import { rule as preuveMemeContenu } from './preuve/meme-contenu/rule';
import { rule as preuveMemeEnregistrement } from './preuve/meme-enregistrement/rule';
import { rule as preuveMemeFichier } from './preuve/meme-fichier/rule';
import { rule as preuveMessageDeProduction } from './preuve/message-de-production/rule';
import { rule as preuveNomNonPortable } from './preuve/nom-non-portable/rule';
import { rule as preuveNoteDansCommentaire } from './preuve/note-dans-commentaire/rule';
import { rule as preuveOrpheline } from './preuve/orpheline/rule';
import { rule as preuvePageDErreur } from './preuve/page-d-erreur/rule';
import { rule as preuvePassiNonSigne } from './preuve/passi-non-signe/rule';
import { rule as preuvePassiPerime } from './preuve/passi-perime/rule';
import { rule as preuvePatientsDifferents } from './preuve/patients-differents/rule';
import { rule as preuvePdfA } from './preuve/pdf-a/rule';
import { rule as preuvePlusAncienneQueLaVersion } from './preuve/plus-ancienne-que-la-version/rule';
import { rule as preuveRapportAnnuaire } from './preuve/rapport-annuaire/rule';
import { rule as preuveRapportAutreDocument } from './preuve/rapport-autre-document/rule';
import { rule as preuveRelueTropTot } from './preuve/relue-trop-tot/rule';
import { rule as preuveRequetePsc } from './preuve/requete-psc/rule';
import { rule as preuveRevueInsuffisante } from './preuve/revue-insuffisante/rule';
import { rule as preuveSansDate } from './preuve/sans-date/rule';
import { rule as preuveSoapSansVihf } from './preuve/soap-sans-vihf/rule';
import { rule as preuveTransactionAbsente } from './preuve/transaction-absente/rule';
import { rule as preuveTypeNonAccepte } from './preuve/type-non-accepte/rule';
import { rule as preuveVerdictEnEchec } from './preuve/verdict-en-echec/rule';
import { rule as preuveVersionCitee } from './preuve/version-citee/rule';
import { rule as preuveVersionDvc } from './preuve/version-dvc/rule';
import { rule as preuveVideoVide } from './preuve/video-vide/rule';
import { rule as preuveXdmIncomplete } from './preuve/xdm-incomplete/rule';
import { rule as profilInconnu } from './profil/inconnu/rule';
import { rule as profilInutile } from './profil/inutile/rule';
import { rule as scenarioInconnu } from './scenario/inconnu/rule';
import { rule as scenarioTexteModifie } from './scenario/texte-modifie/rule';
import { rule as secretsClePrivee } from './secrets/cle-privee/rule';
import { rule as secretsIdentifiants } from './secrets/identifiants/rule';
import { rule as secretsJeton } from './secrets/jeton/rule';
import { rule as suiviEnRetard } from './suivi/en-retard/rule';
import { rule as suiviRelectureParLeResponsable } from './suivi/relecture-par-le-responsable/rule';
import { rule as yamlEncodage } from './yaml/encodage/rule';
import { rule as yamlSyntaxe } from './yaml/syntaxe/rule';

/** Every rule, by category then name. Pages, settings and SARIF metadata are generated from this list. */
export const rules: readonly Rule[] = [
  administratifComposantTiers,
  administratifDossierIncomplet,
  administratifPieceIntrouvable,
  administratifTestIntrusion,
  administratifVersionTechnique,
  agrementAbsent,
  agrementAutreTeleservice,
  agrementContradictoire,
  agrementDates,
  agrementPieceIntrouvable,
  agrementSansPiece,
  agrementStatutInconnu,
  agrementStatutInsuffisant,
  agrementTeleserviceInconnu,
  chapitreInconnu,
  chapitreModificationSansReponse,
  chapitreSoumisAvantPieces,
  chapitreSoumisIncomplet,
  configurationIgnoreInutile,
  configurationIgnoreSansRaison,
  configurationInvalide,
  dispositifAjustements,
  dispositifAncienCode,
  dispositifAutreCatalogue,
  dispositifCatalogueAImporter,
  dispositifCatalogueIntrouvable,
  dispositifCatalogueModifie,
  dispositifInconnu,
  donneesCleIns,
  donneesInsDeProduction,
  executionPartagee,
  executionTest,
  exigenceAbsente,
  exigenceAlias,
  exigenceEnDouble,
  exigenceInconnue,
  exigenceNonApplicableEtPreuves,
  exigenceNonApplicableSansJustification,
  exigenceProfilNonDeclare,
  exigenceSansEmpreinte,
  exigenceTexteModifie,
  financementAttestationTva,
  financementAvanceNonPayee,
  financementCommandeTardive,
  financementCommandeTropAncienne,
  financementDeploiementMss,
  financementEtatInconnu,
  financementFinancementUnique,
  financementFinessUnique,
  financementMontant,
  financementPieceIntrouvable,
  financementPieceManquante,
  financementSoldeSuperieur,
  financementVa,
  fragmentIllisible,
  fragmentIntrouvable,
  identifiantFiness,
  identifiantRpps,
  identifiantSiret,
  identifiantTva,
  instructionDemandeOuverte,
  instructionRetourEnArriere,
  lienAcces,
  lienCasDeTest,
  lienForme,
  lienInaccessible,
  lienPartage,
  lienPlateforme,
  manifesteCleEnDouble,
  manifesteCleInconnue,
  manifesteCleManquante,
  manifesteFormatIncorrect,
  manifesteIdentiteManquante,
  manifesteIllisible,
  manifesteNatureDePiece,
  manifesteTypeIncorrect,
  manifesteValeurNonAdmise,
  parcoursCndaTropTot,
  parcoursCommercialisation,
  parcoursDepotPasse,
  parcoursEcheance,
  parcoursHeureIncorrecte,
  parcoursOrdre,
  parcoursPieceIntrouvable,
  parcoursReponseAttendue,
  portabiliteClause,
  portabiliteContenu,
  portabiliteDelai,
  portabiliteDocumentation,
  portabilitePerimetre,
  portabilitePieceIntrouvable,
  portefeuilleCommun,
  portefeuilleDossier,
  portefeuilleForme,
  preuveACompleter,
  preuveAcquittementHl7,
  preuveAutreLogiciel,
  preuveAutrePreuve,
  preuveAutreVersion,
  preuveAutreVolet,
  preuveCasseDuNom,
  preuveCdaIncoherent,
  preuveCdaNonConforme,
  preuveCdaNonVerifie,
  preuveCertificatAbsent,
  preuveCertificatPerime,
  preuveCodeLoinc,
  preuveContenuInattendu,
  preuveCourrielMssante,
  preuveCsvIrregulier,
  preuveDateFuture,
  preuveDatesDifferentes,
  preuveDocumentInterne,
  preuveDossier,
  preuveEmpreinteAbsente,
  preuveEmpreinteDifferente,
  preuveEnTeteMssante,
  preuveEnregistreePlusTard,
  preuveEvenementHl7,
  preuveExamenPartiel,
  preuveFichierDuDossier,
  preuveFichierEndommage,
  preuveFichierIntrouvable,
  preuveFichierVide,
  preuveFilmParModalite,
  preuveHl7Patient,
  preuveHorsDossier,
  preuveImageIllisible,
  preuveInconnue,
  preuveManquante,
  preuveMemeContenu,
  preuveMemeEnregistrement,
  preuveMemeFichier,
  preuveMessageDeProduction,
  preuveNomNonPortable,
  preuveNoteDansCommentaire,
  preuveOrpheline,
  preuvePageDErreur,
  preuvePassiNonSigne,
  preuvePassiPerime,
  preuvePatientsDifferents,
  preuvePdfA,
  preuvePlusAncienneQueLaVersion,
  preuveRapportAnnuaire,
  preuveRapportAutreDocument,
  preuveRelueTropTot,
  preuveRequetePsc,
  preuveRevueInsuffisante,
  preuveSansDate,
  preuveSoapSansVihf,
  preuveTransactionAbsente,
  preuveTypeNonAccepte,
  preuveVerdictEnEchec,
  preuveVersionCitee,
  preuveVersionDvc,
  preuveVideoVide,
  preuveXdmIncomplete,
  profilInconnu,
  profilInutile,
  scenarioInconnu,
  scenarioTexteModifie,
  secretsClePrivee,
  secretsIdentifiants,
  secretsJeton,
  suiviEnRetard,
  suiviRelectureParLeResponsable,
  yamlEncodage,
  yamlSyntaxe,
];
