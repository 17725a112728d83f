/** Something the person who runs the bench can act on: shown without a stack. */
export class BenchError extends Error {
  name = 'BenchError';
}
