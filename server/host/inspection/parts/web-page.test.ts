import assert from 'node:assert/strict';
import { webPage } from './web-page';

const page = (title: string, body = ''): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('webPage', () => {
  it('knows the pages that servers write over one that is not there', () => {
    for (const title of [
      '404 Not Found',
      'Error 404',
      'Erreur 403',
      'HTTP Status 404 – Not Found',
      'HTTP Error 503',
      '502 Bad Gateway',
      'Page introuvable',
      'Accès refusé',
      'Page not found · GitHub',
      'Service Unavailable',
    ])
      assert.equal(webPage(page(title))?.isError, true, title);
    assert.equal(webPage(page('nginx', '<h1>404 <b>Not Found</b></h1>'))?.isError, true);
  });

  it('takes no other page for one', () => {
    for (const title of [
      'Journal du 4 novembre',
      'Rapport 404 patients',
      'Test 500',
      'Gestion des erreurs',
      '4040 lignes',
    ])
      assert.deepEqual(webPage(page(title)), { title }, title);
    assert.equal(webPage('2026-11-02 GET /x 404 Not Found <html>'), undefined);
    assert.equal(webPage('<ClinicalDocument><title>404 Not Found</title></ClinicalDocument>'), undefined);
    assert.equal(webPage('<html><body>rien</body></html>'), undefined);
  });
});
