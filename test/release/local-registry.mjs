import { once } from 'node:events';
import { createServer } from 'node:http';

/** An npm registry on this machine, in memory: what `npm publish` sends it, `npx` and `npm install` get. */
export class LocalRegistry {
  #packages = new Map();
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });

  /** Every request that came: `GET /segur-preuves`. */
  requests = [];

  static async start() {
    const registry = new LocalRegistry();
    registry.#server.listen(0, '127.0.0.1');
    await once(registry.#server, 'listening');
    return registry;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}/`;
  }

  /** What was published under a name, undefined when nothing was. */
  published(name) {
    return this.#packages.get(name)?.document;
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request, response) {
    this.requests.push(`${request.method} ${request.url}`);
    const [, name, dash, file] = request.url.split('/');
    if (request.method === 'PUT') {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const { _attachments: attachments, ...document } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      for (const version of Object.values(document.versions))
        version.dist.tarball = `${this.url}${name}/-/${Object.keys(attachments)[0]}`;
      const files = Object.entries(attachments).map(([key, { data }]) => [key, Buffer.from(data, 'base64')]);
      this.#packages.set(name, { document, files: new Map(files) });
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"success":true}');
      return;
    }
    const found = this.#packages.get(name);
    const tarball = dash === '-' ? found?.files.get(file) : undefined;
    if (tarball !== undefined) response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(tarball);
    else if (found !== undefined && dash === undefined)
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found.document));
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not found"}');
  }
}
