import { commandUsage } from './command-usage';
import { atDate, factsOption, formatOption } from './common-options';

export const freshnessUsage = commandUsage({
  name: 'freshness',
  group: 'follow',
  title: {
    fr: 'veille : les faits dont l’outil dépend et qu’il faut revérifier, avec où les lire',
    en: 'the facts that the tool rests on and that are to be checked again, with where to read them',
  },
  operands: { form: { fr: '[CHEMIN…]', en: '[PATH…]' }, most: Infinity },
  options: {
    format: formatOption('text', 'json', 'html'),
    at: atDate,
    donnees: factsOption,
    verifie: {
      kind: 'value',
      value: { fr: 'FAIT', en: 'FACT' },
      does: {
        fr: 'écrit dans le paquet de données de l’équipe que ce fait a été relu à sa source ; avec --par',
        en: 'writes in the data package of the team that this fact was read again at its source; with --par',
      },
    },
    valeur: {
      kind: 'value',
      value: { fr: 'VALEUR', en: 'VALUE' },
      without: { fr: 'celle que l’outil montre', en: 'the one that the tool shows' },
      does: {
        fr: 'ce qui y a été lu ; une autre valeur contredit le fait au lieu de le vérifier',
        en: 'what was read there; another value contradicts the fact instead of verifying it',
      },
    },
    par: { kind: 'value', value: { fr: 'NOM', en: 'NAME' }, does: { fr: 'qui l’a relu', en: 'who read it' } },
    le: {
      kind: 'value',
      value: { fr: 'AAAA-MM-JJ', en: 'YYYY-MM-DD' },
      without: { fr: 'aujourd’hui', en: 'today' },
      does: { fr: 'jour où il a été relu', en: 'day on which it was read' },
    },
  },
  examples: [
    'freshness',
    'freshness dossier --format html',
    'freshness --donnees faits.yaml --verifie MDV-LGC-Va2/avance --par "Nadia Exemple"',
  ],
  ends: { ok: { fr: 'liste donnée, vérification écrite', en: 'list given, verification written' } },
});
