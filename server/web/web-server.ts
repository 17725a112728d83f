import type { Connection } from 'vscode-languageserver';
import type { ClientOptions } from '../../protocol/client-options';
import { parisClock } from '../host/clock/paris-clock';
import { serve } from '../lsp/connection';
import type { ConnectedEditor } from '../lsp/editor';
import { pureRequests } from '../lsp/pure-requests';
import type { OpenSurroundings } from '../lsp/surroundings';
import { attachRequests } from './attach-requests';
import { ClientCatalogues } from './client-catalogues';
import { connectedDisk } from './client-disk';
import { ClientEvidence } from './client-evidence';
import { ClientFiles } from './client-files';
import { refuseTheRest } from './desktop-only';

/** Serves one client in a browser until it shuts down, with the files that the client reaches. */
export function startWebServer(connection: Connection): void {
  serve(connection, {
    open: openEditor,
    ground: 'a browser',
    requests: [...pureRequests, ...attachRequests, refuseTheRest],
  });
}

function openEditor(options: ClientOptions, { connection }: ConnectedEditor): OpenSurroundings {
  const disk = connectedDisk(connection);
  const evidence = new ClientEvidence(disk, options.trusted !== false);
  return {
    ports: {
      files: new ClientFiles(disk),
      evidence,
      clock: parisClock,
      builtIns: new ClientCatalogues(disk, options.catalogueFolder),
    },
    optionsChanged(now, before) {
      evidence.setMayOpen(now.trusted !== false);
      return now.trusted !== before.trusted;
    },
  };
}
