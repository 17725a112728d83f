/** WebAssembly as far as it is used here: Node has it, its types come with those of browsers only. */
interface CompiledCodes {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => CompiledInstance;
  readonly Memory: new (...args: never[]) => CompiledMemory;
}

export interface CompiledInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Its buffer is another one after each growth. */
export interface CompiledMemory {
  readonly buffer: ArrayBuffer;
}

const { Module, Instance, Memory } = (globalThis as unknown as { readonly WebAssembly: CompiledCodes }).WebAssembly;

/** @param imports what the code calls @returns the instance, and the memory that it works in */
export function startCompiled(
  bytes: Uint8Array,
  imports: object,
): { readonly instance: CompiledInstance; readonly memory: CompiledMemory } {
  const instance = new Instance(new Module(bytes), imports);
  const memory = Object.values(instance.exports).find((value) => value instanceof Memory);
  if (!memory) throw new Error('No memory is exported');
  return { instance, memory };
}
