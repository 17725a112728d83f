import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type Tool as ListedTool,
} from '@modelcontextprotocol/sdk/types.js';
import { say, type Locale, type Sentence } from '../../core/messages/say';
import { toolVersion } from '../../host/tool-version';
import { callTool, callWords, toolNamed } from './call';
import { cleaned } from './quoted';
import type { SessionOptions } from './session';
import { inputSchema, type Tool } from './tool';
import { allTools } from './tools/all-tools';

const words = {
  instructions: {
    fr: 'Dossiers de preuves du Ségur du numérique en santé. Ne répondez que ce que les outils disent, avec leur source et leur confiance ; un identifiant refusé n’existe pas dans le catalogue. {notice} Les outils « propose_ » n’écrivent rien : montrez leur modification à une personne, qui décide. Relectures, déclarations, homologations, verdicts et paquets ne se font jamais ici.',
    en: 'Proof dossiers of the French Ségur programme for digital health. Answer only what the tools say, with their source and confidence; an id that is refused does not exist in the catalogue. {notice} The “propose_” tools write nothing: show their edit to a person, who decides. Reviews, declarations, approvals, verdicts and packages are never made here.',
  },
  failed: {
    fr: 'L’outil a échoué : une erreur du programme, pas une réponse.',
    en: 'The tool failed: a fault of the program, not an answer.',
  },
  flood: {
    fr: 'Mille messages de suite ne sont pas du protocole MCP : la conversation est close. Vérifiez le programme qui écrit sur l’entrée de « mcp ».',
    en: 'A thousand messages in a row are not of the MCP protocol: the conversation is ended. Check the program that writes to the input of “mcp”.',
  },
} satisfies Record<string, Sentence>;

/** Every answer has this form; a refusal has `refused` in place of `basis` and `data`. */
const outputSchema = {
  type: 'object' as const,
  properties: {
    notice: { type: 'string' },
    basis: { type: 'object' },
    page: {
      type: 'object',
      properties: {
        from: { type: 'integer' },
        count: { type: 'integer' },
        total: { type: 'integer' },
        next: { type: 'integer' },
      },
      required: ['from', 'count', 'total'],
    },
    data: { type: 'object' },
    refused: {
      type: 'object',
      properties: { kind: { type: 'string' }, why: { type: 'string' }, suggestions: { type: 'array' } },
      required: ['kind', 'why'],
    },
  },
  required: ['notice'],
  oneOf: [{ required: ['basis', 'data'] }, { required: ['refused'] }],
};

/** Told of a fault of the program: it must not be on the standard output. */
export type OnFault = (error: unknown) => void;

/** Messages one after the other that are none of the protocol, behind which nobody is thought to speak it. */
const mostFaulty = 1000;

/** Speaks the Model Context Protocol on standard input and output, until the other side ends it or `stop` does. */
export async function serveAssistant(options: SessionOptions, stop: AbortSignal, onFault: OnFault): Promise<void> {
  const { locale } = options;
  const server = new McpServer(
    { name: 'segur-preuves', title: 'Ségur Preuves', version: toolVersion },
    {
      capabilities: { tools: {} },
      instructions: say(words.instructions, locale, { notice: say(callWords.notice, locale) }),
    },
  );
  server.server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: allTools.map((one) => listed(one, locale)),
  }));
  server.server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    const tool = toolNamed(params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `Unknown tool: ${cleaned(params.name.slice(0, 80))}`);
    const cancellation = {
      get isCancellationRequested() {
        return signal.aborted;
      },
    };
    try {
      const { isError, content } = await callTool(tool, params.arguments ?? {}, options, cancellation);
      return { content: [{ type: 'text', text: JSON.stringify(content) }], structuredContent: content, isError };
    } catch (error) {
      // The protocol sends no answer to what was cancelled.
      if (signal.aborted) throw error;
      onFault(error);
      // What an error says may quote a path or a file.
      throw new McpError(ErrorCode.InternalError, say(words.failed, locale));
    }
  });
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      resolve();
    };
    server.server.onclose = end;
    process.stdin.once('end', end);
    process.stdin.once('close', end);
    stop.addEventListener('abort', end, { once: true });
  });
  const transport = new StdioServerTransport();
  await server.connect(transport);
  endAtFlood(transport, locale, onFault);
  await ended;
  await server.close();
}

/** Ends a conversation in which nothing of the protocol is said any more: each faulty message costs what a sound one does. */
function endAtFlood(transport: StdioServerTransport, locale: Locale, onFault: OnFault): void {
  const { onmessage, onerror } = transport;
  let faulty = 0;
  transport.onmessage = (message) => {
    faulty = 0;
    onmessage?.(message);
  };
  transport.onerror = (error) => {
    onerror?.(error);
    if (++faulty !== mostFaulty) return;
    onFault(say(words.flood, locale));
    // Takes what was sent and not yet looked at away, too.
    transport.close().catch(onFault);
  };
}

function listed({ name, title, does, fields, proposes }: Tool, locale: Locale): ListedTool {
  return {
    name,
    title: say(title, locale),
    description: say(does, locale),
    inputSchema: inputSchema(fields, locale),
    outputSchema,
    annotations: {
      title: say(title, locale),
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: proposes !== true,
      openWorldHint: false,
    },
  };
}
