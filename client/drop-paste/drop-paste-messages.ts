import { fill } from '../../words/say';

/** What dropping and pasting into a manifest says. */
const french = {
  attach: (count: number, proof: string) =>
    fill('{count, plural, one {Joindre la pièce} other {Joindre # pièces}} à {proof}', 'fr', { count, proof }),
  cite: (proof: string) => `Citer le lien pour ${proof}`,
  attachPicture: (proof: string) => `Joindre l’image à ${proof}`,
  changed: 'Le texte a changé entre-temps : rien n’y a été écrit. Recommencez.',
  kept: (names: string) => `Déjà copié et cité par rien : ${names}`,
  failed: 'La pièce n’a pas été jointe',
};

type DropPasteMessages = typeof french;

const english: DropPasteMessages = {
  attach: (count, proof) =>
    fill('{count, plural, one {Attach the piece} other {Attach # pieces}} to {proof}', 'en', { count, proof }),
  cite: (proof) => `Cite the link for ${proof}`,
  attachPicture: (proof) => `Attach the picture to ${proof}`,
  changed: 'The text has changed meanwhile: nothing was written in it. Try again.',
  kept: (names) => `Copied already, cited by nothing: ${names}`,
  failed: 'The piece was not attached',
};

export const dropPasteMessages = { fr: french, en: english } as const;
