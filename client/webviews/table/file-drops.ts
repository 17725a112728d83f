import type { TableRow } from '../../../protocol/requests/table';
import { type Dropped, dropped } from '../kit/dropped';

interface DropOwner {
  /** The row of this identity, where files may be dropped on it. */
  readonly rowOf: (id: string | undefined) => TableRow | undefined;
  readonly isReadOnly: () => boolean;
  readonly attach: (row: TableRow, pieces: Promise<Dropped>) => void;
}

/** Takes files that are dropped on the row of a proof, which is marked while they are over it. */
export function listenToDrops(element: HTMLElement, { rowOf, isReadOnly, attach }: DropOwner): void {
  const rowAt = (target: EventTarget | null) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row.proof') : null;
    const of = rowOf(row?.dataset['row']);
    return row && of ? { element: row, row: of } : undefined;
  };
  let over: Element | null = null;
  const mark = (row: Element | null): void => {
    if (row === over) return;
    over?.classList.remove('dropping');
    row?.classList.add('dropping');
    over = row;
  };
  element.addEventListener('dragover', (event) => {
    const at = rowAt(event.target);
    mark(at?.element ?? null);
    if (!at || isReadOnly()) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  element.addEventListener('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) mark(null);
  });
  element.addEventListener('drop', (event) => {
    mark(null);
    const at = rowAt(event.target);
    const data = event.dataTransfer;
    if (!at || !data || isReadOnly()) return;
    event.preventDefault();
    attach(at.row, dropped(data));
  });
}
