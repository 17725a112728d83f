/**
 * Answers an open or save dialog, which the workbench shows as an input, by a click on its button.
 * @param {import('playwright-core').Page} page
 * @param {string} path absolute
 * @param {string} label of the button
 */
export async function choosePath(page, path, label) {
  const input = page.locator('.quick-input-widget input').first();
  const button = page.getByRole('button', { name: label, exact: true });
  await button.waitFor();
  // The dialog writes the folder where it starts once it has listed it, over whatever was typed before.
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.waitForFunction(() => {
    const { value } = document.querySelector('.quick-input-widget input');
    return value.startsWith('/') && document.querySelector('.quick-input-progress.active') === null;
  });
  // The dialog looks the path up while it is typed, and does not take it before.
  for (let left = 5; left > 0 && (await button.isVisible()); left -= 1) {
    await input.fill(path);
    await page.waitForFunction((typed) => {
      const { value } = document.querySelector('.quick-input-widget input');
      return value === typed && document.querySelector('.quick-input-progress.active') === null;
    }, path);
    await button.click();
    await button.waitFor({ state: 'hidden', timeout: 5_000 }).catch((error) => {
      if (left === 1) throw error;
    });
  }
}
