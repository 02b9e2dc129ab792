import { readFile } from 'node:fs/promises';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import type { PeeringInputs } from '../inputs';
import type { Topology } from './topology';

/**
 * Reads what the inputs declare; each form loads only what it needs.
 *
 * @throws InputError with every problem
 */
export async function readTopology({
  subject,
  actAs,
}: PeeringInputs): Promise<Topology> {
  if (subject.form === 'lists') {
    const { listTopology } = await import('./listTopology');
    return listTopology(subject, actAs);
  }
  const { path } = subject;
  const source = await readFile(path, 'utf8').catch((cause: Error) => {
    const problem = `environment: expected a file ${path} that can be read: ${cause.message}.`;
    throw new InputError([problem], { cause });
  });
  const [{ environmentTopology }, { readEnvironment }] = await Promise.all([
    import('./environmentTopology'),
    import('./readEnvironment'),
  ]);
  const environment = readEnvironment(source, path);
  return environmentTopology(environment, { ...subject, actAs });
}
