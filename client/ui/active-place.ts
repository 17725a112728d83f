import * as vscode from 'vscode';
import type { NextPlaceParams } from '../../protocol/requests/next-place';
import type { ViewPlace } from '../../protocol/view-place';
import { languageId } from '../ids';
import { activeDocument } from './active-document';

/** Where the keyboard is in views of a manifest that are no text, by the URI of their document. */
const told = new Map<string, ViewPlace>();
const tells = new vscode.EventEmitter<ViewPlace>();

/** Fires when the keyboard moves in such a view. */
export const onDidTellPlace = tells.event;

/** A view of a manifest that is no text says where the keyboard is in it; nowhere once it is closed. */
export function tellPlace(document: vscode.Uri, place: ViewPlace | undefined): void {
  if (!place) {
    told.delete(document.toString());
    return;
  }
  told.set(document.toString(), place);
  tells.fire(place);
}

/** The place in a manifest that the user is at, in text or table. */
export function activePlace(): NextPlaceParams['from'] {
  const editor = vscode.window.activeTextEditor;
  const uri = activeDocument();
  if (editor && editor.document.uri.toString() === uri?.toString()) {
    if (editor.document.languageId !== languageId) return undefined;
    const { line, character } = editor.selection.active;
    return { uri: editor.document.uri.toString(), position: { line, character } };
  }
  const place = uri && told.get(uri.toString());
  return place && { uri: place.uri, position: place.range.start };
}
