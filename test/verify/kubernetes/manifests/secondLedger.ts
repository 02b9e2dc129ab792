import { configMap, LEDGER_IMAGE, NAMESPACE } from './product.ts';

/** A Ledger of the same image with other properties, which some call a leftover and some the real one. */
export function secondLedger({ replicas }: { replicas: number }): object[] {
  const labels = { app: 'another-ledger' };
  const name = 'another-ledger';
  return [
    configMap(name, { 'ledger.properties.tmpl': 'scalar.db.storage=jdbc\n' }),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: NAMESPACE },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'ledger',
                image: LEDGER_IMAGE,
                volumeMounts: [{ name, mountPath: '/scalar/ledger' }],
              },
            ],
            volumes: [{ name, configMap: { name } }],
          },
        },
      },
    },
  ];
}
