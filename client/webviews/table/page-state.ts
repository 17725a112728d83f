import type { TableColumn, TableLook } from '../../../protocol/webview/table-view';

/** What VS Code keeps for a table while its tab is hidden or the window is loaded again. */
export interface PageState {
  readonly look: TableLook;
  /** Keys of groups that are folded. */
  readonly folded: readonly string[];
  readonly top: number;
  readonly left: number;
  readonly at?: { readonly key: string; readonly column: TableColumn };
  /** What is typed in an open cell. */
  readonly open?: { readonly key: string; readonly column: TableColumn; readonly text: string };
}

export const usualLook: TableLook = {
  group: 'chapter',
  filters: {},
  search: '',
  // Of a whole scenario, and long: shown by who writes it.
  hidden: ['conformity'],
  widths: {},
  density: 'comfortable',
};

export const firstState: PageState = { look: usualLook, folded: [], top: 0, left: 0 };
