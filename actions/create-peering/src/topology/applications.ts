import type {
  Application,
  Environment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideOwners } from './environmentTopology';
import { type SideName, openPorts } from './sidePorts';
import type { DeclaredConnection, DeclaredNetwork, Owner } from './topology';

const SIDES: readonly SideName[] = ['ledger', 'auditor'];

interface Scope {
  environment: Environment;
  applications: readonly Application[];
  owners: SideOwners;
}

function networkName({ name }: Application): string {
  return `application ${name}`;
}

/** The VPCs of the applications. Who owns one is found out where the file does not say. */
export function applicationNetworks({
  environment: { spec },
  applications,
  owners,
}: Scope): DeclaredNetwork[] {
  const accounts = SIDES.map(side => spec[side].awsAccountId);
  return applications.map(application => {
    const index = spec.applications.indexOf(application);
    const { awsAccountId, region, vpcId, cidrs } = application;
    const candidates = distinct(owners).filter(
      ({ accountId }) => !awsAccountId || accountId === awsAccountId,
    );
    const others = accounts.filter(
      account => !candidates.some(({ accountId }) => accountId === account),
    );
    return {
      name: networkName(application),
      key: `environment: spec.applications[${index}]`,
      region: region ?? spec.region,
      place: vpcId ? { vpcId } : undefined,
      owners: candidates,
      elsewhere: elsewhereOf(application, { candidates, others }),
      ranges: cidrs,
      callers: cidrs,
    };
  });
}

/** The account where none of the candidates has the VPC: not that of the one side, so that of the other. */
function elsewhereOf(
  { awsAccountId }: Application,
  {
    candidates,
    others,
  }: { candidates: readonly Owner[]; others: readonly string[] },
): string | undefined {
  if (awsAccountId === undefined) return others[0];
  return candidates.length > 0 ? undefined : awsAccountId;
}

function distinct(owners: SideOwners): Owner[] {
  const all = SIDES.flatMap(side => owners[side] ?? []);
  return all.filter(
    ({ accountId }, index) =>
      all.findIndex(other => other.accountId === accountId) === index,
  );
}

/** Each side requests a peering with each application, whose owner accepts it. */
export function applicationConnections({
  environment,
  applications,
  owners,
}: Scope): DeclaredConnection[] {
  return applications.flatMap(application =>
    SIDES.filter(
      side => owners[side] !== undefined || isShared(application, owners),
    ).map(side => ({
      name: `${environment.metadata.name}/${side}-${application.name}`,
      key: `environment: spec.applications[${environment.spec.applications.indexOf(application)}]`,
      from: side,
      to: networkName(application),
      ports: { from: openPorts(environment, side), to: [] },
      dns: true,
      required: false,
    })),
  );
}

/** Whether an end that this run has credentials for may be the application's alone. */
function isShared({ awsAccountId }: Application, owners: SideOwners): boolean {
  return distinct(owners).some(
    ({ accountId }) => !awsAccountId || accountId === awsAccountId,
  );
}
