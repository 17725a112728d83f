import { onEveryFile } from '../../cited-paths';
import type { Rule } from '../../rule';
import { sources } from '../../sources';

export const rule: Rule = {
  meta: {
    id: 'preuve/document-interne',
    defaultSeverity: 'error',
    fixable: false,
    since: '0.1.0',
    summary: {
      fr: 'La pièce est un document que l’outil a écrit pour l’équipe : rapport interne, liste de tâches, script de tournage, discussions.',
      en: 'The evidence is a document that the tool wrote for the team: internal report, list of tasks, shooting script, threads.',
    },
    why: {
      fr: 'Il ne prouve rien, et il nomme des personnes et porte des notes qui ne sortent pas. Ce que la pièce dit est comparé aux documents que l’outil écrit pour l’équipe : un tel document est reconnu, sous n’importe quel nom et dans une archive, à la mention ou aux colonnes que l’outil y met, mot pour mot ; un document qui dit la même chose autrement, ou dont la mention a été retirée, ne l’est pas.',
      en: 'It proves nothing, names people and holds notes that do not leave. What the piece says is compared with the documents that the tool writes for the team: one of them is known, under any name and in an archive, by the notice or the columns that the tool puts into it, word by word; a document that says the same otherwise, or whose notice was taken out, is not.',
    },
    avoid: '- fichier: preuves/rapport.xlsx   # écrit par « report », sans « --pour-ans »',
    prefer: '- fichier: preuves/rapport.xlsx   # écrit par « report --pour-ans », si l’ANS attend un rapport',
    source: sources.format,
    messages: {
      whole: {
        fr: '« {path} » est un document interne de l’équipe, écrit par Ségur Preuves : citez le document attendu. Il n’est joint à aucun dépôt.',
        en: '“{path}” is an internal document of the team, written by Ségur Preuves: cite the expected document. It goes into no package.',
      },
      part: {
        fr: '« {path} » contient « {where} », un document interne de l’équipe, écrit par Ségur Preuves : retirez-le. La pièce n’est jointe à aucun dépôt.',
        en: '“{path}” holds “{where}”, an internal document of the team, written by Ségur Preuves: take it out. The piece goes into no package.',
      },
    },
  },
  ...onEveryFile((file, { value: path, range }, targetOf, report) => {
    const kept = file.state === 'file' ? file.inspection?.ofTheHouse : undefined;
    if (!kept) return;
    const { where } = kept;
    const more = { effect: 'incomplete', target: targetOf() } as const;
    if (where === undefined) report(range, 'whole', { path }, more);
    else report(range, 'part', { path, where }, more);
  }),
};
