import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { writeCatalogue } from '../../server/core/catalogue/write-catalogue';
import { catalogueOf, requirementWith } from '../kit/revision-kit';
import { startedApi } from './extension-api';
import { OwnDossier } from './own-dossier';
import { until } from './until';

const manifest = `version: 1
dossier:
  dispositif: MDV-LGC-Va2
  catalogue: essai.rem.yaml
exigences:
  A.01:
    scenarios:
      A.01.01:
        preuves:
          A.01.01.01:
`;
const line = manifest.split('\n').findIndex((one) => one.includes('A.01.01.01'));
const section = 'segurPreuves';

describe('discussions', () => {
  let dossier: OwnDossier;

  before(async () => {
    await vscode.workspace.getConfiguration(section).update('moi', 'Ana', vscode.ConfigurationTarget.Global);
    dossier = await OwnDossier.create(await startedApi(), 'essai-discussions', {
      'essai.rem.yaml': writeCatalogue(catalogueOf([requirementWith('A.01', [1], { texte: 'Énoncé.' })])),
      'main.preuves.yaml': manifest,
    });
  });
  after(async () => {
    await dossier.remove();
    await vscode.workspace.getConfiguration(section).update('moi', undefined, vscode.ConfigurationTarget.Global);
  });

  const own = () => dossier.api.threads.filter(({ uri }) => uri.toString() === dossier.main.toString());
  const said = (thread: vscode.CommentThread) =>
    thread.comments.map(({ author, body }) => [author.name, typeof body === 'string' ? body : body.value]);

  it('is begun on the line of a proof, answered, closed and opened again', async () => {
    let isTyped = true;
    const typed = {
      uri: dossier.main,
      range: new vscode.Range(line, 0, line, 0),
      dispose: () => {
        isTyped = false;
      },
    };
    await vscode.commands.executeCommand('segurPreuves.envoyerMessage', { thread: typed, text: 'À refaire.' });
    const thread = await until('the thread on its line', () => own()[0]);
    assert.equal(isTyped, false);
    assert.equal(thread.range?.start.line, line);
    assert.equal(thread.label, 'A.01.01.01');
    const [[by, body] = []] = said(thread);
    assert.equal(by, 'Ana');
    assert.match(body ?? '', /refaire/);
    await vscode.commands.executeCommand('segurPreuves.envoyerMessage', { thread, text: 'Fait.' });
    await until('the answer', () => (thread.comments.length === 2 ? true : undefined));
    await vscode.commands.executeCommand('segurPreuves.cloreDiscussion', thread);
    await until('it closed', () => (thread.state === vscode.CommentThreadState.Resolved ? true : undefined));
    await vscode.commands.executeCommand('segurPreuves.rouvrirDiscussion', thread);
    await until('it open', () => (thread.state === vscode.CommentThreadState.Unresolved ? true : undefined));
    const [file] = await vscode.workspace.fs
      .readDirectory(dossier.uri('discussions'))
      .then((entries) => entries.flatMap(([name]) => (name.endsWith('.yaml') ? [name] : [])));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(dossier.uri(`discussions/${file ?? ''}`)));
    assert.match(
      text,
      /\netat: ouverte\nmessages:\n {2}- \{ par: "Ana", .*À refaire.*\n {2}- \{ par: "Ana", .*Fait.*\n$/,
    );
  });

  it('is counted in the tree', async () => {
    const isCounted = () => (dossier.view?.openThreads === 1 ? true : undefined);
    await until('the count', isCounted, dossier.api.onDidRefresh);
    assert.match(JSON.stringify(dossier.view?.root), /"threads":1/);
  });

  it('that is broken is shown at the head of the manifest, and nothing can be added to it', async () => {
    await dossier.write('discussions/cassee.yaml', 'bonjour\n');
    const broken = await until('the broken one', () => own().find(({ canReply }) => canReply === false));
    assert.equal(broken.range?.start.line, 0);
    assert.match(said(broken)[0]?.[1] ?? '', /cassee/);
  });
});
