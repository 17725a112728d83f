import { CatalogueIndex } from '../../../core/catalogue/index-catalogue';
import type { Catalogue } from '../../../core/catalogue/catalogue';
import { readDecodedCatalogue } from '../../../core/catalogue/read-decoded-catalogue';
import { normaliseUri } from '../../../core/text/uri';
import { pathToFileURL } from 'node:url';
import type { CatalogueState } from '../../../core/dossier/dossier';
import { UnreadableFile } from '../../../core/ports/file-fault';
import { compareCatalogues } from '../../../core/revision/compare-catalogues';
import { revisionOutline, type OutlineLine } from '../../../core/revision/revision-outline';
import { pageOf } from '../pages';
import { lengths, mostInList, quote, quoteAll } from '../quoted';
import { Refusal } from '../refusal';
import { catalogueBasis, type Session } from '../session';
import { pageFields, type Field, type Tool } from '../tool';

const words = {
  notRead: { fr: 'Ce fichier n’a pas été lu.', en: 'This file was not read.' },
  noCatalogue: { fr: 'Ce fichier n’est pas un catalogue.', en: 'This file is no catalogue.' },
};

const reference = (fr: string, en: string): Field => ({ kind: 'text', most: 1000, needed: true, does: { fr, en } });

/** What a REM changes of another. */
export const compareRems: Tool = {
  name: 'compare_rem',
  title: { fr: 'Écarts entre deux REM', en: 'Gaps between two REM' },
  does: {
    fr: 'Dit ce qu’un REM change à un autre, comme « rem-diff » : un élément par exigence, scénario ou chapitre touché.',
    en: 'Says what one REM changes of another, as “rem-diff” does: one item for each requirement, scenario or chapter that changes.',
  },
  fields: {
    before: reference(
      'L’ancien : chemin d’un « .rem.yaml », ou identifiant d’un dispositif intégré.',
      'The old one: path of a “.rem.yaml”, or id of a built-in dispositif.',
    ),
    after: reference('Le nouveau, de même.', 'The new one, likewise.'),
    ...pageFields,
  },
  async run(given, session) {
    const [before, after] = [
      await catalogueAt(given.needed('before'), session),
      await catalogueAt(given.needed('after'), session),
    ];
    const outline = revisionOutline(compareCatalogues(before.catalogue, after.catalogue), session.locale);
    const items = outline.sections.flatMap((section) =>
      section.items.map((item) => ({ section: section.title, item })),
    );
    const { shown, page } = pageOf(items, given.page, ({ section, item }) => ({
      section: quote(section),
      about: quote(item.title),
      lines: item.lines.slice(0, mostInList).map(lineOf),
      ...(item.lines.length > mostInList ? { linesMore: item.lines.length - mostInList } : {}),
    }));
    return {
      basis: {},
      page,
      data: {
        before: catalogueBasis(before, session.locale),
        after: catalogueBasis(after, session.locale),
        summary: quoteAll(outline.summary),
        changes: shown,
      },
    };
  },
};

/** Removed words as `[-…-]`, added ones as `{+…+}`. */
function lineOf({ label, words: parts = [] }: OutlineLine) {
  const text = parts
    .map((part) => ({ same: part.text, removed: `[-${part.text}-]`, added: `{+${part.text}+}` })[part.kind])
    .join('');
  return quote(`${label}${text}`, lengths.text);
}

type Loaded = Extract<CatalogueState, { readonly kind: 'loaded' }>;

/** A catalogue by its path within the folders, or by its dispositif. What looks like a path is one, as in `rem-diff`. */
async function catalogueAt(given: string, session: Session): Promise<Loaded> {
  if (!/[./\\]/.test(given)) return loaded(await session.builtIn(given), { kind: 'builtIn' });
  const uri = normaliseUri(pathToFileURL(await session.options.folders.resolve(given)).toString());
  const asked = quote(given, lengths.path);
  const { catalogue, problems } = await read();
  if (catalogue) return loaded(catalogue, { kind: 'file', uri });
  const problem = problems[0]?.message[session.locale];
  throw new Refusal('file', words.noCatalogue, { asked, ...(problem === undefined ? {} : { detail: quote(problem) }) });

  async function read() {
    try {
      const file = await session.options.ports.files.readText(uri, session.cancellation);
      if (!file) throw new Refusal('file', words.notRead, { asked });
      return readDecodedCatalogue(file);
    } catch (error) {
      if (error instanceof UnreadableFile) throw new Refusal('file', words.notRead, { asked });
      throw error;
    }
  }
}

function loaded(catalogue: Catalogue, origin: Loaded['origin']): Loaded {
  return { kind: 'loaded', catalogue, index: new CatalogueIndex(catalogue), origin };
}
