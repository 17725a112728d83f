/**
 * Leaves undo, redo and the selection of all to a field while one types in it. VS Code listens on the window: it undoes the
 * document instead, and selects all a little later, so that what was typed meanwhile is typed over.
 * @param root inside of which the fields are
 */
export function keepUndoInFields(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const isFields = (event.ctrlKey || event.metaKey) && /^[azy]$/i.test(event.key);
    if (isFields && isField(event.target)) event.stopPropagation();
  });
}

/** Whether keys are text where they were struck. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'button')
  );
}
