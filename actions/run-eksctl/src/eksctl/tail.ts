const LINES_KEPT = 60;

/** The last lines of what eksctl said. */
export class Tail {
  private lines: string[] = [];
  private rest = '';

  add(text: string): void {
    const lines = (this.rest + text).split(/\r?\n/);
    this.rest = lines.pop() ?? '';
    this.lines = [...this.lines, ...lines].slice(-LINES_KEPT);
  }

  /** What eksctl names as the error: the lines that it marks as grave, and its `Error:` line. */
  complaint(): string {
    const lines = [...this.lines, this.rest];
    // https://github.com/kris-nova/logger marks grave lines so, after the time.
    const grave = lines.map(line => /\[✖\]\s+(.+)$/.exec(line)?.[1]);
    const named = lines.map(line => /^Error: (.+)$/.exec(line)?.[1]);
    const found = [...grave, named.findLast(Boolean)];
    return [...new Set(found)].filter(Boolean).join('; ');
  }
}
