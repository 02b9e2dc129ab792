import {
  KubernetesError,
  type KubernetesReader,
  KubernetesWriter,
} from '@scalardl-on-eks/action-toolkit/kubernetes';
import {
  type KubernetesJson,
  PROBE_LABEL,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { EVENTS, JOBS, PODS, pathOf } from '../kinds';
import { findObject } from '../readObjects';
import type { ProbePod } from './probeEnds';

interface Event {
  message?: string;
}

/** What is read of a Job that an earlier run may have left. */
export interface FoundJob {
  metadata: KubernetesJson['metadata'];
  spec?: { activeDeadlineSeconds?: number };
  status?: {
    conditions?: {
      type: string;
      status: string;
      lastTransitionTime?: string;
    }[];
  };
}

type Place = { namespace: string; name: string };

/** The calls of a probe, in one namespace at a time. */
export class ProbeApi {
  private readonly reader: KubernetesReader;
  private readonly writer: KubernetesWriter;

  constructor(reader: KubernetesReader) {
    this.reader = reader;
    this.writer = new KubernetesWriter(reader);
  }

  /** One that is there already is our own: its name is random, and the answer to its creation was lost. */
  async create(manifest: object, { namespace }: Place): Promise<void> {
    try {
      await this.writer.create(pathOf(JOBS, { namespace }), manifest);
    } catch (error) {
      const isOurs =
        error instanceof KubernetesError && error.reason === 'AlreadyExists';
      if (!isOurs) throw error;
    }
  }

  async podOf({ namespace, name }: Place): Promise<ProbePod | undefined> {
    const labelSelector = `batch.kubernetes.io/job-name=${name}`;
    const pods = await this.all<ProbePod>(pathOf(PODS, { namespace }), {
      labelSelector,
    });
    return pods[0];
  }

  /**
   * Why no pod was made of a Job, as its controller tells, such as a quota or an admission policy; where that cannot be
   * read, nothing more is known.
   */
  async refusalOf({ namespace, name }: Place): Promise<string | undefined> {
    const fieldSelector = `involvedObject.kind=Job,involvedObject.name=${name},type=Warning`;
    const path = pathOf(EVENTS, { namespace });
    const events = await this.all<Event>(path, { fieldSelector }).catch(
      () => [],
    );
    return events.at(-1)?.message;
  }

  /** Every Job of a probe in the namespace, also those of other runs. */
  probesIn(namespace: string): Promise<FoundJob[]> {
    return this.all<FoundJob>(pathOf(JOBS, { namespace }), {
      labelSelector: PROBE_LABEL,
    });
  }

  /** @returns whether the Job is gone */
  async remove(place: Place): Promise<boolean> {
    await this.writer.delete(pathOf(JOBS, place));
    const left = await findObject(this.reader, JOBS, place);
    return left === undefined || left.metadata.deletionTimestamp !== undefined;
  }

  private async all<T>(
    path: string,
    query: Record<string, string>,
  ): Promise<T[]> {
    const items: T[] = [];
    for await (const item of this.reader.list<T>(path, query)) items.push(item);
    return items;
  }
}
