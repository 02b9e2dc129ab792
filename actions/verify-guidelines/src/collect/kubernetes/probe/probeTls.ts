import type {
  PlannedTls,
  ProbeTls,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { mountedFrom } from '../configuration/mounts';
import type { Container, PodSpec, Volume } from '../workloads/podSpec';

/** How a container of the probe is to encrypt its call. */
export interface ContainerTls {
  tls: ProbeTls;
  /** Why the certificate is not verified, where it is not. */
  unverified?: string;
  flags: string[];
  /** Holds the certificate authority and nothing else. */
  volume?: Volume;
}

/** Where the probe sees the authority. */
export const AUTHORITY = { folder: '/authority', file: 'ca.crt' };

const VOLUME = 'authority';

/**
 * The flags of `grpc_health_probe` for a call as it is planned. The authority is mounted from where the product's own
 * pods have it; where those do not tell, the call does not verify, and says so.
 */
export function containerTls(
  planned: PlannedTls,
  product: { pod: PodSpec; container: Container },
): ContainerTls {
  switch (planned.mode) {
    case 'none':
      return { tls: 'none', flags: [] };
    case 'trusting':
      return trusting(planned.why);
    default:
      return verifying(planned, product);
  }
}

function verifying(
  { authority, serverName }: Extract<PlannedTls, { mode: 'verifying' }>,
  { pod, container }: { pod: PodSpec; container: Container },
): ContainerTls {
  const [source, ...others] = mountedFrom(pod, container, authority);
  if (!source || others.length > 0) {
    const found = source ? 'several sources' : 'no ConfigMap or Secret';
    return trusting(`the product mounts ${authority} from ${found}`);
  }
  const { kind, name, key } = source;
  const items = [{ key, path: AUTHORITY.file }];
  const volume: Volume =
    kind === 'secret'
      ? { name: VOLUME, secret: { secretName: name, items } }
      : { name: VOLUME, configMap: { name, items } };
  return {
    tls: 'verified',
    volume,
    flags: [
      '-tls',
      `-tls-ca-cert=${AUTHORITY.folder}/${AUTHORITY.file}`,
      `-tls-server-name=${serverName}`,
    ],
  };
}

function trusting(unverified: string): ContainerTls {
  return { tls: 'unverified', unverified, flags: ['-tls', '-tls-no-verify'] };
}
