import type { Rule } from '../../rule';
import { sources } from '../../sources';

/** Its findings come from `workspace/portfolio.ts`: a portfolio is no file of a dossier. */
export const rule: Rule = {
  meta: {
    id: 'portefeuille/dossier',
    defaultSeverity: 'error',
    fixable: false,
    unsettable: true,
    since: '0.1.0',
    summary: {
      fr: 'Un dossier du portefeuille n’est pas où il est dit, ou n’en est pas un.',
      en: 'A dossier of the portfolio is not where it is said to be, or is none.',
    },
    why: {
      fr: 'Il n’est ni suivi ni déposé avec les autres. Les autres dossiers le sont : un dossier absent n’en cache aucun.',
      en: 'It is neither followed nor filed with the others. The other dossiers are: a missing dossier hides none.',
    },
    avoid: 'dossiers:\n  - ../ailleurs/moncabinet',
    prefer: 'dossiers:\n  - moncabinet/vague-2',
    source: sources.format,
    messages: {
      refused: {
        fr: '« {path} » n’est pas un chemin relatif à l’intérieur du dossier du portefeuille : mettez le dossier sous ce fichier, et séparez les noms par « / ».',
        en: '“{path}” is no relative path inside the portfolio’s folder: put the dossier below this file, and separate names with “/”.',
      },
      absent: {
        fr: 'Aucun dossier de preuves à « {path} » : ni un manifeste principal (*.preuves.yaml), ni un dossier qui en contient un. Corrigez ce chemin.',
        en: 'No dossier at “{path}”: neither a main manifest (*.preuves.yaml) nor a folder that holds one. Correct this path.',
      },
      fragment: {
        fr: '« {path} » n’est pas un manifeste principal (il n’a pas de clé « dossier ») : nommez celui dont il fait partie.',
        en: '“{path}” is no main manifest (it has no key “dossier”): name the one that it is part of.',
      },
      several: {
        fr: '« {path} » contient plusieurs manifestes principaux ({names}) : nommez celui ou ceux dont il s’agit.',
        en: '“{path}” holds several main manifests ({names}): name the one or those that are meant.',
      },
      unread: {
        fr: 'Le manifeste de « {path} » est là et n’a pas pu être lu : le constat placé sur ce manifeste dit pourquoi.',
        en: 'The manifest of “{path}” is there and could not be read: the finding placed on that manifest says why.',
      },
      outside: {
        fr: '« {path} » est un lien, ou passe par un lien, qui mène hors du dossier du portefeuille : il n’est pas ouvert. Mettez le dossier lui-même sous ce fichier.',
        en: '“{path}” is a link, or passes through a link, that leads out of the portfolio’s folder: it is not opened. Put the dossier itself below this file.',
      },
      twice: {
        fr: '« {path} » nomme un dossier déjà nommé plus haut : retirez cette ligne.',
        en: '“{path}” names a dossier that is already named above: remove this line.',
      },
    },
  },
};
