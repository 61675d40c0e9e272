// The libraries that Visual Studio Code's extension speaks with, against `newslint lsp`. Run by test_vscode.py.
"use strict";

const { spawn } = require("node:child_process");
const { pathToFileURL } = require("node:url");
const { createRequire } = require("node:module");

const [extension, command, draft, text] = process.argv.slice(2);
const protocol = createRequire(`${extension}/package.json`)("vscode-languageserver-protocol/node");

const uri = pathToFileURL(draft).href;
const server = spawn(command, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
const editor = protocol.createProtocolConnection(
  new protocol.StreamMessageReader(server.stdout),
  new protocol.StreamMessageWriter(server.stdin),
);
const shown = new Promise((found) => editor.onNotification(protocol.PublishDiagnosticsNotification.type, found));

async function session() {
  editor.listen();
  const { capabilities } = await editor.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    initializationOptions: { pages: true },
  });
  await editor.sendNotification(protocol.InitializedNotification.type, {});
  await editor.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "plaintext", version: 1, text },
  });
  const { diagnostics } = await shown;
  const [{ range, code, data }] = diagnostics;
  const actions = await editor.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics },
  });
  const page = await editor.sendRequest(protocol.ExecuteCommandRequest.type, {
    command: "newslint.explain",
    arguments: [uri, data.fingerprint],
  });
  await editor.sendRequest(protocol.ShutdownRequest.type);
  await editor.sendNotification(protocol.ExitNotification.type);
  const commands = capabilities.executeCommandProvider.commands;
  console.log(JSON.stringify({ code, range, commands, actions: actions.map((action) => action.title), page }));
}

session();
