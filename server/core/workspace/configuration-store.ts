import { configurationFile, noConfiguration, type Configuration } from '../configuration/configuration';
import { readConfiguration } from '../configuration/read-configuration';
import type { Cancellation } from '../ports/cancellation';
import { UnreadableFile } from '../ports/file-fault';
import type { Files } from '../ports/files';
import { readWithin } from './read-within';
import { folderOf, under } from '../text/uri';

/** Finds and keeps the configuration of a dossier: the nearest `segur.config.yaml`, from its folder upwards. */
export class ConfigurationStore {
  /** By URI of a configuration file; undefined where there is none. */
  readonly #files = new Map<string, Configuration | undefined>();

  constructor(
    readonly files: Files,
    readonly rules: ReadonlySet<string>,
  ) {}

  /** The file changed, came or went on disk. */
  forget(uri: string): void {
    this.#files.delete(uri);
  }

  async of(folderUri: string, cancellation: Cancellation): Promise<Configuration> {
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
      return file && readConfiguration(file, uri, this.rules);
    } catch (error) {
      if (error instanceof UnreadableFile) return { ...noConfiguration, uri, fault: error.fault };
      throw error;
    }
  }
}
