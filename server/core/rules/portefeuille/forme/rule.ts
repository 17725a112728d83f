import { fileFaultWords } from '../../../ports/file-fault-words';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

/** Its findings come from `workspace/portfolio.ts`: a portfolio is no file of a dossier. */
export const rule: Rule = {
  meta: {
    id: 'portefeuille/forme',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le portefeuille (portefeuille.yaml) n’est pas écrit comme il doit l’être, ou n’a pas pu être lu.',
      en: 'The portfolio (portefeuille.yaml) is not written as it should be, or could not be read.',
    },
    why: {
      fr: 'Ce qui n’est pas compris d’un portefeuille n’est pas suivi : un dossier y serait oublié sans bruit.',
      en: 'What is not understood of a portfolio is not followed: a dossier would be forgotten in silence.',
    },
    avoid: 'version: 1\ndossier: [moncabinet]',
    prefer: 'version: 1\ndossiers: [moncabinet]',
    source: sources.format,
    messages: {
      ...fileFaultWords,
      syntax: {
        fr: 'Syntaxe YAML incorrecte ici ({detail}). Corrigez cette ligne, ou celle qui la précède.',
        en: 'Incorrect YAML here ({detail}). Correct this line, or the one before it.',
      },
      encoding: {
        fr: 'Ce fichier n’est pas en UTF-8 : enregistrez-le en UTF-8, sans quoi les noms accentués ne sont pas retrouvés.',
        en: 'This file is not UTF-8: save it as UTF-8, without which accented names are not found.',
      },
      unknownKey: {
        fr: 'La clé « {key} » n’existe pas dans un portefeuille. Clés possibles : version, dossiers, commun.',
        en: 'Key “{key}” does not exist in a portfolio. Keys that may stand here: version, dossiers, commun.',
      },
      wrongType: {
        fr: 'Ceci n’est pas de la sorte attendue : « dossiers » attend une liste de chemins, « version » et « commun » une seule valeur.',
        en: 'This is not of the expected sort: “dossiers” expects a list of paths, “version” and “commun” a single value.',
      },
      missingKey: {
        fr: 'La clé « {key} » est obligatoire dans un portefeuille : ajoutez-la, avec sa valeur.',
        en: 'Key “{key}” is required in a portfolio: add it, with its value.',
      },
      duplicateKey: {
        fr: 'La clé « {key} » est déjà écrite plus haut : gardez-en une seule.',
        en: 'Key “{key}” is already written above: keep only one.',
      },
      badValue: {
        fr: '« {value} » n’est pas admis ici. Valeurs admises : {allowed}.',
        en: '“{value}” is not allowed here. Allowed values: {allowed}.',
      },
      other: {
        fr: 'Ceci n’est pas compris : un portefeuille n’a que « version », « dossiers » et « commun ».',
        en: 'This is not understood: a portfolio has “version”, “dossiers” and “commun” only.',
      },
      empty: {
        fr: 'Ce portefeuille ne nomme aucun dossier : donnez le chemin de chacun sous « dossiers ».',
        en: 'This portfolio names no dossier: give the path of each under “dossiers”.',
      },
    },
  },
};
