import { randomUUID } from 'node:crypto';
import { printableLines } from '@scalardl-on-eks/plugin-scalardl-common';

/** Tells a person what happens while it happens. */
export interface Progress {
  /** One line of the action's own words. */
  line(text: string): void;
  /** Folds what is written while the work goes on; the text may come from anywhere, so no runner obeys it. */
  group<T>(
    title: string,
    work: (write: (text: string) => void) => Promise<T>,
  ): Promise<T>;
}

/** In a workflow: groups of the log, in which commands are stopped. */
export function workflowProgress(out: NodeJS.WritableStream): Progress {
  return {
    line: text => void out.write(`${commandless(text)}\n`),
    async group(title, work) {
      const token = randomUUID();
      out.write(
        `::group::${printableLines(title)}\n::stop-commands::${token}\n`,
      );
      const writer = lineWriter(out, '');
      try {
        return await work(writer.write);
      } finally {
        writer.end();
        out.write(`::${token}::\n::endgroup::\n`);
      }
    },
  };
}

/** On a terminal: plain lines, what belongs to a group indented. */
export function terminalProgress(out: NodeJS.WritableStream): Progress {
  return {
    line: text => void out.write(`${printableLines(text)}\n`),
    async group(title, work) {
      out.write(`${printableLines(title)}\n`);
      const writer = lineWriter(out, '  ');
      try {
        return await work(writer.write);
      } finally {
        writer.end();
      }
    },
  };
}

/** No line of ours begins with what a runner would take for a command. */
function commandless(text: string): string {
  return printableLines(text)
    .replace(/^(\s*)::/gm, '$1\u200b::')
    .replaceAll('##[', '#\u200b#[');
}

/** Writes whole lines, so that a marker of the group never ends up inside one. */
function lineWriter(out: NodeJS.WritableStream, indent: string) {
  let rest = '';
  const flush = (line: string) =>
    out.write(`${indent}${printableLines(line)}\n`);
  return {
    write(text: string): void {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      lines.forEach(flush);
    },
    end(): void {
      if (rest) flush(rest);
    },
  };
}
