import {
  type Fact,
  type SideLiveFacts,
  interrupted,
  read,
  unreadable,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { AnyCollector } from './collector';
import { EndedError, abortable, endAt } from './ending';
import type { SideAccess } from './sideAccess';
import { readsOf, sourceOf } from './source';

/** The reason of a fact that the end of the run came before. */
export const NOT_YET = 'it was not read before the run ended';

interface Reading {
  access: SideAccess;
  given: SideLiveFacts;
  /** Milliseconds. */
  patience: number;
}

/** What a collector reads, once what it needs was tried; it never fails. */
export async function readFact(
  collector: AnyCollector,
  { access, given, patience }: Reading,
): Promise<Fact<unknown>> {
  for (const name of collector.needs ?? []) {
    const need = given[name];
    if (!need.ok) return need;
  }
  // The run's own end is told by its signal: a timer for the same moment could come first, and blame the source.
  const patient = Date.now() + patience;
  const end = endAt(patient, access.signal);
  const at = Math.min(patient, access.deadline.at);
  const own = {
    ...access,
    signal: end.signal,
    deadline: { ...access.deadline, at, signal: end.signal },
  };
  try {
    const work = collector.collect(own, given);
    const value = await abortable(work, end.signal);
    return read(value, sourceOf(collector, { access, given }));
  } catch (error) {
    // Whatever a call says of a time that was over for all: the source is not to blame.
    if (Date.now() >= access.deadline.at) return interrupted(NOT_YET);
    if (error instanceof EndedError) {
      return interrupted(
        `${readsOf(collector)} did not answer within ${patience / 1_000} seconds`,
      );
    }
    return isCut(error)
      ? interrupted(reasonOf(error))
      : unreadable(reasonOf(error));
  } finally {
    end.clear();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What the operating system calls a connection that the other end closed; a refused one never began. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

function isCut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && CUT.has(code)) || isCut(error.cause);
}
