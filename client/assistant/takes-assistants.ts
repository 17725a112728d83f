/** VS Code 1.100 has the function too, for its own extensions alone, and throws. @param version `1.101.2` */
export function takesAssistants(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 1 || (major === 1 && minor >= 101);
}
