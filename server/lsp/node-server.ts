import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import type { ClientOptions } from '../../protocol/client-options';
import { leaveWorkingFolder } from '../host/leave-working-folder';
import { nodeWorkspacePorts } from '../host/node-workspace-ports';
import { serve } from './connection';
import type { ConnectedEditor } from './editor';
import { requests } from './requests';
import type { OpenSurroundings } from './surroundings';

export interface ServerEnvironment {
  /** Folder of the shipped catalogues; by default beside the running bundle. */
  readonly catalogueFolder?: string;
  /** Folder of the bundles of the reading threads; by default that of the running one. */
  readonly bundleFolder?: string;
}

/** Serves one client over a connection until it shuts down, with the files of this machine. */
export function startServer(connection: Connection, environment: ServerEnvironment = {}): void {
  const { bundleFolder } = environment;
  serve(connection, {
    open: (options, editor) => openMachine(options, editor, environment),
    requests,
    ground: `Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    scheme: 'file',
    ...(bundleFolder === undefined ? {} : { bundleFolder }),
  });
}

/** Serves the client that started this process, over what its arguments name (`--stdio`, `--node-ipc`…). */
export function startStdioServer(): void {
  leaveWorkingFolder();
  const named = process.argv.some((one) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(one));
  startServer(
    named
      ? createConnection(ProposedFeatures.all)
      : createConnection(ProposedFeatures.all, process.stdin, process.stdout),
  );
}

function openMachine(
  options: ClientOptions,
  editor: ConnectedEditor,
  environment: ServerEnvironment,
): OpenSurroundings {
  const ports = nodeWorkspacePorts({
    ...environment,
    ...(options.storagePath === undefined ? {} : { storagePath: options.storagePath }),
    mayOpen: options.trusted !== false,
    pictures: options.lireLesImages === true,
    picturesBeside: true,
    controlFolder: namedFolder(options),
    onStoreError: (error) => {
      editor.logWarning(error);
    },
  });
  return {
    ports,
    optionsChanged(now, before) {
      ports.evidence.setMayOpen(now.trusted !== false);
      ports.evidence.setPictures(now.lireLesImages === true);
      ports.evidence.setControlFolder(namedFolder(now));
      return (
        now.trusted !== before.trusted ||
        (now.lireLesImages === true) !== (before.lireLesImages === true) ||
        now.controleCda !== before.controleCda
      );
    },
  };
}

/** The folder of schemas that a setting names. */
function namedFolder({ controleCda }: ClientOptions): string | undefined {
  return controleCda === '' ? undefined : controleCda;
}
