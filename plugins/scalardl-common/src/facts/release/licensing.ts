import type { Environment } from '../../environment/schema';
import type { Workload } from './workload';

export type Licensing = Environment['spec']['licensing'];

/** The repository of Ledger's or Auditor's image; the charts' default where the values name none. */
export function imageRepository(workload: Workload): string {
  const repository = workload.get('image', 'repository');
  if (typeof repository === 'string' && repository !== '') return repository;
  return workload.component === 'auditor'
    ? 'ghcr.io/scalar-labs/scalardl-auditor-byol'
    : 'ghcr.io/scalar-labs/scalardl-ledger';
}

/**
 * Under which licence the pods run. The image decides; where its name does not tell, as in a mirror, the
 * environment file does. `undefined` where neither says so.
 */
export function licensingOf(
  workload: Workload,
  environment: Environment | undefined,
): Licensing | undefined {
  return (
    licensingOfImage(imageRepository(workload)) ?? environment?.spec.licensing
  );
}

/** What the name of an image's repository tells of its licence. */
export function licensingOfImage(repository: string): Licensing | undefined {
  if (/-payg(?:$|[-/])/.test(repository)) return 'awsMarketplace';
  return /-byol(?:$|[-/])/.test(repository) ? 'byol' : undefined;
}
