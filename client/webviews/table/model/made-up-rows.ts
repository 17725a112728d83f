import type { TableRow } from '../../../../protocol/requests/table';

/** A row of a table for tests: a proof to provide, without a piece. */
export function madeUpRow(proof: string, more: Partial<TableRow> = {}): TableRow {
  return {
    id: proof,
    slot: { proof },
    chapter: 'INS',
    domain: 'Identité',
    requirement: { id: 'INS.01', text: 'Appeler INSi' },
    scenario: { id: 'INS.01.01', text: 'Récupérer' },
    proof: { id: proof, text: `Copie d’écran ${proof}` },
    status: 'toProvide',
    statusLabel: 'à fournir',
    pieces: [],
    follow: { inherited: [] },
    findings: [],
    ...more,
  };
}
