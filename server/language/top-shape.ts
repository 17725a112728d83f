import { fragmentShape, mainShape } from '../core/manifest/manifest-shape';
import type { MapShape } from '../core/manifest/shape';
import type { FileView } from './file-view';

/** A file that no main manifest names may still become one: it is offered everything. */
export function topShape(view: Pick<FileView, 'uri' | 'parsed' | 'dossier'>): MapShape {
  return view.parsed.role === 'fragment' && view.dossier !== undefined && view.dossier.mainUri !== view.uri
    ? fragmentShape
    : mainShape;
}
