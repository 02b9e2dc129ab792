import { listOf, recordOf, textOf, textsOf } from '../../plain/plain';
import type { LivePodNames } from './names';

/** What the specification of a pod, or of a template of pods, says of names; the rest is as Kubernetes fills it in. */
export function podNamesOf(spec: unknown): LivePodNames {
  const { dnsPolicy, hostNetwork, hostAliases, dnsConfig } = recordOf(spec);
  const { nameservers, searches, options } = recordOf(dnsConfig);
  const dots = listOf(options)
    .map(recordOf)
    .find(({ name }) => name === 'ndots')?.value;
  return {
    policy: textOf(dnsPolicy) ?? 'ClusterFirst',
    hostNetwork: hostNetwork === true,
    hostAliases: listOf(hostAliases)
      .map(recordOf)
      .map(({ ip, hostnames }) => ({
        address: textOf(ip) ?? '',
        hosts: textsOf(hostnames).map(host => host.toLowerCase()),
      })),
    nameServers: textsOf(nameservers),
    searches: textsOf(searches),
    ...(dots !== undefined && { leastDots: Number(dots) }),
  };
}
