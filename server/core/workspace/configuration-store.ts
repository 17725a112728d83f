import { configurationFile, noConfiguration, type Configuration } from '../configuration/configuration';
import { readConfiguration } from '../configuration/read-configuration';
import type { Cancellation } from '../ports/cancellation';
import type { Files } from '../ports/files';
import { folderOf, under } from './uri';

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

  async of(folderUri: string, token: Cancellation): Promise<Configuration> {
    for (let folder = folderUri; ; folder = folderOf(folder)) {
      const configuration = await this.#at(under(folder, configurationFile), token);
      if (configuration) return configuration;
      if (folderOf(folder) === folder) return noConfiguration;
    }
  }

  async #at(uri: string, token: Cancellation): Promise<Configuration | undefined> {
    if (this.#files.has(uri)) return this.#files.get(uri);
    const read = await this.files.readText(uri, token);
    const configuration = read && readConfiguration(read, uri, this.rules);
    this.#files.set(uri, configuration);
    return configuration;
  }
}
