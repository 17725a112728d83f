import type { ClientOptions } from '../../protocol/client-options';
import type { SessionPorts } from '../language/session/ports';
import type { ConnectedEditor } from './editor';
import type { ConnectRequest } from './on-request';

/** What a server stands on: the machine, or the browser that it runs in. */
export interface Surroundings {
  /** Files, evidence, clock and catalogues for one client. @param options as it sent them first */
  open(options: ClientOptions, editor: ConnectedEditor): OpenSurroundings;
  /** What is answered beside LSP's own requests. */
  readonly requests: readonly ConnectRequest[];
  /** Where that is, for the log. */
  readonly ground: string;
  /** Of the files that the client tells about; undefined: of whatever file system it has. */
  readonly scheme?: string;
  /** Folder of the bundles of the reading threads; by default that of the running one. */
  readonly bundleFolder?: string;
}

export interface OpenSurroundings {
  readonly ports: Omit<SessionPorts, 'timers'>;
  /** Takes other options on. @returns whether evidence is another matter now */
  optionsChanged(options: ClientOptions, before: ClientOptions): boolean;
}
