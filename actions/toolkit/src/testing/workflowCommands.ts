/** A line of a step's log that the runner obeys. */
export interface WorkflowCommand {
  name: string;
  properties: Record<string, string>;
  message: string;
}

const UNESCAPED: Record<string, string> = {
  '%0D': '\r',
  '%0A': '\n',
  '%3A': ':',
  '%2C': ',',
  '%25': '%',
};

function unescaped(text: string): string {
  return text.replace(
    /%(?:0D|0A|3A|2C|25)/g,
    escape => UNESCAPED[escape] ?? escape,
  );
}

/** What a runner obeys in a log: `::name key=value,…::message`, unless commands are stopped by a token. */
export function readCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let token: string | undefined;
  for (const line of log.split('\n')) {
    if (token !== undefined) {
      if (line.trim() === `::${token}::`) token = undefined;
      continue;
    }
    // The runner also obeys the older form, wherever in a line it stands.
    const match =
      /^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ??
      /##\[([a-z-]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    const [, name, properties = '', message = ''] = match ?? [];
    if (name === 'stop-commands') token = message;
    else if (name) {
      commands.push({
        name,
        properties: readProperties(properties),
        message: unescaped(message),
      });
    }
  }
  return commands;
}

function readProperties(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map(pair => {
        const [key = '', ...value] = pair.split('=');
        return [key, unescaped(value.join('='))];
      }),
  );
}
