/** The part of pdf.js that parses. It ships no types; only its presence matters (see `pdf-worker.ts`). */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
