import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { startWebServer } from './web-server';

declare const self: DedicatedWorkerGlobalScope;

// The worker that runs this is the server's whole life.
startWebServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)));
