import type { Locale } from '../../words/locale';

/** What the Testing view says beside what the server found. */
const french = {
  profile: 'Vérifier les pièces',
  unknown: 'Le catalogue du dossier ne connaît plus ce scénario.',
  outcomes: { passed: 'complet, sans erreur', failed: 'à corriger ou à compléter', skipped: 'non vérifié' },
};

type TestingMessages = typeof french;

export const testingMessages: Readonly<Record<Locale, TestingMessages>> = {
  fr: french,
  en: {
    profile: 'Verify the evidence',
    unknown: 'The catalogue of the dossier does not know this scenario any more.',
    outcomes: { passed: 'complete, without an error', failed: 'to correct or to complete', skipped: 'not verified' },
  },
};
