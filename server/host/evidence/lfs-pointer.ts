import { lfsPointerIn, mostPointerBytes, type LfsPointer } from '../../core/evidence/lfs-pointer';
import { decodeBytes } from '../files/decode-bytes';

/** {@link lfsPointerIn}, of bytes. Apart from what reads the stubs of DVC: a thread that reads evidence has no use for YAML. */
export function lfsPointer(head: Uint8Array, name: string): LfsPointer | undefined {
  return head.length > mostPointerBytes ? undefined : lfsPointerIn(decodeBytes(head).text, name);
}
