-- Opens a manifest with Neovim's own client, asks every feature of the language, and writes the answers as JSON.
-- Environment: SEGUR_SERVER (command, one argument a line), SEGUR_FILE, SEGUR_QUESTIONS (JSON), SEGUR_ANSWERS (file to write).
local command = vim.split(vim.env.SEGUR_SERVER, '\n')
local questions = vim.json.decode(vim.env.SEGUR_QUESTIONS)
local answers = {}

vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.SEGUR_FILE))
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'segur-preuves',
  cmd = command,
  root_dir = vim.fn.getcwd(),
  workspace_folders = { { uri = vim.uri_from_fname(vim.fn.getcwd()), name = 'dossier' } },
})
vim.lsp.buf_attach_client(buffer, id)
local client
local ready = vim.wait(30000, function()
  client = vim.lsp.get_client_by_id(id)
  return client ~= nil and client.initialized == true
end)
if ready then
  answers.capabilities = client.server_capabilities
  for _, question in ipairs(questions) do
    local params = vim.tbl_extend('force', { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, question.params)
    local result = client.request_sync(question.method, params, 30000, buffer) or {}
    answers[question.method] = { result = result.result, error = result.err and result.err.message }
  end
  -- What the editor does by itself: the edits of formatting are made in the buffer.
  vim.lsp.buf.formatting_sync({ tabSize = 2, insertSpaces = true }, 30000)
  answers.formatted = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end
local file = io.open(vim.env.SEGUR_ANSWERS, 'w')
file:write(vim.json.encode(answers))
file:close()
vim.cmd('qa!')
