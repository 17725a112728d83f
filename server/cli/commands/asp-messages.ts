import type { Sentence } from '../../core/messages/language';

export const aspMessages = {
  needBoth: {
    fr: 'Le modèle de l’ASP et la correspondance vont ensemble : donnez --modele et --correspondance, ou financement.modele_asp et financement.correspondance_asp.',
    en: 'ASP’s model and the mapping go together: give --modele and --correspondance, or financement.modele_asp and financement.correspondance_asp.',
  },
  noOrder: {
    fr: 'Aucune commande n’a de demande « {kind} » ({references}). Rien n’a été écrit.',
    en: 'No order has a request “{kind}” ({references}). Nothing was written.',
  },
  all: { fr: 'toutes les commandes', en: 'all orders' },
  jsonTarget: { fr: 'Le fichier de -o doit finir par .json.', en: 'The file of -o must end in .json.' },
  outside: {
    fr: 'Le chemin « {path} » sort du dossier : citez un fichier du dossier, ou donnez-le par une option.',
    en: 'Path “{path}” leaves the dossier: cite a file of the dossier, or give it by an option.',
  },
  notAFile: {
    fr: 'Le fichier « {path} » est introuvable ou illisible. Rien n’a été écrit.',
    en: 'The file “{path}” cannot be found or read. Nothing was written.',
  },
  refused: { fr: 'Rien n’a été écrit :', en: 'Nothing was written:' },
  neutral: {
    fr: 'Modèle interne écrit : ce n’est PAS le modèle de l’ASP. Chargez son modèle vierge (--modele) et une correspondance (--correspondance).',
    en: 'Internal model written: it is NOT the model of ASP. Load its blank model (--modele) and a mapping (--correspondance).',
  },
  written: {
    fr: 'Demande écrite : {path} ({orders} commande(s), {documents} pièce(s)).',
    en: 'Request written: {path} ({orders} order(s), {documents} document(s)).',
  },
  archive: { fr: 'Pièces : {path}', en: 'Documents: {path}' },
  unmapped: { fr: 'Champs sans correspondance : {list}', en: 'Fields without a mapping: {list}' },
  untouched: {
    fr: 'Clés du modèle laissées telles quelles : {list}',
    en: 'Keys of the model left as they were: {list}',
  },
} satisfies Record<string, Sentence>;
