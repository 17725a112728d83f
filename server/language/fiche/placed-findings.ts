import type { TableFinding } from '../../../protocol/requests/table';
import type { FindingWords } from '../../core/engine/render-finding';
import type { Finding } from '../../core/findings/finding';
import type { Locale } from '../../core/messages/say';
import type { OffsetRange } from '../../core/text/offset-range';
import type { Places } from '../compliance/places';

/** Gives each finding to the narrowest part of an entry that asks for it: parts are asked from the inside out. */
export class PlacedFindings {
  readonly #left: Set<Finding>;

  constructor(
    findings: readonly Finding[],
    readonly words: FindingWords,
    readonly places: Places,
    readonly locale: Locale,
  ) {
    this.#left = new Set(findings);
  }

  /** Those that stand in a range and that no part inside it has taken. @param range absolute */
  take(uri: string, { start, end }: OffsetRange): TableFinding[] {
    const taken: TableFinding[] = [];
    for (const finding of this.#left) {
      if (finding.uri !== uri || finding.range.start < start || finding.range.end > end) continue;
      this.#left.delete(finding);
      const place = this.places.at(uri, 0, finding.range);
      const { severity, rule } = finding;
      taken.push({ severity, rule, message: this.words.message(finding, this.locale), place });
    }
    return taken;
  }
}
