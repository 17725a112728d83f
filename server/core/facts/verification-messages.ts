import type { Sentence } from '../messages/say';

/** What is said when somebody writes that a fact was read again, on the command line and in the editor. */
export const verificationMessages = {
  written: {
    fr: '« {fact} » : {value}, vérifié le {on} par {by}. Écrit dans {path}.',
    en: '“{fact}”: {value}, verified on {on} by {by}. Written in {path}.',
  },
  contradicts: {
    fr: '« {fact} » : vous avez lu {value}, l’outil montre {shown}. C’est une contradiction, montrée comme telle. Pour que votre valeur compte, écrivez-la sous « dispositifs » ou « delais » du paquet, ou sous parcours du dossier (docs/veille.md).',
    en: '“{fact}”: you read {value}, the tool shows {shown}. This is a contradiction, and shown as one. For your value to count, write it under “dispositifs” or “delais” of the package, or under parcours of the dossier (docs/veille.md).',
  },
  noFact: {
    fr: 'Aucun fait « {fact} ». segur-preuves freshness donne les identifiants{hint}.',
    en: 'No fact “{fact}”. segur-preuves freshness gives the ids{hint}.',
  },
  near: { fr: ' ; vouliez-vous « {near} » ?', en: '; did you mean “{near}”?' },
  noValue: {
    fr: 'La valeur de « {fact} » est inconnue : donnez celle que vous avez lue (--valeur).',
    en: 'The value of “{fact}” is unknown: give the one that you read (--valeur).',
  },
  noName: {
    fr: '--verifie demande --par NOM : une vérification dit qui a lu.',
    en: '--verifie needs --par NAME: a verification says who read.',
  },
  alone: {
    fr: '--valeur, --par et --le vont avec --verifie.',
    en: '--valeur, --par and --le go with --verifie.',
  },
  nowhere: {
    fr: 'Où l’écrire ? Nommez un fichier avec --donnees, ou écrivez « donnees: faits.yaml » dans segur.config.yaml.',
    en: 'Where to write it? Name a file with --donnees, or write “donnees: faits.yaml” in segur.config.yaml.',
  },
  broken: {
    fr: '{path} n’est pas un paquet de données lisible : rien n’y est écrit. Corrigez-le (check, ou freshness, dit ce qui ne va pas).',
    en: '{path} is no readable data package: nothing is written to it. Put it right (check, or freshness, says what is wrong).',
  },
  form: {
    fr: '« verifications » de {path} est écrit d’une façon qui ne se complète pas : mettez un élément par ligne, précédé de « - ».',
    en: '“verifications” of {path} is written in a way that cannot be added to: put one item on each line, behind “- ”.',
  },
  encoding: {
    fr: '{path} n’est pas en UTF-8 : rien n’y est écrit. Enregistrez-le en UTF-8.',
    en: '{path} is not UTF-8: nothing is written to it. Save it as UTF-8.',
  },
} satisfies Record<string, Sentence>;
