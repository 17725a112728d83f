import type { Sentence } from '../../core/messages/say';

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
  blocked: {
    fr: 'Rien n’a été écrit : l’ASP refuserait cette demande, ou elle dirait autre chose que ce que vous voulez. Corrigez ce qui est listé ; --brouillon l’écrit malgré tout, marquée comme telle.',
    en: 'Nothing was written: ASP would refuse this request, or it would say something else than you mean. Correct what is listed; --brouillon writes it all the same, marked as a draft.',
  },
  draft: {
    fr: 'Brouillon : ne le déposez pas. Ce qui le ferait refuser, quand il a été écrit :',
    en: 'Draft: do not file it. What would have it refused, when it was written:',
  },
  soundDraft: {
    fr: 'Brouillon : ne le déposez pas. Rien de connu ne ferait refuser cette demande : sans --brouillon, elle s’écrit telle quelle.',
    en: 'Draft: do not file it. Nothing known would have this request refused: without --brouillon it is written as it is.',
  },
  leftOut: {
    fr: 'Pièces laissées de côté, faute d’avoir pu les lire : {list}',
    en: 'Documents left out, as they could not be read: {list}',
  },
  refused: { fr: 'Rien n’a été écrit :', en: 'Nothing was written:' },
  neutral: {
    fr: 'Modèle interne écrit : ce n’est PAS le modèle de l’ASP. Chargez son modèle vierge (--modele) et une correspondance (--correspondance).',
    en: 'Internal model written: it is NOT the model of ASP. Load its blank model (--modele) and a mapping (--correspondance).',
  },
  written: {
    fr: 'Demande écrite : {path} ({orders, plural, one {# commande} other {# commandes}}, {documents, plural, one {# pièce} other {# pièces}}).',
    en: 'Request written: {path} ({orders, plural, one {# order} other {# orders}}, {documents, plural, one {# document} other {# documents}}).',
  },
  archive: { fr: 'Pièces : {path}', en: 'Documents: {path}' },
  unmapped: { fr: 'Champs sans correspondance : {list}', en: 'Fields without a mapping: {list}' },
  untouched: {
    fr: 'Clés du modèle laissées telles quelles : {list}',
    en: 'Keys of the model left as they were: {list}',
  },
} satisfies Record<string, Sentence>;
