import type { Sentence } from '../../messages/say';

/** Headings of the plan, for report and command line alike. */
export const planHeads = {
  at: { fr: 'au {at} (heure de Paris)', en: 'on {at} (Paris time)' },
  journey: { fr: 'Parcours', en: 'Way to referencing' },
  steps: { fr: 'Étapes', en: 'Steps' },
  step: { fr: 'Étape', en: 'Step' },
  actor: { fr: 'Avec', en: 'With' },
  state: { fr: 'État', en: 'State' },
  latestStart: { fr: 'Commencer au plus tard', en: 'Begin at the latest' },
  latestEnd: { fr: 'Finir au plus tard', en: 'End at the latest' },
  earliestStart: { fr: 'Début au plus tôt', en: 'Earliest start' },
  earliestEnd: { fr: 'Fin au plus tôt', en: 'Earliest end' },
  slack: { fr: 'Marge', en: 'Left over' },
  critical: { fr: 'étape critique', en: 'critical step' },
  verdict: { fr: 'Situation', en: 'Standing' },
  delays: { fr: 'Délais', en: 'Delays' },
  deadlines: { fr: 'Échéances', en: 'Deadlines' },
  deadline: { fr: 'Échéance', en: 'Deadline' },
  date: { fr: 'Date', en: 'Date' },
  when: { fr: 'Quand', en: 'When' },
  source: { fr: 'Source', en: 'Source' },
  orders: { fr: 'Commandes sous condition', en: 'Conditional orders' },
  client: { fr: 'Client', en: 'Client' },
  signedOn: { fr: 'Signée le', en: 'Signed on' },
  lastDay: { fr: 'Dossier complet au plus tard', en: 'Complete file by' },
  oldest: { fr: 'Plus ancienne commande admissible : {at}', en: 'Oldest admissible order: {at}' },
  next: { fr: 'Prochaine action', en: 'Next action' },
  legend: {
    fr: '≤, ≥ : des durées sont inconnues et comptent pour rien ; au plus tard, c’est avant, au plus tôt, c’est après. Les dates fournies ne sont pas garanties à jour : vérifiez-les dans le DSR et l’appel à financement.',
    en: '≤, ≥: some durations are unknown and count as none; the latest date is earlier, the earliest one later. Dates that ship are not guaranteed to be current: check them in the DSR and the call for financing.',
  },
} satisfies Record<string, Sentence>;
