/** The lines that an assistant sends; standard input is closed behind them, which ends the server. */
export function assistantConversation(lines) {
  return async (child, ended) => {
    const say = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    let answers = 0;
    child.stdout.on('data', (data) => (answers += data.toString().split('\n').length - 1));
    const until = async (count) => {
      let open = true;
      void ended.then(() => (open = false));
      while (open && answers < count) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    say({ id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'b', version: '1' } } });
    await until(1);
    say({ method: 'notifications/initialized' });
    if (lines === undefined) {
      const calls = [
        ['dossier_state', {}],
        ['list_dossiers', {}],
        ['list_findings', {}],
        ['list_deadlines', {}],
        ['explain_requirement', { id: 'INS/va1.56' }],
        ['search_requirements', { text: 'identité' }],
        ['propose_fixes', {}],
      ];
      for (const [index, [name, given]] of calls.entries()) {
        say({ id: index + 1, method: 'tools/call', params: { name, arguments: given } });
        await until(index + 2);
      }
    } else {
      child.stdin.write(lines);
      say({ id: 99, method: 'ping' });
    }
    child.stdin.end();
    await ended;
    return {};
  };
}
