import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ViewPlace } from '../../../protocol/view-place';
import type { ManifestFile } from '../../core/dossier/dossier';
import type { OffsetRange } from '../../core/text/offset-range';
import { placedRange } from '../positions';

/** Finds where things stand in the manifests. */
export class Places {
  constructor(
    readonly main: ManifestFile,
    readonly documentOf: (uri: string) => TextDocument | undefined,
  ) {}

  at(uri: string, base: number, range: OffsetRange): ViewPlace | undefined {
    const document = this.documentOf(uri);
    return document && { uri, range: placedRange(document, base, range) };
  }

  /** Where an entry that is not written yet would go: under its section's key, else at the end of the main manifest. */
  section(name: 'exigences' | 'scenarios'): ViewPlace | undefined {
    const key = this.main.parsed.keys.find(({ value }) => value === name);
    const end = this.main.parsed.source.length;
    return this.at(this.main.uri, 0, key?.range ?? { start: end, end });
  }
}
