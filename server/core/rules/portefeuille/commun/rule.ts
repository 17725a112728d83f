import type { Rule } from '../../rule';
import { sources } from '../../sources';

/** Its findings come from `workspace/portfolio.ts` and `holdings/portfolio-findings.ts`: a portfolio is no file of a dossier. */
export const rule: Rule = {
  meta: {
    id: 'portefeuille/commun',
    defaultSeverity: 'warning',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Le dossier commun du portefeuille, ou une pièce que des dossiers y partagent, n’est pas comme ils l’attendent.',
      en: 'The common folder of the portfolio, or a piece that dossiers share in it, is not as they expect it.',
    },
    why: {
      fr: 'Une pièce commune qui manque ou qui a changé touche tous les dossiers qui reposent sur elle : ils sont nommés, pour que chacun soit revu.',
      en: 'A common piece that is missing or has changed concerns every dossier that rests on it: they are named, so that each is reviewed.',
    },
    avoid: 'commun: ../partage',
    prefer: 'commun: commun',
    source: sources.format,
    messages: {
      refused: {
        fr: '« {path} » n’est pas un chemin relatif à l’intérieur du dossier du portefeuille : le dossier commun n’est pas ouvert.',
        en: '“{path}” is no relative path inside the portfolio’s folder: the common folder is not opened.',
      },
      outside: {
        fr: '« {path} » est un lien, ou passe par un lien, qui mène hors du dossier du portefeuille : le dossier commun n’est pas ouvert.',
        en: '“{path}” is a link, or passes through a link, that leads out of the portfolio’s folder: the common folder is not opened.',
      },
      overlap: {
        fr: '« {path} » contient le dossier « {dossier} », ou se trouve dedans : ses propres pièces deviendraient communes à tous. Donnez au dossier commun une place à part.',
        en: '“{path}” holds dossier “{dossier}”, or lies in it: its own pieces would become common to all. Give the common folder a place of its own.',
      },
      missing: {
        fr: 'La pièce commune « {path} » manque ou ne peut pas être lue. En dépendent : {dossiers}.',
        en: 'The common piece “{path}” is missing or cannot be read. On it rest: {dossiers}.',
      },
      changed: {
        fr: 'La pièce commune « {path} » n’a plus l’empreinte que notent : {dossiers}. Qui d’autre repose sur elle : {others}. Revoyez-la dans chacun.',
        en: 'The common piece “{path}” no longer has the digest noted by: {dossiers}. Who else rests on it: {others}. Review it in each.',
      },
      undeclared: {
        fr: 'Des dossiers citent des pièces communes, et ce portefeuille n’a pas de dossier « commun » : {dossiers}. Ajoutez la clé, ou copiez ces pièces dans les dossiers.',
        en: 'Dossiers cite common pieces, and this portfolio has no “commun” folder: {dossiers}. Add the key, or copy these pieces into the dossiers.',
      },
    },
  },
};
