import type { PreviewWords } from '../../protocol/webview/preview-page';
import type { Locale } from '../../words/locale';

const french: PreviewWords = {
  title: 'Aperçu',
  loading: 'Lecture de la pièce…',
  open: 'Ouvrir',
  openOutside: 'Ouvrir dans son application',
  facts: 'Ce qui en est lu',
  leftOut: 'Ce qui n’est pas montré',
  notPlayed:
    'Ce film ne peut pas être joué ici (son format n’est pas lu par l’éditeur). Ouvrez-le dans son application.',
  notDrawn: 'Cette image ne peut pas être dessinée ici. Ouvrez-la dans son application.',
  film: 'Film {path}',
  picture: 'Image {path}',
  naturalSize: 'Taille réelle',
  page: 'Page {number, number}',
  emptyPage: 'Pas de texte sur cette page.',
  header: 'En-tête du document',
  message: 'Message {number, number}',
  field: 'Champ',
  fieldName: 'Nom',
  value: 'Valeur',
  line: 'ligne {line, number}',
  carriedPicture: 'Image du document',
  emptyText: 'Ce fichier est vide.',
};

const english: PreviewWords = {
  title: 'Preview',
  loading: 'Reading the piece…',
  open: 'Open',
  openOutside: 'Open in its application',
  facts: 'What is read of it',
  leftOut: 'What is not shown',
  notPlayed: 'This film cannot be played here (the editor does not read its format). Open it in its application.',
  notDrawn: 'This picture cannot be drawn here. Open it in its application.',
  film: 'Film {path}',
  picture: 'Picture {path}',
  naturalSize: 'Natural size',
  page: 'Page {number, number}',
  emptyPage: 'No text on this page.',
  header: 'Header of the document',
  message: 'Message {number, number}',
  field: 'Field',
  fieldName: 'Name',
  value: 'Value',
  line: 'line {line, number}',
  carriedPicture: 'Picture of the document',
  emptyText: 'This file is empty.',
};

export const previewWords: Readonly<Record<Locale, PreviewWords>> = { fr: french, en: english };
