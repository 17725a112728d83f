/** Asked at every pause of a long operation; an LSP `CancellationToken` already has this shape. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** For callers that have nothing to cancel with (tests, one-shot commands without a signal). */
export const neverCancelled: Cancellation = { isCancellationRequested: false };

/** Thrown by an operation that was cancelled; never shown to the user as a failure. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('cancelled');
  }
}

/** @throws CancelledError when cancellation was asked for. */
export function throwIfCancelled(cancellation: Cancellation): void {
  if (cancellation.isCancellationRequested) throw new CancelledError();
}
