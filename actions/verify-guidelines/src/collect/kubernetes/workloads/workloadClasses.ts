import {
  MAXIMUM_SAMPLES,
  PROBE_LABEL,
  type WorkloadClass,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { Owner } from './owner';

/** One object that makes pods, or one pod. */
export interface Sighting {
  owner: Owner;
  namespace: string;
  /** As {@link imagesOf} answers them. */
  images: string[];
  /** All labels of its pods. */
  labels: Readonly<Record<string, string>>;
  desiredPods: number;
}

/** Labels by which the product and the probe are told from others: objects that differ in them are apart. */
const TELLING = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/app',
  PROBE_LABEL,
];

/** Labels that are kept where all objects of a class agree; they would split it by the object's name otherwise. */
const HELPFUL = ['app', 'app.kubernetes.io/component'];

/** Folds what makes pods into classes, so that memory follows their variety and not their number. */
export class WorkloadClasses {
  private readonly classes = new Map<string, WorkloadClass>();
  private readonly images = new Set<string>();

  add({ owner, namespace, images, labels, desiredPods }: Sighting): void {
    this.merge({
      apiVersion: owner.apiVersion,
      kind: owner.kind,
      namespace,
      images,
      labels: only([...TELLING, ...HELPFUL], labels),
      count: 1,
      desiredPods,
      samples: [owner.name],
    });
  }

  merge(added: WorkloadClass): void {
    const { apiVersion, kind, namespace, images, labels } = added;
    const telling = only(TELLING, labels);
    const key = JSON.stringify([apiVersion, kind, namespace, images, telling]);
    const known = this.classes.get(key);
    if (!known) {
      this.classes.set(key, { ...added, samples: [...added.samples] });
      this.images.add(imagesKey(added));
      return;
    }
    known.count += added.count;
    known.desiredPods += added.desiredPods;
    known.labels = only(
      Object.keys(labels).filter(name => known.labels[name] === labels[name]),
      labels,
    );
    for (const name of added.samples) addSample(known.samples, name);
  }

  /** Whether something in the namespace was seen with exactly these images. */
  has(place: Pick<WorkloadClass, 'namespace' | 'images'>): boolean {
    return this.images.has(imagesKey(place));
  }

  all(): WorkloadClass[] {
    return [...this.classes.values()];
  }
}

function imagesKey({
  namespace,
  images,
}: Pick<WorkloadClass, 'namespace' | 'images'>): string {
  return JSON.stringify([namespace, images]);
}

function addSample(samples: string[], name: string): void {
  if (samples.length < MAXIMUM_SAMPLES && !samples.includes(name)) {
    samples.push(name);
  }
}

function only(
  names: readonly string[],
  labels: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = labels[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
