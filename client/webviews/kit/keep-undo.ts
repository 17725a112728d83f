/**
 * Leaves undo and redo to a field while one types in it. VS Code listens on the window and undoes the document instead.
 * @param root inside of which the fields are
 */
export function keepUndoInFields(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    if (isUndo && isField(event.target)) event.stopPropagation();
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
