import { createInterface } from 'node:readline';
import { judgeOnce, type JudgeRequest } from './judgeOnce.ts';

/** Answers each line, a {@link JudgeRequest}, with one line: what was found, or why nothing was. */
async function main(): Promise<void> {
  for await (const line of createInterface(process.stdin)) {
    const answer = await judgeOnce(JSON.parse(line) as JudgeRequest).catch(
      (error: unknown) => ({ error: String(error) }),
    );
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
}

void main();
