import { insKey } from '../../../identifiers/ins';
import { onEveryFile } from '../../cited-paths';
import type { Rule } from '../../rule';
import { allSightings } from '../ins-de-production/sighted';
import { maskedSightings, maskedText } from '../masked';

export const rule: Rule = {
  meta: {
    id: 'donnees/cle-ins',
    defaultSeverity: 'warning',
    fixable: false,
    since: '0.2.0',
    summary: {
      fr: 'La pièce donne, sous un OID d’INS, un matricule dont la clé est fausse ou absente.',
      en: 'The evidence gives, under an OID of the INS, a matricule whose key is wrong or missing.',
    },
    why: {
      fr: 'Un INS a 15 caractères : 13 de matricule et 2 de clé (97 moins le reste de la division par 97). Sous un OID de production comme de test, une clé fausse ou absente fait rejeter le message ou le document par qui le reçoit. Seuls les nombres qu’un OID d’INS qualifie directement (PID-3, id CDA, identifier FHIR) sont regardés.',
      en: 'An INS has 15 characters: 13 of matricule and 2 of key (97 minus the remainder of the division by 97). Under an OID of production as of test, a wrong or missing key has the message or document refused by its receiver. Only numbers that an OID of the INS qualifies directly (PID-3, CDA id, FHIR identifier) are looked at.',
    },
    avoid: 'PID|||279035121518988^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
    prefer: 'PID|||279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS',
    source: {
      fr: 'Référentiel INS, annexe : clé du matricule.',
      en: 'INS referential, annex: key of the matricule.',
    },
    messages: {
      wrong: {
        fr: '« {path} » donne un INS dont la clé est fausse : {seenFr}. Pour ce matricule, la clé serait {key}. Corrigez la donnée et refaites la pièce.',
        en: '“{path}” gives an INS whose key is wrong: {seenEn}. For this matricule the key would be {key}. Correct the data and make the evidence again.',
      },
      missing: {
        fr: '« {path} » donne un INS sans sa clé de 2 chiffres : {seenFr}. Corrigez la donnée et refaites la pièce.',
        en: '“{path}” gives an INS without its key of 2 digits: {seenEn}. Correct the data and make the evidence again.',
      },
    },
  },
  ...onEveryFile((file, { value, range }, targetOf, report) => {
    if (file.state !== 'file' || !file.inspection) return;
    const path = maskedText(value);
    const qualified = allSightings(file).filter(({ system }) => system !== undefined);
    const more = { effect: 'review', target: targetOf() } as const;
    const wrong = qualified.filter(({ key }) => key === 'wrong');
    const [first] = wrong;
    if (first)
      report(range, 'wrong', { path, key: insKey(first.value.slice(0, 13)) ?? '', ...maskedSightings(wrong) }, more);
    const missing = qualified.filter(({ key }) => key === 'missing');
    if (missing.length > 0) report(range, 'missing', { path, ...maskedSightings(missing) }, more);
  }),
};
