-- What an editor does whose server is newslint: open a draft, see what is found, mend it. Run by test_neovim.py.
local draft = vim.env.DRAFT

local function fail(words)
  io.stderr:write(words .. "\n")
  vim.cmd("cquit 1")
end

local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then
    fail("waited in vain for " .. what)
  end
end

-- As the page tells to set it up.
assert(loadstring(vim.env.SET_UP))()
vim.cmd("filetype on")
vim.cmd.edit(draft)

local found = function()
  local rules = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    table.insert(rules, each.code)
  end
  table.sort(rules)
  return table.concat(rules, " ")
end

wait("findings", function() return found() ~= "" end)
io.stdout:write("opened: " .. found() .. "\n")

local place
for _, each in ipairs(vim.diagnostic.get(0)) do
  if each.code == "repetition/word" then place = each end
end
io.stdout:write("marked: " .. vim.api.nvim_buf_get_text(0, place.lnum, place.col, place.end_lnum, place.end_col, {})[1] .. "\n")

vim.api.nvim_win_set_cursor(0, { place.lnum + 1, place.col })
vim.lsp.buf.code_action({ filter = function(action) return action.isPreferred end, apply = true })
wait("the fix", function() return not found():find("repetition/word") end)
io.stdout:write("mended: " .. vim.api.nvim_buf_get_lines(0, place.lnum, place.lnum + 1, false)[1] .. "\n")
io.stdout:write("left: " .. found() .. "\n")

vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "The bridge was was shut." })
wait("what was typed", function() return found():find("repetition/word") end)
io.stdout:write("typed: " .. found() .. "\n")
vim.cmd("qall!")
