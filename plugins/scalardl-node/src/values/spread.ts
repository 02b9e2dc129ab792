/** Preferred, never required: with three nodes a required rule would leave no room for a roll-out. */
export function spread(name: string, app: string): Record<string, unknown> {
  const labelSelector = {
    matchLabels: {
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/app': app,
    },
  };
  return {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 100,
          podAffinityTerm: {
            labelSelector,
            topologyKey: 'kubernetes.io/hostname',
          },
        },
        {
          weight: 50,
          podAffinityTerm: {
            labelSelector,
            topologyKey: 'topology.kubernetes.io/zone',
          },
        },
      ],
    },
  };
}

/**
 * No surge pod: a node of the smallest size has no room for a second product pod, and a roll-out that
 * waits for one never ends. Text, because the charts' schemas want text.
 */
export const ROLLING_UPDATE = {
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge: '0%', maxUnavailable: '34%' },
};
