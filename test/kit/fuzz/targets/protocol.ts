import { diskEvidence } from '../../disk-dossier';
import { everyFeature } from '../../../protocol/every-feature';
import { TestClient } from '../../../protocol/protocol-kit';
import { catalogueText } from '../../disk-dossier';
import { hold, type FuzzTarget } from '../fuzz-target';
import { mutateJson } from '../mutate-json';

const main = 'main.preuves.yaml';
const slot = { proof: 'INS/va1.56.01.01', scenario: 'INS/va1.56.01', requirement: 'INS/va1.56' };

/** What an editor, or a page in it, sends; `uri` is put in. Nothing that writes outside the dossier. */
function messages(uri: string): readonly (readonly [method: string, params: unknown])[] {
  const textDocument = { uri };
  const position = { line: 14, character: 10 };
  const range = { start: { line: 0, character: 0 }, end: position };
  return [
    ['textDocument/hover', { textDocument, position }],
    ['textDocument/completion', { textDocument, position }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/selectionRange', { textDocument, positions: [position] }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/definition', { textDocument, position }],
    ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', { textDocument, position }],
    ['textDocument/rename', { textDocument, position, newName: 'b.txt' }],
    ['textDocument/prepareRename', { textDocument, position }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/formatting', { textDocument, options: { tabSize: 2, insertSpaces: true } }],
    ['textDocument/rangeFormatting', { textDocument, range, options: { tabSize: 2, insertSpaces: true } }],
    ['textDocument/diagnostic', { textDocument }],
    ['workspace/symbol', { query: 'ins' }],
    ['workspace/executeCommand', { command: 'segurPreuves.showRulePage', arguments: ['preuve/inconnue'] }],
    ['workspace/willRenameFiles', { files: [{ oldUri: uri, newUri: `${uri}x` }] }],
    ['segur/conformite', {}],
    ['segur/tableau', { uri }],
    ['segur/tableau', { uri, since: '1' }],
    ['segur/rapport', { uri }],
    ['segur/fiche', { uri, id: slot.requirement }],
    ['segur/parcours', {}],
    ['segur/pieces', {}],
    ['segur/discussions', {}],
    ['segur/preuveIci', { uri, position }],
    ['segur/suivant', { what: 'missing', direction: 'next', from: { uri, position } }],
    ['segur/modifierTableau', { uri, cells: [{ kind: 'piece', slot, piece: 0, field: 'commentaire', value: 'vu' }] }],
    [
      'segur/modifierTableau',
      { uri, cells: [{ kind: 'follow', slot, level: 'proof', field: 'responsable', value: 'AM' }] },
    ],
    ['segur/preparerPieces', { uri, pieces: [{ kind: 'file', path: 'preuves/a.txt', slot }] }],
    ['segur/apercu', { uri: uri.replace(main, 'preuves/a.txt') }],
    ['segur/ordreDuRem', { uri }],
    ['segur/veille', {}],
    ['segur/dispositifs', {}],
    ['segur/responsables', { uri }],
    ['segur/offres', {}],
    ['segur/comparer', { before: uri, after: uri }],
    ['segur/eligibilite', { uri }],
    ['segur/texteDuCatalogue', { uri }],
    ['segur/verifierDepot', { path: '/x.zip' }],
    ['segur/suiviDepot', { path: '/x.zip' }],
    ['segur/remDiff', { before: 'MDV-LGC-Va1', after: 'MDV-LGC-Va2' }],
    ['segur/reponsesAns', { uri, text: 'INS/va1.56.01.01 : accepté' }],
    ['segur/piecesAnterieures', { uri }],
    ['segur/verifier', {}],
  ];
}

const notifications = (uri: string): readonly (readonly [method: string, params: unknown])[] => [
  [
    'textDocument/didChange',
    {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } }, text: 'x' }],
    },
  ],
  [
    'textDocument/didOpen',
    { textDocument: { uri: `${uri}2.preuves.yaml`, languageId: 'preuves-segur', version: 1, text: 'version: 1\n' } },
  ],
  ['textDocument/didClose', { textDocument: { uri: `${uri}2.preuves.yaml` } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] }],
  ['workspace/didChangeConfiguration', { settings: { segurPreuves: { langue: 'en' } } }],
  ['workspace/didCreateFiles', { files: [{ uri }] }],
  ['workspace/didDeleteFiles', { files: [{ uri: `${uri}3` }] }],
  ['$/setTrace', { value: 'off' }],
];

/** After whatever was sent, the server answers, and says of a sound manifest what it said before. */
export const protocolTarget: FuzzTarget = {
  name: 'protocol',
  weight: 2,
  async prepare() {
    const files = {
      [main]: diskEvidence('fichier: preuves/a.txt'),
      'catalogue.rem.yaml': catalogueText,
      'preuves/a.txt': 'essai\n',
      'sain.preuves.yaml': diskEvidence('execution: 4127'),
    };
    const client = await TestClient.start({ capabilities: everyFeature, files });
    await client.open(main);
    await client.open('sain.preuves.yaml');
    const state = async () =>
      (
        await client.connection.sendRequest<{ contents?: unknown } | null>('textDocument/hover', {
          textDocument: { uri: client.uri('sain.preuves.yaml') },
          position: { line: 2, character: 4 },
        })
      )?.contents !== undefined;
    const usual = await state();
    const uri = client.uri(main);
    return {
      async run(random) {
        const count = 1 + random.below(3);
        const sent: string[] = [];
        for (let index = 0; index < count; index++) {
          if (random.once(4)) {
            const [method, params] = random.pick(notifications(uri));
            await client.connection.sendNotification(method, mutateJson(params, random) as object);
            continue;
          }
          const [method, params] = random.pick(messages(uri));
          sent.push(method);
          // Refusing is an answer.
          await client.connection.sendRequest(method, mutateJson(params, random) as object).catch((error: unknown) => {
            hold(
              error instanceof Error && 'code' in error,
              `${method}: refused with a code, not with ${String(error)}`,
            );
          });
        }
        await client.connection.sendNotification('workspace/didChangeConfiguration', {
          settings: { segurPreuves: { langue: 'fr' } },
        });
        hold((await state()) === usual, 'the server still answers');
        return sent;
      },
      dispose: () => client.stop(),
    };
  },
};
