import type { dispositifsRequest } from '../../../protocol/requests/dispositifs';
import { dispositifs } from '../../core/catalogue/dispositifs.generated';
import { say, type Sentence } from '../../core/messages/say';
import { idMark, stateWords } from '../../language/catalogue-words';
import type { Answer } from '../request-context';

const counted: Sentence = {
  fr: '{requirements, plural, one {# exigence} other {# exigences}} ({state})',
  en: '{requirements, plural, one {# requirement} other {# requirements}} ({state})',
};

export const answer: Answer<typeof dispositifsRequest> = (_params, { locale }) =>
  Promise.resolve({
    dispositifs: dispositifs.map(({ id, name, corridor, wave, requirements, profiles, state, idSeen }) => {
      const words = [stateWords(state, locale), idMark({ idSeen }, locale)].filter(Boolean).join(', ');
      return {
        id,
        name,
        corridor,
        wave,
        requirements,
        profiles,
        state: requirements === 0 ? words : say(counted, locale, { requirements, state: words }),
      };
    }),
  });
