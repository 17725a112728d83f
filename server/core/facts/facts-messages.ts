import type { Sentence } from '../messages/say';

/** What may be wrong with a data package, besides its form. */
export const factsMessages = {
  notMapping: {
    fr: 'Un paquet de données est une suite de clés et de valeurs (version, origine, dispositifs, verifications…).',
    en: 'A data package is a list of keys and values (version, origine, dispositifs, verifications…).',
  },
  noSuchDay: {
    fr: 'Le jour « {day} » n’existe pas : AAAA-MM-JJ est attendu.',
    en: 'There is no day “{day}”: YYYY-MM-DD is expected.',
  },
  twice: { fr: '« {id} » est décrit deux fois : gardez l’un des deux.', en: '“{id}” is described twice: keep one.' },
  unknownSource: {
    fr: 'Source « {key} » inconnue : décrivez-la sous « sources ».',
    en: 'Unknown source “{key}”: describe it under “sources”.',
  },
  unknownDelay: {
    fr: 'Délai « {id} » inconnu : un paquet remplace les délais fournis, dont freshness donne les identifiants.',
    en: 'Unknown delay “{id}”: a package replaces the delays that ship, whose ids freshness gives.',
  },
  otherUnit: {
    fr: 'Le délai « {id} » se compte en {unit} : convertissez-le.',
    en: 'The delay “{id}” is counted in {unit}: convert it.',
  },
  unknownKey: {
    fr: 'Clé « {key} » inconnue dans un régime : corrigez-la ou retirez-la (docs/regimes.md).',
    en: 'Unknown key “{key}” in a regime: correct it or take it away (docs/regimes.md).',
  },
  takesOthers: {
    fr: '« {text} » prend aussi {dispositif}, qui est du régime « {other} » : précisez l’expression, ou donnez « {other} » pour id à ce régime s’il doit prendre sa place.',
    en: '“{text}” takes {dispositif} too, which is of the regime “{other}”: make the expression narrower, or give this regime the id “{other}” if it is to stand in its place.',
  },
  unknownMilestone: {
    fr: 'Jalon « {id} » inconnu : voir la section « calendrier » de docs/parcours.md.',
    en: 'Unknown milestone “{id}”: see the section “calendrier” of docs/parcours.md.',
  },
} satisfies Record<string, Sentence>;
