import { open } from 'node:fs/promises';

const pieceBytes = 128 * 1024;

/**
 * The lines of a UTF-8 file, some at a time, so that the event loop turns between them. What follows the last line end is
 * a line too, if it is not empty.
 * @throws the system's error
 */
export async function* readLines(path: string): AsyncGenerator<readonly string[], void, undefined> {
  const handle = await open(path);
  try {
    const decoder = new TextDecoder();
    const buffer = Buffer.allocUnsafe(pieceBytes);
    let rest = '';
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, pieceBytes);
      const text = rest + decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
      if (bytesRead === 0) {
        if (text !== '') yield [text];
        return;
      }
      const lines = text.split('\n');
      rest = lines.pop() ?? '';
      yield lines;
    }
  } finally {
    await handle.close();
  }
}
