import { spawn, type ChildProcess } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { controlClient, type TestbedControl } from './controlClient.ts';

/** A running simulated AWS on loopback. */
export interface Testbed extends TestbedControl {
  stop(): Promise<void>;
}

/** Tools of Kubernetes; without them clusters have an endpoint that nothing listens on. */
export interface KubernetesTools {
  /** Folder of the tool `kubernetes`: one control plane program for each minor version. */
  readonly kubernetes: string;
  /** Program that plays the kubelets. */
  readonly kwok: string;
  /** Programs that pods really run: path on this machine by the path in an image. Pods run nothing without. */
  readonly programs?: Readonly<Record<string, string>>;
}

/**
 * Starts the simulated AWS on a port of the kernel's choosing.
 *
 * @param python - path of a Python that has moto
 */
export async function startTestbed(
  python: string,
  tools?: KubernetesTools,
): Promise<Testbed> {
  const child = spawn(python, ['-m', 'testbed'], {
    env: {
      ...process.env,
      PYTHONPATH: dirname(import.meta.dirname),
      PYTHONDONTWRITEBYTECODE: '1',
      ...(tools && {
        TESTBED_KUBERNETES: tools.kubernetes,
        TESTBED_KWOK: tools.kwok,
        TESTBED_PROGRAMS: JSON.stringify(tools.programs ?? {}),
      }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.on('error', error => errors.push(error.message));
  // A bed that ended by itself has no input to close.
  child.stdin.on('error', () => {});
  const closed = new Promise(resolve => {
    child.on('close', resolve);
  });
  child.stderr.on('data', chunk => errors.push(String(chunk)));
  const line = await firstLine(child);
  if (line === undefined) {
    throw new Error(`The test bed did not start:\n${errors.join('')}`);
  }
  // What it says from now on is a defect of the bed, and belongs into the output of the test.
  child.stderr.pipe(process.stderr);
  const { url } = JSON.parse(line) as { url: string };
  return {
    ...controlClient(url),
    async stop() {
      child.stdin.end();
      await closed;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface(child.stdout)) return line;
  return undefined;
}
