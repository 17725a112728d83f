import assert from 'node:assert/strict';
import { errorAnswer, webPage } from './web-page';

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

  it('knows a short error and the form of a login', () => {
    assert.equal(webPage(page('502 Bad Gateway', '<center>nginx</center>'))?.isBrief, true);
    assert.equal(webPage(page('502 Bad Gateway', '<p>Le journal dit plus.</p>'.repeat(50)))?.isBrief, undefined);
    const form = '<form><input name="u"><input type=password name="p"></form>';
    assert.deepEqual(webPage(page('Se connecter', form)), { title: 'Se connecter', isLogin: true, isBrief: true });
    assert.deepEqual(webPage(page('Sign in to your account', form.replace('password', '"password"')))?.isLogin, true);
    assert.deepEqual(webPage(page('Mon compte', form)), { title: 'Mon compte' });
    assert.deepEqual(webPage(page('Connexion')), { title: 'Connexion' });
  });

  it('knows the answers of servers in other forms', () => {
    for (const text of [
      '404 page not found\n',
      'Service Unavailable',
      '{"timestamp":"2026-11-02T10:15:00Z","status":404,"error":"Not Found","path":"/x"}',
      '{"type":"about:blank","title":"Forbidden","status":403}',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    ])
      assert.notEqual(errorAnswer(text), undefined, text);
    for (const text of [
      '2026-11-02 10:15 GET /x 404 Not Found',
      '404 Not Found\n200 OK\n',
      '{"status":200,"message":"ok"}',
      '{"status":404,"patient":"X"}',
      '{"status":404}',
      '<Errors><Code>A</Code></Errors>',
      'Erreurs corrigées en 12.4',
      '',
    ])
      assert.equal(errorAnswer(text), undefined, text);
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
