// What few dossiers hold, loaded as one: see `evidence-inspectors.ts`.
export { inspectCertificates } from './inspect-certificates';
export { inspectCsv } from './inspect-csv';
export { inspectHl7 } from './inspect-hl7';
export { inspectMail } from './inspect-mail';
export { inspectVideo } from './inspect-video';
export { inspectXdm } from './inspect-xdm';
export { inspectCompound } from './parts/inspect-compound';
export { inspectFolded } from './parts/inspect-folded';
export { inspectGzip } from './parts/inspect-gzip';
export { inspectHtml } from './parts/inspect-html';
export { inspectMbox } from './parts/inspect-mbox';
export { inspectRtf } from './parts/inspect-rtf';
export { inspectTar } from './parts/inspect-tar';
