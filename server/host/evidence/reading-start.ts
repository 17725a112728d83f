// The entry point of a thread that reads evidence (`dist/reading-thread.mjs`).
import { workerData } from 'node:worker_threads';
import { isReadingThreadData } from './reading-messages';
import { serveReadings } from './reading-worker';

const threadData: unknown = workerData;
if (isReadingThreadData(threadData)) serveReadings(threadData);
