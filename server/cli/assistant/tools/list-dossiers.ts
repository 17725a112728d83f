import { dispositifs } from '../../../core/catalogue/dispositifs.generated';
import { idMark, stateWords } from '../../../language/catalogue-words';
import { unreadLine } from '../../open-dossiers';
import { pageOf } from '../pages';
import { lengths, quote, quoteAll, quotedKey } from '../quoted';
import { catalogueBasis } from '../session';
import { Refusal } from '../refusal';
import { pageFields, type Tool } from '../tool';

/** What there is to ask about. */
export const listDossiers: Tool = {
  name: 'list_dossiers',
  title: { fr: 'Dossiers et catalogues', en: 'Dossiers and catalogues' },
  does: {
    fr: 'Liste les dossiers de preuves des dossiers ouverts, avec l’état de leur catalogue, et les catalogues intégrés.',
    en: 'Lists the proof dossiers of the folders that were given, with the state of their catalogue, and the built-in catalogues.',
  },
  fields: { ...pageFields },
  async run(given, session) {
    const { dossiers, unread } = await openedOrNone();
    const { shown, page } = pageOf(dossiers, given.page, ({ uri, analysis: { dossier } }) => {
      const { software, vendor, dossier: head } = dossier.main.parsed;
      return {
        file: session.fileOf(uri),
        ...quotedKey('software', software?.facts.name?.value),
        ...quotedKey('version', software?.facts.version?.value, lengths.id),
        ...quotedKey('vendor', vendor?.facts.name?.value),
        ...quotedKey('dispositif', head?.facts.dispositif?.value, lengths.id),
        profiles: quoteAll((head?.facts.profiles ?? []).map(({ value }) => value)),
        catalogue: catalogueBasis(dossier.catalogue, session.locale),
      };
    });
    return {
      basis: unread.length > 0 ? { unread: quoteAll(unread.map((one) => unreadLine(one, session.context))) } : {},
      page,
      data: {
        dossiers: shown,
        builtIn: dispositifs.map(({ id, name, state, requirements, idSeen }) => ({
          dispositif: quote(id, lengths.id),
          name: quote(name),
          state,
          words: stateWords(state, session.locale),
          requirements,
          ...(idSeen ? {} : { idMark: idMark({ idSeen }, session.locale) }),
        })),
      },
    };

    /** That there is no dossier is an answer here. */
    async function openedOrNone() {
      try {
        return await session.dossiers();
      } catch (error) {
        if (error instanceof Refusal && error.kind === 'file') return { dossiers: [], unread: [] };
        throw error;
      }
    }
  },
};
