import type { Sentence } from '../../core/messages/say';

export const reportMessages = {
  unknownFormat: {
    fr: 'Le nom {path} ne dit pas le format du rapport. Terminez-le par .html, .xlsx, .csv ou .md.',
    en: 'Name {path} does not tell the format of the report. End it with .html, .xlsx, .csv or .md.',
  },
  written: { fr: 'Rapport écrit : {path}', en: 'Report written: {path}' },
  internal: {
    fr: 'Ce rapport est interne : il contient les notes de l’équipe et les constats. --pour-ans fait celui qui peut sortir.',
    en: 'This report is internal: it holds the team’s notes and the findings. --pour-ans makes the one that may leave.',
  },
  internalPortfolio: {
    fr: 'Ce rapport est interne : il réunit plusieurs dossiers, et ne sort pas de la maison. --pour-ans fait celui de chaque dossier.',
    en: 'This report is internal: it brings several dossiers together, and stays in the house. --pour-ans makes that of each dossier.',
  },
} satisfies Record<string, Sentence>;
