import type { IdentifierSighting } from '../../../core/evidence/inspection';
import type { Cancellation } from '../../../core/ports/cancellation';
import { memorySource } from '../evidence-source';
import type { InspectionLimits } from '../limits';
import { readXml } from '../read-xml';
import { SharedStrings } from './shared-strings';
import { TableRows } from './table-rows';

/** An entry of a workbook. */
export interface WorkbookEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Whether an entry of an archive is a worksheet of Excel. */
export function isWorksheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
}

/**
 * Identities that the worksheets of an Excel workbook tell by row and column, their texts taken from the one list of the
 * workbook. Worksheets that hold their own texts are read like any XML.
 */
export async function sheetIdentities(
  sharedStrings: Uint8Array,
  sheets: readonly WorkbookEntry[],
  limits: InspectionLimits,
  cancellation: Cancellation,
): Promise<IdentifierSighting[]> {
  const shared = new SharedStrings();
  await readXml(memorySource(sharedStrings, { name: 'sharedStrings.xml' }), [shared], limits, cancellation);
  const found: IdentifierSighting[] = [];
  for (const { name, content } of sheets) {
    const rows = new TableRows(limits.maxFacts, shared.texts);
    await readXml(memorySource(content, { name }), [rows], limits, cancellation);
    const sheet = name.slice(name.lastIndexOf('/') + 1);
    for (const { where = '', ...sighting } of rows.found) found.push({ ...sighting, where: `${sheet}/${where}` });
  }
  return found;
}
