import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Pair, WorldSide } from '../../world/world.ts';
import { bundledProgram } from './bundle.ts';
import type { JudgeRequest } from './judgeOnce.ts';
import type { Judged } from './verdicts.ts';

export interface JudgeOptions {
  readonly readSecrets?: boolean;
  /** Whether each side is asked from within the other, by a Job. */
  readonly probe?: boolean;
  /** Instead of the world's own environment file. */
  readonly environment?: string;
  /** The input `sides`, instead of an environment file. */
  readonly sides?: string;
}

/** What a judgement needs of a world. */
export type Judgeable = Pick<Pair, 'ledger' | 'auditor' | 'environment'>;

/**
 * The product's live run in a process of its own, as its users have it: jest neither knows lazy imports, nor should
 * the environment of its process be changed. It is bundled from the present sources and judges as often as it is asked.
 */
export class Judge {
  private readonly process: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  private constructor(child: ChildProcess) {
    const { stdout } = child;
    if (!stdout) throw new Error('The judge has no stdout.');
    this.process = child;
    this.answers = createInterface(stdout)[Symbol.asyncIterator]();
  }

  /** @param env - where AWS is, and who takes the read roles on */
  static async start(env: Record<string, string>): Promise<Judge> {
    const child = spawn(process.execPath, [await bundledProgram()], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // Who has ended takes nothing more, and says so by its answers.
    child.stdin?.on('error', () => {});
    return new Judge(child);
  }

  /** Reads the world with the eyes of its read roles and judges it; one judgement at a time. */
  async judge(
    world: Judgeable,
    {
      readSecrets = false,
      probe = false,
      environment = world.environment,
      sides,
    }: JudgeOptions = {},
  ): Promise<Judged> {
    const request: JudgeRequest = {
      targets: {
        ledger: targetOf(world.ledger, readSecrets),
        auditor: targetOf(world.auditor, readSecrets),
      },
      environment,
      sides,
      probe,
    };
    this.process.stdin?.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error('The judge ended.');
    const answer = JSON.parse(value) as Judged | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  }

  async stop(): Promise<void> {
    const closed = once(this.process, 'close');
    this.process.stdin?.end();
    await closed;
  }
}

function targetOf(
  { side, plan, place, readRole }: WorldSide,
  readSecrets: boolean,
): JudgeRequest['targets']['ledger'] {
  return {
    side,
    cluster: plan.cluster,
    aws: { region: place.region, roleArn: readRole.arn },
    readSecrets,
  };
}
