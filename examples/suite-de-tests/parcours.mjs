// The tests themselves. The id of a proof stands in the title; what a test attaches becomes its piece once it has passed.
import assert from 'node:assert/strict';

export const tests = [
  {
    title: 'DMP/UX.12.01.01 consultation du DMP depuis la fiche du patient',
    async run(page, attach) {
      const film = await attach.film('consultation');
      await page.getByRole('button', { name: 'Consulter le DMP' }).click();
      await page.getByRole('status').filter({ hasText: 'Deux documents' }).waitFor();
      await attach.screenshot('resultat');
      await film.end();
    },
  },
  {
    title: 'un test qui ne prouve rien du dossier',
    async run(page) {
      assert.equal(await page.title(), 'MonCabinet (maquette)');
    },
  },
  {
    // It fails on purpose: nothing of it may come in.
    title: 'DMP/UX.12.01.01 consultation refusée, test en échec',
    async run(page, attach) {
      await attach.screenshot('echec');
      assert.equal(await page.getByRole('status').textContent(), 'Accès refusé');
    },
  },
];
