import type { Rule } from './rule';
import { rule as agrementPieceIntrouvable } from './agrement/piece-introuvable/rule';
import { rule as configurationIgnoreInutile } from './configuration/ignore-inutile/rule';
import { rule as configurationIgnoreSansRaison } from './configuration/ignore-sans-raison/rule';
import { rule as configurationInvalide } from './configuration/invalide/rule';
import { rule as dispositifAutreCatalogue } from './dispositif/autre-catalogue/rule';
import { rule as dispositifCatalogueAImporter } from './dispositif/catalogue-a-importer/rule';
import { rule as dispositifCatalogueIntrouvable } from './dispositif/catalogue-introuvable/rule';
import { rule as dispositifInconnu } from './dispositif/inconnu/rule';
import { rule as exigenceAbsente } from './exigence/absente/rule';
import { rule as exigenceAlias } from './exigence/alias/rule';
import { rule as exigenceEnDouble } from './exigence/en-double/rule';
import { rule as exigenceInconnue } from './exigence/inconnue/rule';
import { rule as exigenceNonApplicableEtPreuves } from './exigence/non-applicable-et-preuves/rule';
import { rule as exigenceNonApplicableSansJustification } from './exigence/non-applicable-sans-justification/rule';
import { rule as exigenceSansEmpreinte } from './exigence/sans-empreinte/rule';
import { rule as exigenceTexteModifie } from './exigence/texte-modifie/rule';
import { rule as fragmentIntrouvable } from './fragment/introuvable/rule';
import { rule as identifiantSiret } from './identifiant/siret/rule';
import { rule as manifesteCleEnDouble } from './manifeste/cle-en-double/rule';
import { rule as manifesteCleInconnue } from './manifeste/cle-inconnue/rule';
import { rule as manifesteCleManquante } from './manifeste/cle-manquante/rule';
import { rule as manifesteFormatIncorrect } from './manifeste/format-incorrect/rule';
import { rule as manifesteNatureDePiece } from './manifeste/nature-de-piece/rule';
import { rule as manifesteTypeIncorrect } from './manifeste/type-incorrect/rule';
import { rule as manifesteValeurNonAdmise } from './manifeste/valeur-non-admise/rule';
import { rule as preuveAutreVersion } from './preuve/autre-version/rule';
import { rule as preuveCasseDuNom } from './preuve/casse-du-nom/rule';
import { rule as preuveContenuInattendu } from './preuve/contenu-inattendu/rule';
import { rule as preuveDateFuture } from './preuve/date-future/rule';
import { rule as preuveDossier } from './preuve/dossier/rule';
import { rule as preuveEmpreinteAbsente } from './preuve/empreinte-absente/rule';
import { rule as preuveEmpreinteDifferente } from './preuve/empreinte-differente/rule';
import { rule as preuveFichierIntrouvable } from './preuve/fichier-introuvable/rule';
import { rule as preuveFichierVide } from './preuve/fichier-vide/rule';
import { rule as preuveHorsDossier } from './preuve/hors-dossier/rule';
import { rule as preuveInconnue } from './preuve/inconnue/rule';
import { rule as preuveManquante } from './preuve/manquante/rule';
import { rule as preuveMemeFichier } from './preuve/meme-fichier/rule';
import { rule as preuveRevueInsuffisante } from './preuve/revue-insuffisante/rule';
import { rule as preuveTypeNonAccepte } from './preuve/type-non-accepte/rule';
import { rule as profilInconnu } from './profil/inconnu/rule';
import { rule as scenarioInconnu } from './scenario/inconnu/rule';
import { rule as yamlSyntaxe } from './yaml/syntaxe/rule';

/** Every rule, by category then name. Pages, settings and SARIF metadata are generated from this list. */
export const rules: readonly Rule[] = [
  agrementPieceIntrouvable,
  configurationIgnoreInutile,
  configurationIgnoreSansRaison,
  configurationInvalide,
  dispositifAutreCatalogue,
  dispositifCatalogueAImporter,
  dispositifCatalogueIntrouvable,
  dispositifInconnu,
  exigenceAbsente,
  exigenceAlias,
  exigenceEnDouble,
  exigenceInconnue,
  exigenceNonApplicableEtPreuves,
  exigenceNonApplicableSansJustification,
  exigenceSansEmpreinte,
  exigenceTexteModifie,
  fragmentIntrouvable,
  identifiantSiret,
  manifesteCleEnDouble,
  manifesteCleInconnue,
  manifesteCleManquante,
  manifesteFormatIncorrect,
  manifesteNatureDePiece,
  manifesteTypeIncorrect,
  manifesteValeurNonAdmise,
  preuveAutreVersion,
  preuveCasseDuNom,
  preuveContenuInattendu,
  preuveDateFuture,
  preuveDossier,
  preuveEmpreinteAbsente,
  preuveEmpreinteDifferente,
  preuveFichierIntrouvable,
  preuveFichierVide,
  preuveHorsDossier,
  preuveInconnue,
  preuveManquante,
  preuveMemeFichier,
  preuveRevueInsuffisante,
  preuveTypeNonAccepte,
  profilInconnu,
  scenarioInconnu,
  yamlSyntaxe,
];
