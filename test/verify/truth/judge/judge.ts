import { build } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pair, WorldSide } from '../../world/world.ts';
import type { JudgeRequest } from './judgeOnce.ts';
import type { Judged } from './verdicts.ts';

export interface JudgeOptions {
  readonly readSecrets?: boolean;
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
  private readonly folder: string;
  private readonly process: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  private constructor(folder: string, child: ChildProcess) {
    const { stdout } = child;
    if (!stdout) throw new Error('The judge has no stdout.');
    this.folder = folder;
    this.process = child;
    this.answers = createInterface(stdout)[Symbol.asyncIterator]();
  }

  /** @param env - where AWS is, and who takes the read roles on */
  static async start(env: Record<string, string>): Promise<Judge> {
    const folder = await mkdtemp(join(tmpdir(), 'scalardl-truth-'));
    await bundle(folder);
    const child = spawn(process.execPath, [join(folder, 'program.js')], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // Who has ended takes nothing more, and says so by its answers.
    child.stdin?.on('error', () => {});
    return new Judge(folder, child);
  }

  /** Reads the world with the eyes of its read roles and judges it; one judgement at a time. */
  async judge(
    world: Judgeable,
    {
      readSecrets = false,
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
    await rm(this.folder, { recursive: true });
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

/** In the form of the product's own bundles: ES modules with a chunk for each lazy import. */
async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: [join(__dirname, 'program.ts')],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['import', 'module'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  await writeFile(join(outdir, 'package.json'), '{ "type": "module" }\n');
}
