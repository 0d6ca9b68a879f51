import { type Command, UsageProblem, type Words } from './command.ts';

/** How a command is called, on one line. */
export function usageOf({ name, words, options }: Command): string {
  const shown = Object.entries(options).map(([option, one]) => {
    if ('isFlag' in one) return `[--${option}]`;
    return one.isRequired ? `--${option} ${one.value}` : `[--${option} ${one.value}]`;
  });
  return [name, ...words, ...shown].join(' ');
}

export function commandHelp(command: Command, words: Words): string {
  return `${words.help.one(usageOf(command))}\n  ${words.commands[command.name]}`;
}

/** How one command is called, or all of them with what they do. */
export function helpOn(wanted: string, all: readonly Command[], words: Words): { json: unknown; text: string } {
  const one = all.find(({ name }) => name === wanted);
  if (wanted && !one) throw new UsageProblem('unknownCommand', wanted);
  const shown = one ? [one] : all;
  return {
    json: { commands: shown.map((each) => ({ usage: usageOf(each), does: words.commands[each.name] })) },
    text: one ? commandHelp(one, words) : listOf(all, words),
  };
}

function listOf(commands: readonly Command[], { help, commands: does }: Words): string {
  const lines = [
    `  help [COMMAND]\n      ${does.help}`,
    ...commands.map((command) => `  ${usageOf(command)}\n      ${does[command.name]}`),
  ];
  const everywhere = [`  --json\n      ${help.json}`, `  --lang vi|en\n      ${help.lang}`];
  return [help.title, help.usage, '', help.commands, ...lines, '', help.everywhere, ...everywhere, '', help.exit].join(
    '\n',
  );
}
