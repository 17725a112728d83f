import type { FromTablePage, TableStart, ToTablePage } from '../../../protocol/webview/table-page';
import { connect } from '../kit/extension-side';
import '../kit/page.css';
import { pageElement, pageStart } from '../kit/page-start';

const { words } = pageStart() as TableStart;
const page = pageElement();
page.textContent = words.loading;
const side = connect<FromTablePage, unknown>((received) => {
  const message = received as ToTablePage;
  if (message.kind === 'table') page.textContent = message.table.label;
});
side.postMessage({ kind: 'ready' });
