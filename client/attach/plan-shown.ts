import type { AttachPieceParams, AttachPlanResult, AttachSlotParams } from '../../protocol/requests/attach-plan';
import type { AttachMessages } from './attach-messages';

export type PlannedAttach = Extract<AttachPlanResult, { readonly kind: 'planned' }>;

/** Whether the user has to see a plan before it is carried out: several pieces, a file brought in, a fault. */
export function mustConfirm({ attachments, warnings }: Pick<PlannedAttach, 'attachments' | 'warnings'>): boolean {
  return (
    attachments.length > 1 ||
    attachments.some(({ copied }) => copied) ||
    warnings.some(({ severity }) => severity === 'error')
  );
}

/** Whether a check would find a fault of the pieces. */
export function hasFault({ warnings }: Pick<PlannedAttach, 'warnings'>): boolean {
  return warnings.some(({ severity }) => severity === 'error' || severity === 'warning');
}

/** What a plan does and what a check would find, one line each. */
export function planLines(plan: Pick<PlannedAttach, 'attachments' | 'warnings'>, words: AttachMessages): string[] {
  return [
    ...plan.attachments.map(({ sentence }) => sentence),
    ...plan.warnings.map(({ severity, message }) => words.warning(words.severities[severity], message)),
  ];
}

/** The pieces, each with the slot that is now known of it. */
export function withSlots(
  pieces: readonly AttachPieceParams[],
  slots: readonly { readonly piece: number; readonly slot: AttachSlotParams }[],
): readonly AttachPieceParams[] {
  const known = new Map(slots.map(({ piece, slot }) => [piece, slot]));
  return pieces.map((piece, index) => {
    const slot = known.get(index);
    return slot === undefined ? piece : { ...piece, slot };
  });
}
