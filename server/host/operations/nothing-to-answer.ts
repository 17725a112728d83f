import type { Sentence } from '../../core/messages/say';

/** What command line and editor say instead of making a package of answers that would be empty. */
export const nothingToAnswer: Sentence = {
  fr: 'Rien ne répond à une demande de modification : aucune n’est ouverte, et aucune n’est notée « repondu_le » d’aujourd’hui ou d’après. Rien n’a été écrit.',
  en: 'Nothing answers a request for change: none is open, and none is noted “repondu_le” today or later. Nothing was written.',
};
