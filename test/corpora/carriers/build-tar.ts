/** One entry of a tar archive. */
export function tarEntry(name: string, content: Uint8Array, type = '0'): Buffer {
  const header = Buffer.alloc(512);
  header.write(name.slice(0, 100), 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  header.write('ustar', 257);
  const padded = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  padded.set(content);
  return Buffer.concat([header, padded]);
}

/** An archive of one file. */
export function tar(name: string, content: Uint8Array): Buffer {
  return Buffer.concat([tarEntry(name, content), Buffer.alloc(1024)]);
}
