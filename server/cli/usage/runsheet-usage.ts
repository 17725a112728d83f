import { commandUsage } from './command-usage';
import { atDate, outputOption } from './common-options';

export const runsheetUsage = commandUsage({
  name: 'runsheet',
  group: 'check',
  title: {
    fr: 'écrit le script de tournage, ou la lettre des pièces manquantes',
    en: 'writes the shooting script, or the letter of missing pieces',
  },
  operands: { form: { fr: '[CHEMIN]', en: '[PATH]' }, most: 1 },
  needs: { fr: '-o FICHIER.html|pdf|md', en: '-o FILE.html|pdf|md' },
  options: {
    output: outputOption(
      { fr: 'FICHIER.html|pdf|md', en: 'FILE.html|pdf|md' },
      { fr: 'document à écrire, dont le nom dit le format', en: 'document to write, whose name tells the format' },
    ),
    par: {
      kind: 'choice',
      choices: ['chapitre', 'personne'],
      without: 'chapitre',
      does: { fr: 'une partie par chapitre ou par responsable', en: 'a part for each chapter or for each person' },
    },
    personne: {
      kind: 'value',
      value: { fr: 'P', en: 'P' },
      does: { fr: 'ce dont P est responsable seulement (« suivi »)', en: 'only what P is responsible for (“suivi”)' },
    },
    chapitre: {
      kind: 'value',
      value: { fr: 'C', en: 'C' },
      does: { fr: 'ce chapitre seulement', en: 'only this chapter' },
    },
    lettre: {
      kind: 'flag',
      does: {
        fr: 'la liste des pièces manquantes, sous forme de lettre',
        en: 'the list of missing pieces, as a letter',
      },
    },
    at: atDate,
  },
  examples: ['runsheet -o tournage.pdf', 'runsheet dossier --personne AM --lettre -o manque-am.html'],
  ends: { ok: { fr: 'document écrit', en: 'document written' } },
});
