import type { ViewPlace } from '../../../protocol/view-place';
import type { Dossier } from '../../core/dossier/dossier';
import type { OffsetRange } from '../../core/text/offset-range';
import { ManifestDocument } from '../manifest-document';
import { placedRange } from '../positions';

const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Finds where things stand in the manifests of a dossier, in the text that was analysed. */
export class Places {
  readonly #documents: ReadonlyMap<string, ManifestDocument>;

  constructor(readonly dossier: Pick<Dossier, 'main' | 'fragments'>) {
    this.#documents = new Map(
      [dossier.main, ...dossier.fragments].map(({ uri, parsed }) => [uri, ManifestDocument.of(uri, parsed)]),
    );
  }

  /** Of a file whose text is none of the dossier's, its beginning. */
  at(uri: string, base: number, range: OffsetRange): ViewPlace {
    const document = this.#documents.get(uri);
    return { uri, range: document ? placedRange(document, base, range) : beginning };
  }

  /** Where an entry that is not written yet would go: under its section's key, else at the end of the main manifest. */
  section(name: 'exigences' | 'scenarios'): ViewPlace {
    const { uri, parsed } = this.dossier.main;
    const key = parsed.keys.find(({ value }) => value === name);
    const end = parsed.source.length;
    return this.at(uri, 0, key?.range ?? { start: end, end });
  }
}
