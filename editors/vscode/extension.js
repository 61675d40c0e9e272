// Starts `newslint lsp` for drafts, and adds what the protocol has no words for: asking for a reason, showing a page.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["plaintext", "markdown", "html"];
const SCHEMES = ["file", "untitled"];
const PAGE = "newslint-page";

let client;
let shown = "";
const turned = new vscode.EventEmitter();

/** What to do besides with the server's own commands before and after they're sent. */
async function executeCommand(command, given, next) {
  if (command === "newslint.stet") {
    const reason = await vscode.window.showInputBox({
      title: "Let it stand",
      prompt: "Why shall it stand? The next editor reads this. May be left empty.",
    });
    return reason === undefined ? undefined : next(command, [...given, reason]);
  }
  const answer = await next(command, given);
  if (command === "newslint.explain" && answer) {
    shown = answer;
    const page = vscode.Uri.from({ scheme: PAGE, path: "finding.md" });
    turned.fire(page);
    // One that isn't locked shows the draft itself as soon as the writer goes back to it.
    await vscode.commands.executeCommand("markdown.showLockedPreviewToSide", page);
  }
  return answer;
}

function made() {
  const [command, ...args] = vscode.workspace.getConfiguration("newslint").get("command");
  return new LanguageClient(
    "newslint",
    "newslint",
    { command, args },
    {
      documentSelector: SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language }))),
      initializationOptions: { pages: true },
      middleware: { executeCommand },
    },
  );
}

async function start() {
  client = made();
  try {
    await client.start();
  } catch (error) {
    const help = "Is it installed with its extra “lsp”, and does the setting newslint.command name it?";
    vscode.window.showErrorMessage(`newslint could not be started: ${error.message ?? error}. ${help}`);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old?.isRunning()) {
    await old.stop();
  }
}

exports.activate = async function activate(context) {
  const pages = { onDidChange: turned.event, provideTextDocumentContent: () => shown };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(PAGE, pages),
    vscode.commands.registerCommand("newslint.restart", () => stop().then(start)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("newslint.command")) {
        stop().then(start);
      }
    }),
  );
  await start();
};

exports.deactivate = stop;
