import { goldenSides, type GoldenSide } from '../goldenSides';
import { withTools } from '../../tools/withTools';
import { assemble, RELEASED, STAND_INS } from './chartFolders';
import {
  ofKind,
  type KubernetesObject,
  type Service,
  type Workload,
} from './kubernetes';
import { renderSide } from './render';
import { skipWithoutReleasedCharts } from './skipWithoutReleasedCharts';
import { expectedSecrets } from './secrets';

/** What has to be the same, whichever charts rendered it. */
function outline(objects: readonly KubernetesObject[]) {
  const named = (
    { kind, metadata }: KubernetesObject,
    rest: Record<string, unknown> = {},
  ) => ({ kind, name: `${metadata.namespace}/${metadata.name}`, ...rest });
  return [
    ...objects.map(object => named(object)),
    ...ofKind<Service>(objects, 'Service').map(service =>
      named(service, {
        selector: service.spec.selector,
        ports: service.spec.ports,
      }),
    ),
    ...['Deployment', 'Job']
      .flatMap(kind => ofKind<Workload>(objects, kind))
      .map(workload =>
        named(workload, {
          labels: workload.spec.template.metadata.labels,
          mounts: workload.spec.template.spec.containers
            .flatMap(({ volumeMounts }) => volumeMounts ?? [])
            .map(({ mountPath }) => mountPath)
            .sort(),
        }),
      ),
    ...[...expectedSecrets(objects)].map(name => ({ kind: 'Secret', name })),
  ].sort((a, b) => key(a).localeCompare(key(b)));
}

function key(entry: { kind: string; name: string }): string {
  return JSON.stringify([entry.kind, entry.name, Object.keys(entry).length]);
}

withTools(['helm'], ({ helm }) => {
  if (!RELEASED) {
    skipWithoutReleasedCharts('comparing the stand-ins with released charts');
    return;
  }

  describe('the stand-in charts', () => {
    const render = async (goldenSide: GoldenSide, source: string) => {
      const charts = assemble(source);
      try {
        const { product, schemaLoading } = await renderSide(goldenSide, {
          helm: helm.path,
          charts: charts.folder,
        });
        return outline([...product, ...schemaLoading]);
      } finally {
        charts.remove();
      }
    };

    it.each(goldenSides())(
      'render the objects, labels and ports of the released ones for $title',
      async goldenSide => {
        expect(await render(goldenSide, STAND_INS)).toEqual(
          await render(goldenSide, RELEASED),
        );
      },
    );
  });
});
