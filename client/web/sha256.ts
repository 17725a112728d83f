/**
 * The SHA-256 of a content, lower-case hexadecimal.
 * @throws where the page has no cryptography: one that did not come over https, nor from this machine
 */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  // The platform's own: it takes no shared memory.
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
