import { configurationFile, noConfiguration, type Configuration } from '../configuration/configuration';
import { readConfiguration } from '../configuration/read-configuration';
import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile } from '../ports/file-fault';
import type { Files } from '../ports/files';
import { readWithin } from './read-within';
import { ChunkedText } from '../text/chunked-text';
import { folderOf, under, writtenUnder } from '../text/uri';
import { FactsStore, packageProblems } from './facts-store';

/** Finds and keeps the configuration of a dossier: the nearest `segur.config.yaml`, from its folder upwards. */
export class ConfigurationStore {
  /** By URI of a configuration file; undefined where there is none. */
  readonly #files = new Map<string, Configuration | undefined>();
  readonly #overridden = new WeakMap<Configuration, Configuration>();
  readonly facts: FactsStore;

  constructor(
    readonly files: Files,
    readonly rules: ReadonlySet<string>,
    /** Data packages that stand in the place of those that any configuration names: a file or a folder. */
    readonly factsUri?: string,
  ) {
    this.facts = new FactsStore(files);
  }

  /** The file changed, came or went on disk. */
  forget(uri: string): void {
    this.#files.delete(uri);
  }

  /** A file that may be of a data package changed. @returns whether it is one */
  forgetFacts(uri: string): boolean {
    if (!this.facts.forget(uri)) return false;
    this.#files.clear();
    return true;
  }

  async of(folderUri: string, cancellation: Cancellation): Promise<Configuration> {
    if (this.factsUri === undefined) return this.#nearest(folderUri, cancellation);
    const configuration = await this.#nearest(folderUri, cancellation);
    const { facts } = await this.facts.of(this.factsUri, cancellation);
    const kept = this.#overridden.get(configuration);
    if (kept?.facts === facts) return kept;
    const next = { ...configuration, facts };
    this.#overridden.set(configuration, next);
    return next;
  }

  async #nearest(folderUri: string, cancellation: Cancellation): Promise<Configuration> {
    for (let folder = folderUri; ; folder = folderOf(folder)) {
      const configuration = await this.#at(folder, cancellation);
      if (configuration) return configuration;
      if (folderOf(folder) === folder) return noConfiguration;
    }
  }

  async #at(folderUri: string, cancellation: Cancellation): Promise<Configuration | undefined> {
    const uri = under(folderUri, configurationFile);
    if (this.#files.has(uri)) return this.#files.get(uri);
    const configuration = await this.#read(folderUri, uri, cancellation);
    this.#files.set(uri, configuration);
    return configuration;
  }

  /** One that cannot be read stands in the way of those above it: what it decides is not known. */
  async #read(folderUri: string, uri: string, cancellation: Cancellation): Promise<Configuration | undefined> {
    try {
      const file = await readWithin(this.files, folderUri, uri, cancellation);
      if (!file) return undefined;
      const configuration = readConfiguration(file, uri, this.rules);
      return this.factsUri === undefined
        ? await this.#withFacts(configuration, folderUri, cancellation)
        : configuration;
    } catch (error) {
      if (error instanceof UnreadableFile) return { ...noConfiguration, uri, fault: error.fault };
      throw error;
    }
  }

  async #withFacts(read: Configuration, folderUri: string, cancellation: Cancellation): Promise<Configuration> {
    const { factsPath } = read;
    if (!factsPath) return read;
    const { facts, problems } = await this.facts.of(writtenUnder(folderUri, factsPath.value), cancellation);
    const line = ChunkedText.of(read.text ?? '').position(factsPath.range.start).line + 1;
    return { ...read, facts, problems: [...read.problems, ...packageProblems(problems, line)] };
  }
}
