import { pathToFileURL } from 'node:url';
import type { newDossierRequest } from '../../../protocol/requests/new-dossier';
import type { Locale, Sentence } from '../../core/messages/say';
import { newDossier, type NewDossierOutcome } from '../../host/operations/new-dossier';
import { inWords, refusal } from '../refusals';
import type { Answer } from '../request-context';

const messages = {
  exists: {
    fr: '{path} existe déjà. Choisissez un autre nom ou un autre dossier.',
    en: '{path} exists already. Choose another name or another folder.',
  },
  unknownDispositif: { fr: 'Dispositif « {id} » inconnu.', en: 'Unknown dispositif “{id}”.' },
  emptyDispositif: {
    fr: 'Aucune exigence n’est connue pour {id}. Importez d’abord le classeur officiel.',
    en: 'No requirement is known for {id}. Import the official workbook first.',
  },
  unknownProfile: { fr: 'Profil « {profile} » absent du REM.', en: 'Profile “{profile}” is not in the REM.' },
  badCatalogue: { fr: '{path} n’est pas lisible : {detail}', en: '{path} is not readable: {detail}' },
} satisfies Record<string, Sentence>;

export const answer: Answer<typeof newDossierRequest> = async (params, context, cancellation) => {
  context.checkTrust();
  const { locale, session } = context;
  const { builtIns } = session.ports;
  const outcome = await inWords(params.folder, locale, () => newDossier({ ...params, locale, builtIns, cancellation }));
  if (outcome.kind !== 'written') throw refusalOf(outcome, locale);
  return { uri: pathToFileURL(outcome.path).href, requirements: outcome.requirements };
};

function refusalOf(outcome: Exclude<NewDossierOutcome, { kind: 'written' }>, locale: Locale): Error {
  switch (outcome.kind) {
    case 'exists':
      return refusal(messages.exists, locale, { path: outcome.path });
    case 'unknownDispositif':
    case 'emptyDispositif':
      return refusal(messages[outcome.kind], locale, { id: outcome.dispositif });
    case 'unknownProfile':
      return refusal(messages.unknownProfile, locale, { profile: outcome.profile });
    case 'badCatalogue':
      return refusal(messages.badCatalogue, locale, { path: outcome.path, detail: outcome.message?.[locale] ?? '' });
  }
}
