import type { Sentence } from '../../core/messages/say';

export const depotMessages = {
  problem: { fr: '{path}, {fault}', en: '{path}, {fault}' },
  refused: {
    fr: '{path} ne peut pas être réécrit sans rien perdre : rien n’a été noté. Corrigez-le, puis recommencez.',
    en: '{path} cannot be rewritten without losing something: nothing was noted. Correct it, then try again.',
  },
  unknownSlot: {
    fr: '« {wanted} » n’est ni un identifiant ni une pièce de ce paquet. « depot {path} » les liste.',
    en: '“{wanted}” is neither an id nor a piece of this package. “depot {path}” lists them.',
  },
  severalSlots: {
    fr: '« {wanted} » en désigne plusieurs : {ids}. Donnez l’un de ceux-ci.',
    en: '“{wanted}” means several: {ids}. Give one of these.',
  },
  absent: {
    fr: '« {wanted} » : le paquet n’a pas cette pièce. Rien n’a été noté.',
    en: '“{wanted}”: the package does not have this piece. Nothing was noted.',
  },
  draft: {
    fr: 'Ce paquet est un brouillon, qui n’est pas destiné à être déposé : rien n’a été noté. Constituez le dépôt définitif.',
    en: 'This package is a draft, which is not to be filed: nothing was noted. Make the final package.',
  },
  other: {
    fr: '{path} est de {of}, et le paquet de {filed} : ce qui a été déposé de l’un ne dit rien de l’autre.',
    en: '{path} is of {of}, and the package of {filed}: what was filed of one says nothing of the other.',
  },
  both: {
    fr: '« {wanted} » est donné à --cocher et à --decocher.',
    en: '“{wanted}” is given to --cocher and to --decocher.',
  },
  ticked: {
    fr: '{count, plural, one {# pièce notée comme déposée} other {# pièces notées comme déposées}} dans {path}.',
    en: '{count, plural, one {# piece noted as filed} other {# pieces noted as filed}} in {path}.',
  },
  unticked: {
    fr: '{count, plural, one {# pièce n’est plus notée comme déposée} other {# pièces ne sont plus notées comme déposées}}.',
    en: '{count, plural, one {# piece is no longer noted as filed} other {# pieces are no longer noted as filed}}.',
  },
} satisfies Record<string, Sentence>;
