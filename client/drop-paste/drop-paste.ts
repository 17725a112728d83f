import * as vscode from 'vscode';
import { attachRequest } from '../../protocol/requests/attach';
import type { AttachParams, AttachPlanResult } from '../../protocol/requests/attach-plan';
import { proofHereRequest } from '../../protocol/requests/proof-here';
import type { Services } from '../commands/services';
import { markDone } from '../context-keys';
import { languageId } from '../ids';
import { currentLanguage } from '../settings';
import { agree } from '../attach/attach';
import { hasFault } from '../attach/plan-shown';
import { rangeOf } from '../ui/edit-ranges';
import { reportError } from '../ui/report-error';
import { dropPasteMessages } from './drop-paste-messages';
import { asParams, type HeldFile, piecesInHand, type PieceInHand } from './pieces-in-hand';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('segurPreuves', 'piece');
const pictures: Readonly<Record<string, string>> = { 'image/png': 'capture.png', 'image/jpeg': 'capture.jpg' };
const uriList = 'text/uri-list';
const plainText = 'text/plain';

/** What is attached once the edit is chosen: until then nothing is copied. */
interface Offered {
  readonly document: vscode.TextDocument;
  /** With their bytes: the editor lets go of them once the edit is offered. */
  readonly pieces: AttachParams['pieces'];
}

/** Files, pictures and links that are dropped or pasted into a manifest become pieces of the proof at that place. */
export function registerDropAndPaste(services: Services): vscode.Disposable {
  const schemes = services.connection.platform.schemes();
  const selector: vscode.DocumentSelector = schemes.map((scheme) => ({ scheme, language: languageId }));
  const offered = new WeakMap<object, Offered>();
  const offer = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
    isPaste: boolean,
  ): Promise<{ readonly title: string; readonly what: Offered } | undefined> => {
    try {
      const { uri } = document;
      const here = await services.connection.ask(
        proofHereRequest,
        { uri: uri.toString(), position: plain(position) },
        token,
      );
      if (!here.slot || here.folder === undefined) return undefined;
      const pieces = await piecesOf(data, here.folder, isPaste, here.inValue);
      if (pieces.length === 0) return undefined;
      return {
        title: titleOf(pieces, here.slot.proof),
        what: { document, pieces: await asParams(pieces, here.slot) },
      };
    } catch (error) {
      // The editor's own way of dropping and pasting is still there.
      services.log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return undefined;
    }
  };
  const resolve = async (edit: vscode.DocumentPasteEdit, token: vscode.CancellationToken): Promise<void> => {
    const what = offered.get(edit);
    if (what) edit.additionalEdit = await editFor(services, what, token);
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      selector,
      {
        async provideDocumentDropEdits(document, position, data, token) {
          const found = await offer(document, position, data, token, false);
          if (!found) return undefined;
          const edit = new vscode.DocumentDropEdit('', found.title, kind);
          // At once: VS Code (1.100 to 1.139) never asks the provider of a drop to resolve its edit, and makes an empty one.
          edit.additionalEdit = await editFor(services, found.what, token);
          return edit;
        },
      },
      { providedDropEditKinds: [kind], dropMimeTypes: [uriList, 'files', ...Object.keys(pictures)] },
    ),
    vscode.languages.registerDocumentPasteEditProvider(
      selector,
      {
        async provideDocumentPasteEdits(document, ranges, data, _context, token) {
          const [range] = ranges;
          const found = ranges.length === 1 && range && (await offer(document, range.start, data, token, true));
          if (!found) return undefined;
          const edit = new vscode.DocumentPasteEdit('', found.title, kind);
          offered.set(edit, found.what);
          return [edit];
        },
        async resolveDocumentPasteEdit(edit, token) {
          await resolve(edit, token);
          return edit;
        },
      },
      {
        providedPasteEditKinds: [kind],
        pasteMimeTypes: [uriList, plainText, 'files', ...Object.keys(pictures)],
      },
    ),
  );
}

/** @param inValue a text that is pasted there is what is being written, and no piece */
async function piecesOf(
  data: vscode.DataTransfer,
  folder: string,
  isPaste: boolean,
  inValue: boolean,
): Promise<readonly PieceInHand[]> {
  const files: HeldFile[] = [];
  let picture: HeldFile | undefined;
  for (const [mime, item] of data) {
    const file = item.asFile();
    if (!file) continue;
    const name = pictures[mime];
    const isPicture = isPaste && name !== undefined && file.uri === undefined;
    const held: HeldFile = {
      name: isPicture ? name : file.name,
      ...(file.uri ? { uri: file.uri.toString() } : {}),
      bytes: async () => file.data(),
    };
    if (isPicture) picture ??= held;
    else files.push(held);
  }
  const uris = (await data.get(uriList)?.asString()) ?? '';
  const text = isPaste && !inValue ? ((await data.get(plainText)?.asString()) ?? '') : '';
  return piecesInHand({ files, uris, text, ...(picture ? { picture } : {}) }, folder, isFile);
}

async function isFile(uri: string): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
    return (type & vscode.FileType.File) !== 0;
  } catch (error) {
    // Not there, or a name that no file has: a text like any other.
    if (error instanceof Error) return false;
    throw error;
  }
}

function titleOf(pieces: readonly PieceInHand[], proof: string): string {
  const words = dropPasteMessages[currentLanguage()];
  const [first] = pieces;
  if (pieces.length === 1 && first?.kind === 'link') return words.cite(proof);
  if (pieces.length === 1 && first?.kind === 'bytes' && Object.values(pictures).includes(first.file.name)) {
    return words.attachPicture(proof);
  }
  return words.attach(pieces.length, proof);
}

/** Copies the files, and says what the manifests become: one edit, which the editor makes and can undo. */
async function editFor(
  services: Services,
  { document, pieces }: Offered,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const words = dropPasteMessages[currentLanguage()];
  const nothing = new vscode.WorkspaceEdit();
  try {
    // Where it was dropped says which proof is meant: only what a check would find is shown beforehand.
    const params = await agree(services, { uri: document.uri.toString(), pieces }, hasFault);
    if (!params || token.isCancellationRequested) return nothing;
    const before = document.version;
    const result = await services.connection.ask(attachRequest, params, token);
    if (result.kind !== 'planned') {
      showRefusal(result);
      return nothing;
    }
    if (document.version !== before) {
      const names = result.copies.map((copy) => vscode.workspace.asRelativePath(vscode.Uri.parse(copy, true)));
      void vscode.window.showWarningMessage(
        [words.changed, ...(names.length === 0 ? [] : [words.kept(names.join(', '))])].join(' '),
      );
      return nothing;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(result.edit.changes)) {
      for (const one of edits) edit.replace(vscode.Uri.parse(uri, true), rangeOf(one), one.newText);
    }
    const sentences = result.attachments.map(({ sentence }) => sentence).join(' ');
    if (Object.keys(result.edit.changes).length === 0) void vscode.window.showInformationMessage(sentences);
    else void vscode.window.setStatusBarMessage(sentences, 8000);
    markDone('attached');
    return edit;
  } catch (error) {
    void reportError(words.failed, error, services.messages(), services.log);
    return nothing;
  }
}

type Refused = Exclude<AttachPlanResult, { readonly kind: 'planned' }>;

function showRefusal(refused: Refused): void {
  const message =
    refused.kind === 'refused' ? refused.message : refused.unplaced.map(({ sentence }) => sentence).join(' ');
  void vscode.window.showErrorMessage(message);
}

function plain({ line, character }: vscode.Position): { readonly line: number; readonly character: number } {
  return { line, character };
}
