import type { FromTablePage, TableStart, ToTablePage } from '../../../protocol/webview/table-page';
import { connect } from '../kit/extension-side';
import '../kit/page.css';
import { pageElement, pageStart } from '../kit/page-start';
import type { PageState } from './page-state';
import './table.css';
import { TableApp } from './table-app';

const side = connect<FromTablePage, PageState>((message) => {
  app.receive(message as ToTablePage);
});
const app = new TableApp(pageElement(), pageStart() as TableStart, side);
performance.mark('segur-ready');
side.postMessage({ kind: 'ready' });
