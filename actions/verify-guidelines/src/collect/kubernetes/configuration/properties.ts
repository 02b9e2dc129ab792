import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import {
  type Location,
  type Properties,
  type Side,
  readProperties,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { valueOf } from '../../collector';
import { CONFIG_MAPS, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import {
  type ProductDeployment,
  deploymentsOf,
} from '../product/deploymentsOf';
import { findObject } from '../readObjects';
import { mountedFrom, mountedPaths } from './mounts';

/** The product's own configuration, as its pods see it. */
export const properties = kubernetesCollector({
  fact: 'properties',
  needs: ['productDeployments'],
  kubernetes: reads('get', CONFIG_MAPS),
  async collect(reader, { given, target: { side } }) {
    const deployments = deploymentsOf(
      side,
      valueOf(given, 'productDeployments'),
    );
    const texts = await Promise.all(
      deployments.map(one => readText(reader, side, one)),
    );
    const [first, ...others] = texts;
    const other = others.find(({ text }) => text !== first?.text);
    if (first && other) {
      throw new Error(
        `${first.deployment} and ${other.deployment} mount different ${side}.properties: nobody can tell which of them is in force.`,
      );
    }
    return first && propertiesOf(first);
  },
});

interface MountedText {
  deployment: string;
  /** Such as `ConfigMap scalardl-ledger/scalardl-ledger-ledger-properties`. */
  place: string;
  text: string;
}

/** The released charts mount a template of the file, those to come the file itself. */
async function readText(
  reader: KubernetesReader,
  side: Side,
  { title, namespace, pod }: ProductDeployment,
): Promise<MountedText> {
  const files = [`${side}.properties`, `${side}.properties.tmpl`];
  const sources = (pod.containers ?? []).flatMap(container =>
    files
      .flatMap(file => mountedPaths(container, file))
      .flatMap(path => mountedFrom(pod, container, path))
      .filter(({ kind }) => kind === 'configMap'),
  );
  for (const { name, key } of sources) {
    const found = await findObject(reader, CONFIG_MAPS, { namespace, name });
    const text = found?.data?.[key];
    if (text !== undefined) {
      const place = `ConfigMap ${namespace}/${name}`;
      return { deployment: title, place, text };
    }
  }
  const looked = [...new Set(sources.map(({ name }) => name))].join(', ');
  throw new Error(
    `Expected ${title} to mount ${files[0]} of a ConfigMap, received ${looked ? `${looked} without it` : 'no such mount'}.`,
  );
}

function propertiesOf({ place, text }: MountedText): Properties {
  const at = (line: number): Location => ({ file: place, line, column: 1 });
  return readProperties(text, {
    whole: at(1),
    locateLine: line => at(line + 1),
  });
}
