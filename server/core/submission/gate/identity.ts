import type { Analysis } from '../../engine/analyse';
import { siretFault } from '../../identifiers/siret';
import type { Sentence } from '../../messages/say';
import { isLost } from '../../manifest/lost-section';
import { shift, type Located } from '../../text/offset-range';
import { isPlaceholder } from '../../text/placeholder';
import type { Blocker } from './blocker';
import { headOf } from './places';

const keys = {
  'editeur.denomination': {
    fr: 'La dénomination de l’éditeur n’est pas donnée : écrivez « denomination » sous « editeur ».',
    en: 'The name of the vendor is not given: write “denomination” under “editeur”.',
  },
  'editeur.siret': {
    fr: 'Le SIRET de l’éditeur n’est pas donné : écrivez « siret » sous « editeur » (14 chiffres, entre guillemets).',
    en: 'The SIRET of the vendor is not given: write “siret” under “editeur” (14 digits, between quotes).',
  },
  'logiciel.nom': {
    fr: 'Le nom du logiciel n’est pas donné : écrivez « nom » sous « logiciel ».',
    en: 'The name of the software is not given: write “nom” under “logiciel”.',
  },
  'logiciel.version': {
    fr: 'La version du logiciel n’est pas donnée : écrivez « version » sous « logiciel ».',
    en: 'The version of the software is not given: write “version” under “logiciel”.',
  },
} satisfies Record<string, Sentence>;

const wrongSiret: Sentence = {
  fr: 'Le SIRET de l’éditeur est faux : relisez ses 14 chiffres.',
  en: 'The SIRET of the vendor is wrong: read its 14 digits again.',
};

/** Nothing is filed in nobody's name, nor for a software that is not told: version checks would be off, too. */
export function identityBlockers({ dossier }: Analysis): Blocker[] {
  const { main } = dossier;
  const { vendor, software } = main.parsed;
  const head = headOf(dossier);
  const written: readonly [key: keyof typeof keys, value: Located<string> | undefined][] = [
    ['editeur.denomination', vendor?.facts.name && located(vendor.facts.name, vendor.base)],
    ['editeur.siret', vendor?.facts.siret && located(vendor.facts.siret, vendor.base)],
    ['logiciel.nom', software?.facts.name && located(software.facts.name, software.base)],
    ['logiciel.version', software?.facts.version && located(software.facts.version, software.base)],
  ];
  return written.flatMap(([key, value]): Blocker[] => {
    const section = key.slice(0, key.indexOf('.'));
    if (isLost(section, main.parsed)) return [];
    const missing =
      value === undefined || isPlaceholder(value.value) || (key === 'logiciel.version' && isZero(value.value));
    if (!missing && (key !== 'editeur.siret' || siretFault(value.value.trim()) === undefined)) return [];
    const range = value?.range ?? main.parsed.keys.find((one) => one.value === section)?.range ?? head.range;
    const message = missing ? keys[key] : wrongSiret;
    return [{ kind: 'identity', reason: { message }, uri: main.uri, range }];
  });
}

/** `0.0.0`, as tools write it where nobody numbered anything. */
function isZero(version: string): boolean {
  return /^v?0+(?:\.0+)*$/i.test(version.trim());
}

function located({ value, range }: Located<string>, base: number): Located<string> {
  return { value, range: shift(range, base) };
}
